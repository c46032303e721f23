import { settingSpan, textOf } from '../../look.ts'
import { patternOf } from '../../pattern.ts'
import type { Rule } from '../../rule.ts'
import { READERS } from './lines.ts'
import { page } from './pages.ts'

/** A lint: keepalived is content with either pattern. */
export const regexBackslash: Rule = {
  code: 'checker/regex-backslash',
  ...READERS,
  severity: 'warning',
  effect: 'misread',
  message: (one) => `\`${one}\` in a regular expression has one backslash`,
  consequence: (one) => `the reader of words takes the backslash away, and PCRE2 sees ${inWords(one)}`,
  help: (one) => `Write it twice: \`\\${one}\`.`,
  reported: false,
  explanation:
    'The word behind `regex` is read with escapes of its own, like those of C (alloc_strvec_quoted_escaped): `\\n` is a new line, `\\d` is a `d`, and a backslash for PCRE2 must be written as two.',
  bad: page('regex "load [\\d]+"'),
  good: page('regex "load [\\\\d]+"'),
  check(subject, report) {
    for (const block of subject.checkers().pages()) {
      const word = textOf(block, 'regex')
      const lost = word === undefined || /['"]/.test(word) ? undefined : patternOf(word).lost
      if (lost !== undefined) report({ ...settingSpan(subject, block, 'regex'), data: [lost] })
    }
  },
}

const inWords = (one = ''): string =>
  one === '\\b' ? 'a backspace' : /\d$/.test(one) ? 'a control character' : `\`${one.slice(1)}\``

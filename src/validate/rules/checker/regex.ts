import { settingSpan, textOf } from '../../look.ts'
import { patternOf, patternProblem } from '../../pattern.ts'
import type { Rule } from '../../rule.ts'
import { READERS } from './lines.ts'
import { page } from './pages.ts'

/** L025: nothing but the log says so, and what is left behind is not a pattern. */
export const regex: Rule = {
  code: 'checker/regex',
  ...READERS,
  severity: 'error',
  effect: 'misread',
  message: (problem) => `the regular expression cannot be compiled: ${problem}`,
  consequence: () =>
    'only the log says so; the page is compared with a pattern that is gone, so nothing can be said of the check',
  help: () => 'Correct the pattern. A sign that stands for itself has two backslashes in front: `\\\\(`.',
  reported: false,
  explanation:
    'Regular expressions are those of PCRE2, compiled when the `url` closes (prepare_regex). One that cannot be compiled is logged and freed, but the url goes on pointing to it. Told are mistakes that do not depend on options of the pattern: what is never closed, what closes nothing, a quantifier without anything in front, a range that ends before it begins.',
  bad: page('regex "(up|ready"'),
  good: page('regex "(up|ready)"'),
  check(subject, report) {
    for (const block of subject.checkers().pages()) {
      const word = textOf(block, 'regex')
      if (word === undefined || /['"]/.test(word)) continue
      const { text, lost } = patternOf(word)
      // Without the backslash that got lost it is another pattern than the one that was meant.
      const problem = lost === undefined ? patternProblem(text, wordsOf(block.regex_options)) : undefined
      if (problem !== undefined) report({ ...settingSpan(subject, block, 'regex'), data: [problem] })
    }
  },
}

const wordsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : typeof value === 'string' ? [value] : []

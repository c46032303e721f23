import { numberOf, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { READERS } from './lines.ts'
import { page } from './pages.ts'

/** L024. keepalived keeps the upper bound plus one. */
export const regexOffsets: Rule = {
  code: 'checker/regex-offsets',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (min, max) => `\`regex_min_offset\` ${min} lies behind \`regex_max_offset\` ${max}`,
  consequence: () => 'both are dropped, and a match counts wherever it is; only the log says so',
  help: () => 'Write the smaller number as `regex_min_offset`.',
  reported: false,
  explanation: 'Both offsets are set back when the url closes and nothing lies between them (url_check).',
  bad: page('regex "ok"', 'regex_min_offset 200', 'regex_max_offset 100'),
  good: page('regex "ok"', 'regex_min_offset 100', 'regex_max_offset 200'),
  check(subject, report) {
    for (const block of subject.checkers().pages()) {
      const min = numberOf(block, 'regex_min_offset')
      const max = numberOf(block, 'regex_max_offset')
      // Without a regex they are dropped in any case.
      if (min === undefined || max === undefined || min <= max || !isMeant(block, 'regex')) continue
      report({ ...settingSpan(subject, block, 'regex_min_offset'), data: [min, max] })
    }
  },
}

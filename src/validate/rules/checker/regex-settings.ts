import { settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { READERS } from './lines.ts'
import { page } from './pages.ts'

const SETTINGS = ['regex_no_match', 'regex_options', 'regex_min_offset', 'regex_max_offset', 'regex_stack'] as const

/** L023. */
export const regexSettings: Rule = {
  code: 'checker/regex-settings',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (keyword) => `\`${keyword}\` is for a \`regex\`, and this \`url\` has none`,
  consequence: () => 'it is dropped, and no page is compared with anything; only the log says so',
  help: () => 'Add `regex`, or leave the line out.',
  reported: false,
  explanation: 'What has been said about a regular expression is set back when a url closes without one (url_check).',
  bad: page('regex_no_match'),
  good: page('regex_no_match', 'regex "down"'),
  check(subject, report) {
    for (const block of subject.checkers().pages()) {
      const setting = SETTINGS.find((key) => block[key] !== undefined)
      if (setting === undefined || isMeant(block, 'regex')) continue
      report({ ...settingSpan(subject, block, setting), data: [setting] })
    }
  },
}

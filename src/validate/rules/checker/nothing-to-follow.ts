import { checkersOf } from '../../checkers.ts'
import { closeSpan, headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { checked, line } from './examples.ts'
import { FILE, KINDS } from './followed.ts'
import { READERS } from './lines.ts'

/** L031 and L032, first half: at the brace that closes the checker. */
export const nothingToFollow: Rule = {
  code: 'checker/nothing-to-follow',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (checker, setting) => `\`${checker}\` has no \`${setting}\``,
  consequence: () => 'it is reported, and the checker is dropped: nobody checks the server',
  help: (_checker, setting) => `Name what it follows: \`${setting} NAME\`.`,
  reported: true,
  explanation: 'The checker follows a tracked file or a BFD session by its name (file_end_handler, bfd_end_handler).',
  bad: FILE + checked('FILE_CHECK', line('weight 2')),
  good: FILE + checked('FILE_CHECK', line('track_file load')),
  check(subject, report) {
    for (const { checker, setting } of KINDS) {
      for (const { block } of checkersOf(subject, checker)) {
        if (isMeant(block, setting)) continue
        const related = [{ ...headerSpan(subject, block), message: 'the checker' }]
        report({ ...closeSpan(subject, block), data: [checker, setting], related })
      }
    }
  },
}

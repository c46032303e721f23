import { checkersOf } from '../../checkers.ts'
import { closeSpan, headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'

/** L029. */
export const noMiscPath: Rule = {
  code: 'checker/no-misc-path',
  ...READERS,
  example: { target: '2.4.3' },
  severity: 'error',
  effect: 'ignored',
  message: () => '`MISC_CHECK` has no program: `misc_path` is missing or empty',
  consequence: () => 'it is reported, and the checker is dropped: nobody checks the server',
  help: () => 'Write `misc_path "/path/of/program arguments"`.',
  reported: true,
  explanation: 'The checker has nothing to run (misc_end_handler).',
  bad: checked('MISC_CHECK', line('misc_timeout 3')),
  good: checked('TCP_CHECK', line('connect_timeout 3')),
  check(subject, report) {
    for (const { block } of checkersOf(subject, 'MISC_CHECK')) {
      if (block.misc_path === '' || !isMeant(block, 'misc_path')) {
        const related = [{ ...headerSpan(subject, block), message: 'the checker' }]
        report({ ...closeSpan(subject, block), data: [], related })
      }
    }
  },
}

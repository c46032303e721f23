import { checkersOf } from '../../checkers.ts'
import { closeSpan, isWritten, numberOf, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'

/** What UDP_CHECK takes without `max_reply_length`. */
const DEFAULT_MOST = 255

/** L028. */
export const replyLength: Rule = {
  code: 'checker/reply-length',
  ...READERS,
  severity: 'error',
  effect: 'accepted',
  message: (least, most) => `no reply has at least ${least} and at most ${most} bytes`,
  consequence: () => 'it is reported and kept: the check always fails',
  help: () => 'Raise `max_reply_length`, or lower `min_reply_length`.',
  reported: true,
  explanation: `Without max_reply_length the most is ${DEFAULT_MOST} bytes (udp_check_end_handler).`,
  bad: checked('UDP_CHECK', line('min_reply_length 300')),
  good: checked('UDP_CHECK', line('min_reply_length 300') + line('max_reply_length 300')),
  check(subject, report) {
    for (const { block } of checkersOf(subject, 'UDP_CHECK')) {
      const least = numberOf(block, 'min_reply_length') ?? 0
      const most = numberOf(block, 'max_reply_length') ?? (isWritten(block, 'max_reply_length') ? undefined : DEFAULT_MOST)
      if (most === undefined || least <= most) continue
      const related = [{ ...settingSpan(subject, block, 'min_reply_length'), message: 'the least' }]
      report({ ...closeSpan(subject, block), data: [least, most], related })
    }
  },
}

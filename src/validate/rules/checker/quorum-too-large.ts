import { closeSpan, isWritten, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { service, TWO_SERVERS } from './examples.ts'
import { READERS, settingOr, validated } from './lines.ts'

/** L063. */
export const quorumTooLarge: Rule = {
  code: 'service/quorum-too-large',
  ...READERS,
  severity: 'error',
  effect: 'default',
  message: (quorum, total) =>
    total === '0' ? 'all real servers have weight 0' : `\`quorum\` ${quorum} is more than all weights together, ${total}`,
  consequence: (_quorum, total) =>
    total === '0'
      ? 'it is reported, and the quorum becomes 0: nobody is served, and the sorry server never takes over'
      : `it is reported, and the quorum is lowered to ${total}`,
  help: (_quorum, total) => (total === '0' ? 'Give a server a weight.' : 'Lower `quorum`, or raise the weights.'),
  reported: true,
  explanation:
    'The quorum is a sum of weights, not a number of servers. One that can never be reached would keep the service down, so validate_check_config lowers it. Real servers that are dropped or duplicated do not count.',
  bad: service('    quorum 6\n', TWO_SERVERS),
  good: service('    quorum 5\n', TWO_SERVERS),
  check(subject, report) {
    for (const service of validated(subject)) {
      const quorum = settingOr(service.block, 'quorum', 1)
      const total = service.weight
      if (quorum === undefined || total === undefined || quorum <= total) continue
      const span = isWritten(service.block, 'quorum')
        ? settingSpan(subject, service.block, 'quorum')
        : closeSpan(subject, service.block)
      report({ ...span, data: [quorum, total] })
    }
  },
}

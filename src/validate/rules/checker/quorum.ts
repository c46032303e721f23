import { totalWeight } from '../../effective-service.ts'
import { closeSpan, isWritten, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { firstOfEach } from './duplicate-real-server.ts'
import { real, service } from './examples.ts'
import { READERS, validated } from './lines.ts'
import { settingOr } from './protocol-settings.ts'

const servers = real('        weight 2\n') + real('        weight 3\n', '10.0.1.2 80')

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
  bad: service('    quorum 6\n', servers),
  good: service('    quorum 5\n', servers),
  check(subject, report) {
    for (const service of validated(subject)) {
      const quorum = settingOr(service.block, 'quorum', 1)
      const total = totalWeight(service.block, firstOfEach(service.servers))
      if (quorum === undefined || total === undefined || quorum <= total) continue
      const span = isWritten(service.block, 'quorum')
        ? settingSpan(subject, service.block, 'quorum')
        : closeSpan(subject, service.block)
      report({ ...span, data: [quorum, total] })
    }
  },
}

/** L064. */
export const hysteresisTooLarge: Rule = {
  code: 'service/hysteresis-too-large',
  ...READERS,
  severity: 'error',
  effect: 'default',
  message: (hysteresis, quorum) => `\`hysteresis\` ${hysteresis} is not less than the quorum, ${quorum}`,
  consequence: (_hysteresis, quorum) => `it is reported, and ${Number(quorum) - 1} is used`,
  help: (_hysteresis, quorum) =>
    quorum === '1' ? 'Set a `quorum` above it; without one the quorum is 1.' : 'Lower `hysteresis`, or raise `quorum`.',
  reported: true,
  explanation:
    'A service goes down when the weight of its live servers falls below quorum minus hysteresis, which must be above 0.',
  bad: service('    quorum 2\n    hysteresis 2\n', servers),
  good: service('    quorum 2\n    hysteresis 1\n', servers),
  check(subject, report) {
    for (const service of validated(subject)) {
      const quorum = settingOr(service.block, 'quorum', 1)
      const hysteresis = settingOr(service.block, 'hysteresis', 0)
      const total = totalWeight(service.block, firstOfEach(service.servers))
      if (quorum === undefined || hysteresis === undefined || hysteresis < quorum) continue
      // A quorum that is lowered has its own finding, and the hysteresis is right for the one that is written.
      if (total !== undefined && total < quorum) continue
      report({ ...settingSpan(subject, service.block, 'hysteresis'), data: [hysteresis, quorum] })
    }
  },
}

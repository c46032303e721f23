import { settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { service, TWO_SERVERS } from './examples.ts'
import { READERS, settingOr, validated } from './lines.ts'

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
  bad: service('    quorum 2\n    hysteresis 2\n', TWO_SERVERS),
  good: service('    quorum 2\n    hysteresis 1\n', TWO_SERVERS),
  check(subject, report) {
    for (const service of validated(subject)) {
      const quorum = settingOr(service.block, 'quorum', 1)
      const hysteresis = settingOr(service.block, 'hysteresis', 0)
      const total = service.weight
      if (quorum === undefined || hysteresis === undefined || hysteresis < quorum) continue
      // A quorum that is lowered has its own finding, and the hysteresis is right for the one that is written.
      if (total !== undefined && total < quorum) continue
      report({ ...settingSpan(subject, service.block, 'hysteresis'), data: [hysteresis, quorum] })
    }
  },
}

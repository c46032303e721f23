import { settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { service } from './examples.ts'
import { hasAddress, READERS, validated } from './lines.ts'

/** L052. */
export const opsNotUdp: Rule = {
  code: 'service/ops-not-udp',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (protocol) => `\`ops\` schedules single packets of UDP, and the protocol is ${protocol}`,
  consequence: () => 'it is reported and switched off',
  help: () => 'Take `ops` out.',
  reported: true,
  explanation: 'One packet scheduling makes no sense for a protocol with connections, and the kernel refuses it.',
  bad: service('    ops\n'),
  good: service(''),
  check(subject, report) {
    for (const service of validated(subject)) {
      const protocol = textOf(service.block, 'protocol')
      if (service.block.ops !== true || protocol === undefined || protocol === 'UDP' || !hasAddress(service)) continue
      report({ ...settingSpan(subject, service.block, 'ops'), data: [protocol] })
    }
  },
}

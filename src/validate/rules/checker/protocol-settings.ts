import { headerSpan, isWritten, numberOf, settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { bare, real, service } from './examples.ts'
import { hasAddress, hasMark, READERS, validated } from './lines.ts'

const marked = (lines: string): string => bare(`    lb_algo wrr\n    lb_kind NAT\n${lines}`, real('', '10.0.1.1'), 'fwmark 5')

/** L050. */
export const haSuspendWithMark: Rule = {
  code: 'service/ha-suspend-with-mark',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `\`ha_suspend\` does not go with firewall marks, and ${name} has one`,
  consequence: () => 'it is reported and switched off: the checks run whether or not the address is here',
  help: () => 'Take the line out, or give the service addresses.',
  reported: true,
  explanation:
    'ha_suspend stops the checks while the address of the service is not on this machine; a mark has no address to look at.',
  bad: marked('    ha_suspend\n'),
  good: marked(''),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (service.block.ha_suspend !== true || !hasMark(service)) continue
      report({ ...settingSpan(subject, service.block, 'ha_suspend'), data: [service.name] })
    }
  },
}

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

/** L053 and L054. SNAT services of DPVS have no port. */
export const portWithoutPersistence: Rule = {
  code: 'service/no-port',
  ...READERS,
  severity: 'warning',
  effect: 'default',
  message: (name) => `${name} has no port, and the service is not persistent`,
  consequence: () => 'it is reported, and `persistence_timeout 360` is set: clients stay on their server',
  help: () => 'Write the port, or `persistence_timeout` if all ports are meant.',
  reported: true,
  explanation:
    'The kernel has services for all ports only when they are persistent, so validate_check_config switches persistence on.',
  bad: service('', undefined, '10.0.0.1'),
  good: service('    persistence_timeout 360\n', undefined, '10.0.0.1'),
  check(subject, report) {
    for (const { block, name, kind, port, group, method } of validated(subject)) {
      if (isMeant(block, 'persistence_timeout') || isMeant(block, 'persistence_granularity') || method === 'SNAT') continue
      const entry = group?.addresses.find((one) => one.port === 0)
      const what = kind === 'address' && port === 0 ? name : kind === 'group' && entry !== undefined ? entry.address : undefined
      if (what !== undefined) report({ ...headerSpan(subject, block), data: [what] })
    }
  },
}

/** L055. */
export const protocolOfMark: Rule = {
  code: 'service/protocol-of-mark',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `${name} has firewall marks only, for which \`protocol\` means nothing`,
  consequence: () => 'it is reported and ignored',
  help: () => 'Take `protocol` out: the rule that sets the mark says which packets are meant.',
  reported: true,
  explanation: 'A mark stands for whatever packets the firewall has marked.',
  bad: marked('    protocol TCP\n'),
  good: marked(''),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (!hasMark(service) || hasAddress(service) || textOf(service.block, 'protocol') === undefined) continue
      report({ ...settingSpan(subject, service.block, 'protocol'), data: [service.name] })
    }
  },
}

/** `quorum`, `hysteresis` and the like as set; undefined where the word cannot be read. */
export const settingOr = (block: Parameters<typeof numberOf>[0], key: string, otherwise: number): number | undefined =>
  numberOf(block, key) ?? (isWritten(block, key) ? undefined : otherwise)

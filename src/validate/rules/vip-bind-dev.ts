import { settingSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { services } from '../service.ts'
import { service } from './examples.ts'

/** `ip addr add`, with options between the words: what a quorum script does that keeps the address itself. */
const ADDS_ADDRESS = /\bip\s+(?:-\S+\s+)*a(?:ddr|ddress)?\s+(?:add|replace)\b/

/** R29. */
export const vipBindDev: Rule = {
  code: 'lvs/vip-bind-dev',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: (reason) =>
    reason === 'fwmark'
      ? '`vip_bind_dev` has no effect on a firewall mark'
      : '`vip_bind_dev` and `quorum_up` both add the address of the service',
  consequence: (reason) =>
    reason === 'fwmark'
      ? 'there is no address to put on the interface'
      : 'the address has two owners: the second adding fails, and whoever removes it first wins',
  help: (reason) => (reason === 'fwmark' ? 'Leave the line out.' : 'Keep one of them.'),
  reported: false,
  explanation:
    'The LVS edition puts the address of a service on this interface when the service comes up and removes it when it goes down.',
  bad: service('    vip_bind_dev eth0\n    quorum_up "ip addr add 10.0.0.1/32 dev eth0"\n'),
  good: service('    vip_bind_dev eth0\n    quorum_up "/usr/local/bin/up"\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      if (block.vip_bind_dev === undefined) continue
      const reason =
        block.fwmark !== undefined ? 'fwmark' : ADDS_ADDRESS.test(textOf(block, 'quorum_up') ?? '') ? 'quorum_up' : undefined
      if (reason === undefined) continue
      report({
        ...settingSpan(subject, block, 'vip_bind_dev'),
        data: [reason],
        ...(reason === 'fwmark'
          ? {}
          : { effect: 'misread', related: [{ ...settingSpan(subject, block, 'quorum_up'), message: 'the other owner' }] }),
      })
    }
  },
}

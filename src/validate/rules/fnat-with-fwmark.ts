import { blocks, headerSpan, settingSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { byName, methodOf, services, someFwmark } from '../service.ts'

const example = (kind: string): string =>
  `virtual_server fwmark 5 {\n    lb_algo rr\n    lb_kind ${kind}\n    real_server 10.0.1.1 80 {\n    }\n}\n`

/** R16: also for a group that holds firewall marks. */
export const fnatWithFwmark: Rule = {
  code: 'lvs/fnat-with-fwmark',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'outage',
  message: () => 'FNAT does not work with firewall marks',
  consequence: () => 'the service does not forward connections',
  help: () => 'Name the service by address and port, or use another `lb_kind`.',
  reported: false,
  explanation: 'Full NAT is not supported for services that are known by a firewall mark, says the manual of the LVS edition.',
  bad: example('FNAT'),
  good: example('NAT'),
  check(subject, report) {
    let groups: ReturnType<typeof byName> | undefined
    for (const block of services(subject)) {
      if (methodOf(block) !== 'FNAT') continue
      const name = textOf(block, 'group')
      if (name !== undefined) groups ??= byName(blocks(subject.model, 'virtual_server_group'))
      const group = name === undefined ? undefined : groups?.get(name)
      const marks = block.fwmark !== undefined ? block : group !== undefined && someFwmark(group) ? group : undefined
      if (marks === undefined) continue
      report({
        ...settingSpan(subject, block, 'lb_kind', 'lvs_method'),
        data: [],
        related: [{ ...headerSpan(subject, marks), message: 'the firewall mark' }],
      })
    }
  },
}

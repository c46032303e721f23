import { headerSpan, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { firstPairs, groupAddress, type Use, vmacOf } from './conflict.ts'
import { instance } from './examples.ts'

/** V213: check_vmac_conflicts; members of one sync group may share an interface. `-t` makes no interfaces, so it does not see it. */
export const vmacShared: Rule = {
  code: 'vrrp/vmac-shared',
  lineages: ['keepalived'],
  since: '2.2.0',
  severity: 'error',
  effect: 'outage',
  message: (other) => `the addresses would lie on the VMAC interface of \`${other}\` as well`,
  consequence: () => 'this instance stays in the fault state',
  help: () => 'Give the instances different numbers, or put both into one sync group.',
  reported: false,
  explanation:
    'Number, family and interface make the virtual MAC address, so two instances with the same ones share the interface that carries it, and each would take it from the other. check_vmac_conflicts disables the second one.',
  bad:
    instance('    use_vmac\n    mcast_dst_ip 224.0.0.18\n') +
    instance('    use_vmac\n    mcast_dst_ip 224.0.0.19\n', { name: 'VI_2', address: '192.0.2.11/24' }),
  good:
    instance('    use_vmac\n    mcast_dst_ip 224.0.0.18\n') +
    instance('    use_vmac\n    mcast_dst_ip 224.0.0.19\n', { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }),
  check(subject, report) {
    const vrrp = subject.vrrp()
    for (const [one, other] of firstPairs(vrrp, (instance) => vmacsOf(instance))) {
      const group = vrrp.groupOf(one)
      if (group !== undefined && group === vrrp.groupOf(other)) continue
      if (!one.isUnicast && !other.isUnicast && groupAddress(one, vrrp) === groupAddress(other, vrrp)) continue
      const related = [{ ...headerSpan(subject, other.block), message: 'the other one' }]
      report({ ...settingSpan(subject, one.block, 'use_vmac'), data: [other.name], related })
    }
  },
}

/** The VMAC interface of the instance, if it carries addresses. */
function vmacsOf(one: Instance): readonly Use[] {
  const { block, family, hasVmac, interface: link, addresses } = one
  if (!hasVmac || link === undefined || !addresses.some(({ dev }) => dev === undefined || dev === link)) return []
  return [{ place: `${block.virtual_router_id} ${family} ${vmacOf(one)}`, on: link }]
}

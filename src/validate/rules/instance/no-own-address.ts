import { headerSpan, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instanceRule } from './cases.ts'
import { instance } from './examples.ts'

const ETH0 = { name: 'eth0', multicast: true, mtu: 1500, type: 'ether' }

/** V243: initialise_vrrp_tracking_priorities. */
export const noOwnAddress: Rule = instanceRule({
  code: 'vrrp/no-own-address',
  severity: 'warning',
  effect: 'outage',
  message: (link, family) => `\`${link}\` has no IPv${family} address of its own`,
  consequence: () => 'the instance stays in the fault state until the interface gets one; only the log says so',
  help: () => 'Give the interface an address, or write `mcast_src_ip` or `unicast_src_ip`.',
  reported: false,
  explanation:
    'Adverts need a source address: that of the configuration, or the first one of the interface. Without either the instance waits in the fault state. A VMAC makes an IPv6 address of its own.',
  bad: instance(),
  good: instance('    mcast_src_ip 192.0.2.1\n'),
  example: { facts: { interfaces: [{ ...ETH0, addresses: ['fe80::1'] }] } },
  each({ block, interface: link, family, source, hasVmac, hasIpvlan }, report, _vrrp, subject) {
    if (link === undefined || source !== undefined || hasIpvlan || (hasVmac && family === 6)) return
    const addresses = subject.facts?.interfaces?.find(({ name }) => name === link)?.addresses
    if (addresses === undefined || addresses.some((address) => address.includes(':') === (family === 6))) return
    const place = block.interface === undefined ? headerSpan(subject, block) : settingSpan(subject, block, 'interface')
    report({ ...place, data: [link, family] })
  },
})

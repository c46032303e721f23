import { find, textOf, wordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { familyOf } from '../../vrrp-instance.ts'
import { instance } from './examples.ts'

/** 224.0.0.0/4, or ff02::/16 with any flags. */
export const isGroup = (address: string): boolean =>
  address.includes(':') ? /^ff[0-9a-f]2:/i.test(address) : Number(address.split('.')[0]) >> 4 === 14

/** vrrp_mcast_dstip_handler. */
export const multicastGroup: Rule = {
  code: 'vrrp/multicast-group',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'default',
  message: (address) => `\`${address}\` is not a multicast group that adverts can go to`,
  consequence: () => 'the line is reported, and the usual group is used',
  help: () => 'Write an address from 224.0.0.0 to 239.255.255.255, for IPv6 one of ff02::/16.',
  reported: true,
  explanation:
    'Adverts go to a multicast group; that of IPv6 must have link-local scope. vrrp_mcast_dstip_handler clears any other address.',
  bad: instance('    mcast_dst_ip 192.0.2.18\n'),
  good: instance('    mcast_dst_ip 224.0.0.19\n'),
  check(subject, report) {
    for (const { block, family } of subject.vrrp().instances) {
      const address = textOf(block, 'mcast_dst_ip')
      if (address === undefined || isGroup(address) || familyOf(address) !== family) continue
      const place = find(subject, block, 'mcast_dst_ip').at(-1)
      if (place !== undefined) report({ ...wordSpan(subject, place, 0), data: [address] })
    }
  },
}

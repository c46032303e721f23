import { settingSpan, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import type { Vrrp } from '../../vrrp.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { afterParsing } from './cases.ts'
import { firstPairs, groupAddress, type Use, vmacOf } from './conflict.ts'
import { instance } from './examples.ts'

/** V210 and V211: check_vrid_conflicts. Unicast and multicast have numbers of their own. */
export const routerIdTwice: Rule = {
  code: 'vrrp/router-id-twice',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'outage',
  message: (vrid, other, where) => `\`${other}\` uses the virtual_router_id ${vrid} ${where} already`,
  consequence: () => 'the VRRP process ends: no instance of the file works',
  help: () => 'Give each instance on a network a number of its own.',
  reported: true,
  explanation:
    'The number tells virtual routers on one network apart. check_vrid_conflicts refuses two instances of one family that have the same one on the same interface and multicast group, or between the same unicast addresses.',
  bad: instance() + instance('', { name: 'VI_2', address: '192.0.2.11/24' }),
  good: instance() + instance('', { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    const changes = vrrp.globals?.dynamic_interfaces === 'allow_if_changes'
    for (const [one, other] of firstPairs(vrrp, (instance) => usesOf(instance, vrrp, subject))) {
      if (changes && !one.isUnicast) continue
      say({
        ...settingSpan(subject, one.block, 'virtual_router_id'),
        data: [
          Number(one.block.virtual_router_id),
          other.name,
          one.isUnicast ? 'with the same peers' : `on \`${one.interface}\``,
        ],
        related: [{ ...settingSpan(subject, other.block, 'virtual_router_id'), message: 'the other one' }],
      })
    }
  },
}

/** Interface and group, or local address and each peer. */
function usesOf(one: Instance, vrrp: Vrrp, subject: Subject): readonly Use[] {
  const number = `${one.block.virtual_router_id} ${one.family}`
  const on = one.interface === undefined ? undefined : `${one.interface}${vmacOf(one)}`
  if (!one.isUnicast) {
    if (one.interface === undefined) return []
    // The scope of a group of IPv6 is the interface that sends, which a VMAC is in its own right.
    const scope = one.family === 6 && (one.hasVmac || one.hasIpvlan) ? 'VMAC' : ''
    return [{ place: `${number} ${groupAddress(one, vrrp)} ${scope}`, on: one.interface }]
  }
  const source = one.source ?? ownAddress(one, subject)
  if (source === undefined) return []
  return one.peers.map((peer) => ({ place: `${number} ${source} ${textOf(peer, 'address')}`, on }))
}

/** Without facts an interface has some address of its own, which is the same for all. */
function ownAddress({ interface: link, family }: Instance, { facts }: Subject): string | undefined {
  if (link === undefined) return undefined
  const known = facts?.interfaces?.find(({ name }) => name === link)?.addresses
  return known === undefined ? link : known.find((address) => address.includes(':') === (family === 6))
}

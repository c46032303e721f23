import { blockOf, headerSpan, settingSpan, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import type { Vrrp } from '../../vrrp.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { afterParsing } from './cases.ts'
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

/** A place where an instance uses its number, and the interface it does so on; undefined where that may be any. */
interface Use {
  readonly place: string
  readonly on: string | undefined
}

/** Each instance that has a place in common with an earlier one, with the first of these. */
function* firstPairs(
  { instances }: Vrrp,
  uses: (instance: Instance) => readonly Use[],
): Generator<readonly [Instance, Instance]> {
  const taken = new Map<string, Map<string | undefined, Instance>>()
  for (const one of instances) {
    if (!one.isCertain || typeof one.block.virtual_router_id !== 'number') continue
    let other: Instance | undefined
    for (const { place, on } of uses(one)) {
      const here = taken.get(place) ?? new Map<string | undefined, Instance>()
      taken.set(place, here)
      other ??= on === undefined ? [...here.values()][0] : (here.get(on) ?? here.get(undefined))
      if (!here.has(on)) here.set(on, one)
    }
    if (other !== undefined && other !== one) yield [one, other]
  }
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

/** What tells the VMAC interfaces of one number on one interface apart; empty without one. */
const vmacOf = ({ block, hasVmac, hasIpvlan }: Instance): string =>
  hasVmac ? ` VMAC ${textOf(blockOf(block, 'use_vmac') ?? {}, 'mac') ?? ''}` : hasIpvlan ? ' ipvlan' : ''

const groupAddress = ({ block, family }: Instance, { globals }: Vrrp): string => {
  const [key, usual] = family === 4 ? ['vrrp_mcast_group4', '224.0.0.18'] : ['vrrp_mcast_group6', 'ff02::12']
  return textOf(block, 'mcast_dst_ip') ?? textOf(globals ?? {}, key as string) ?? (usual as string)
}

/** Without facts an interface has some address of its own, which is the same for all. */
function ownAddress({ interface: link, family }: Instance, { facts }: Subject): string | undefined {
  if (link === undefined) return undefined
  const known = facts?.interfaces?.find(({ name }) => name === link)?.addresses
  return known === undefined ? link : known.find((address) => address.includes(':') === (family === 6))
}

/** The VMAC interface of the instance, if it carries addresses. */
function vmacsOf(one: Instance): readonly Use[] {
  const { block, family, hasVmac, interface: link, addresses } = one
  if (!hasVmac || link === undefined || !addresses.some(({ dev }) => dev === undefined || dev === link)) return []
  return [{ place: `${block.virtual_router_id} ${family} ${vmacOf(one)}`, on: link }]
}

import type { MutableBlock } from '../../../bind/model.ts'
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
    for (const [one, other] of firstPairs(vrrp, (instance) => placesOf(instance, vrrp, subject))) {
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

/** V213: check_vmac_conflicts; members of one sync group may share an interface. */
export const vmacShared: Rule = {
  code: 'vrrp/vmac-shared',
  lineages: ['keepalived'],
  since: '2.2.0',
  severity: 'error',
  effect: 'outage',
  message: (other) => `the addresses would lie on the VMAC interface of \`${other}\` as well`,
  consequence: () => 'this instance stays in the fault state',
  help: () => 'Give the instances different numbers, or put both into one sync group.',
  reported: true,
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
    const say = afterParsing(vrrp, report)
    for (const [one, other] of firstPairs(vrrp, (instance) => vmacsOf(instance))) {
      const group = vrrp.groupOf(one)
      if (group !== undefined && group === vrrp.groupOf(other)) continue
      if (!one.isUnicast && !other.isUnicast && groupAddress(one, vrrp) === groupAddress(other, vrrp)) continue
      const related = [{ ...headerSpan(subject, other.block), message: 'the other one' }]
      say({ ...settingSpan(subject, one.block, 'use_vmac'), data: [other.name], related })
    }
  },
}

/** Each instance that has a place in common with an earlier one, with the first of these. */
function* firstPairs(
  { instances }: Vrrp,
  places: (instance: Instance) => readonly string[],
): Generator<readonly [Instance, Instance]> {
  const taken = new Map<string, Instance>()
  for (const one of instances) {
    if (!one.isCertain || typeof one.block.virtual_router_id !== 'number') continue
    let other: Instance | undefined
    for (const place of places(one)) {
      other ??= taken.get(place)
      if (!taken.has(place)) taken.set(place, one)
    }
    if (other !== undefined && other !== one) yield [one, other]
  }
}

/** Where an instance uses its number: interface and group, or local address and each peer. */
function placesOf(one: Instance, vrrp: Vrrp, subject: Subject): readonly string[] {
  const number = `${one.block.virtual_router_id} ${one.family}`
  if (!one.isUnicast) return one.interface === undefined ? [] : [`${number} ${one.interface} ${groupAddress(one, vrrp)}`]
  const source = one.source ?? ownAddress(one, subject)
  if (source === undefined) return []
  return one.peers.map((peer) => `${number} ${source} ${textOf(peer, 'address')}`)
}

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

/** The VMAC interfaces that carry addresses of the instance, by what makes them one. */
function vmacsOf({ block, family, hasVmac, interface: link, addresses }: Instance): readonly string[] {
  if (!hasVmac || link === undefined) return []
  const carries = addresses.some((entry) => isOn(entry, link))
  return carries ? [`${block.virtual_router_id} ${family} ${link} ${textOf(blockOf(block, 'use_vmac') ?? {}, 'mac') ?? ''}`] : []
}

const isOn = (entry: MutableBlock, link: string): boolean => entry.dev === undefined || entry.dev === link

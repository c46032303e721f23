import { blockOf, textOf } from '../../look.ts'
import type { Vrrp } from '../../vrrp.ts'
import type { Instance } from '../../vrrp-instance.ts'

/** A place where an instance uses its number, and the interface it does so on; undefined where that may be any. */
export interface Use {
  readonly place: string
  readonly on: string | undefined
}

/** Each instance that has a place in common with an earlier one, with the first of these. */
export function* firstPairs(
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

/** What tells the VMAC interfaces of one number on one interface apart; empty without one. */
export const vmacOf = ({ block, hasVmac, hasIpvlan }: Instance): string =>
  hasVmac ? ` VMAC ${textOf(blockOf(block, 'use_vmac') ?? {}, 'mac') ?? ''}` : hasIpvlan ? ' ipvlan' : ''

export const groupAddress = ({ block, family }: Instance, { globals }: Vrrp): string => {
  const [key, usual] = family === 4 ? ['vrrp_mcast_group4', '224.0.0.18'] : ['vrrp_mcast_group6', 'ff02::12']
  return textOf(block, 'mcast_dst_ip') ?? textOf(globals ?? {}, key as string) ?? (usual as string)
}

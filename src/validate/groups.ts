import type { MutableBlock } from '../bind/model.ts'
import type { AddressFamily } from './effective-service.ts'
import { blocks, textOf } from './look.ts'
import { entriesOf } from './service.ts'

/** A `virtual_server_group` with what its entries say together. */
export interface ServerGroup {
  readonly block: MutableBlock
  readonly hasAddress: boolean
  readonly hasMark: boolean
  /** The one family of its entries; undefined when there are both, or marks without a family only. */
  readonly family: AddressFamily | undefined
  /** It has entries of both families. */
  readonly isMixed: boolean
  /** Both families and a mark that names none: keepalived drops the group. */
  readonly isContradictory: boolean
  /** Address entries, each with its port (0 without one). */
  readonly addresses: readonly { readonly address: string; readonly port: number }[]
}

/** Groups by name. Of two with one name the first counts that is kept. */
export function effectiveGroups(model: MutableBlock): ReadonlyMap<string, ServerGroup> {
  const found = new Map<string, ServerGroup>()
  for (const block of blocks(model, 'virtual_server_group')) {
    const name = textOf(block, 'name')
    if (name === undefined || found.has(name)) continue
    const group = serverGroup(block)
    if (!group.isContradictory && (group.hasAddress || group.hasMark)) found.set(name, group)
  }
  return found
}

/** What the entries of a group say (virtual_server_group end handler of check_parser.c). */
export function serverGroup(block: MutableBlock): ServerGroup {
  const addresses: { readonly address: string; readonly port: number }[] = []
  const families = new Set<AddressFamily>()
  let hasMark = false
  let hasOpenMark = false
  for (const entry of entriesOf(block) as readonly MutableBlock[]) {
    const { address, port, fwmark, family } = entry
    if (typeof address === 'string') {
      addresses.push({ address, port: typeof port === 'number' ? port : 0 })
      families.add(address.includes(':') ? 'inet6' : 'inet')
    } else if (fwmark !== undefined) {
      hasMark = true
      if (family === 'inet' || family === 'inet6') families.add(family)
      else hasOpenMark = true
    }
  }
  const isMixed = families.size > 1
  return {
    block,
    hasAddress: addresses.length > 0,
    hasMark,
    family: isMixed ? undefined : [...families][0],
    isMixed,
    isContradictory: isMixed && hasOpenMark,
    addresses,
  }
}

import type { MutableBlock } from '../bind/model.ts'
import { lazy } from '../text/lazy.ts'
import { blockOf, blocks, textOf } from './look.ts'
import type { Subject } from './rule.ts'

/**
 * Whether `-t` skips everything that it does behind the last line of the VRRP part: an interface that is named does not exist, and
 * `dynamic_interfaces` is not set (start_vrrp after `non_existent_interface_specified`). Findings of that phase are then not reported. Without
 * facts about interfaces nothing is known to be missing.
 */
export function skipsValidation({ model, facts }: Pick<Subject, 'model' | 'facts'>): boolean {
  const interfaces = facts?.interfaces
  if (interfaces === undefined) return false
  if (blockOf(model, 'global_defs')?.dynamic_interfaces !== undefined) return false
  const known = lazy(() => new Set(interfaces.map(({ name }) => name)))
  for (const name of namedInterfaces(model)) if (!known().has(name)) return true
  return false
}

/** Lists that name interfaces in their entries, by the block they stand in, and the words that do. */
const STATIC = { static_ipaddress: ['dev'], static_routes: ['dev', 'vrf'], static_rules: ['dev', 'oif'] }
const INSTANCE = {
  virtual_ipaddress: ['dev'],
  virtual_ipaddress_excluded: ['dev'],
  virtual_routes: ['dev', 'vrf'],
  virtual_rules: ['dev', 'oif'],
  track_interface: ['name'],
}
const GROUP = { track_interface: ['name'] }

function* namedInterfaces(model: MutableBlock): Generator<string> {
  yield* fromLists(model, STATIC)
  for (const instance of blocks(model, 'vrrp_instance')) {
    yield* settings(instance, ['interface', 'vrf'])
    yield* fromLists(instance, INSTANCE)
  }
  for (const group of blocks(model, 'vrrp_sync_group')) yield* fromLists(group, GROUP)
  for (const group of blocks(model, 'garp_group')) for (const key of ['interface', 'interfaces']) yield* words(group[key])
}

function* fromLists(block: MutableBlock, lists: Readonly<Record<string, readonly string[]>>): Generator<string> {
  for (const [list, keys] of Object.entries(lists)) for (const entry of blocks(block, list)) yield* settings(entry, keys)
}

function* settings(block: MutableBlock, keys: readonly string[]): Generator<string> {
  for (const key of keys) {
    const name = textOf(block, key)
    if (name !== undefined) yield name
  }
}

function* words(list: unknown): Generator<string> {
  if (Array.isArray(list)) for (const word of list) if (typeof word === 'string') yield word
}

import type { Context } from '../schema/compile.ts'

/**
 * Where order means something: keys with a smaller number come first, those without one count as 0, equal ones stay as they are. keepalived reads
 * from above: what a name refers to must stand further up, and some handlers look at what has been read before.
 */
type Ranks = Readonly<Record<string, number>>

const DEFINITIONS: Ranks = {
  global_defs: -9,
  // track_group is looked up by static addresses, routes and rules; scripts, files, processes and sessions by instances and checkers.
  track_group: -8,
  vrrp_script: -7,
  track_file: -7,
  vrrp_track_file: -7,
  vrrp_track_process: -7,
  bfd_instance: -7,
  virtual_server_group: -1,
  local_address_group: -1,
  laddr_group: -1,
}

const SERVICE: Ranks = {
  // The flags of a scheduler are refused before it, lb_kind is copied into the servers that follow.
  lb_algo: -9,
  lvs_sched: -9,
  lb_kind: -8,
  lvs_method: -8,
  // 1.2.2: hysteresis is compared with the quorum so far, alpha counts for the servers behind it.
  quorum: -7,
  alpha: -7,
  sorry_server: 7,
  sorry_server_inhibit: 8,
  sorry_server_lvs_method: 8,
  real_server: 9,
  real_group: 9,
}

const INSTANCE: Ranks = {
  // The version decides about IPv6 addresses, the interface is the one of addresses without dev, unicast_peer needs the id.
  version: -9,
  interface: -8,
  virtual_router_id: -8,
}

const GLOBAL: Ranks = {
  // These are set back to their defaults by the switch they belong to.
  nftables: -9,
  nftables_ipvs: -8,
}

interface Order {
  readonly ranks: ReadonlyMap<string, number>
  /** All ranks there are, 0 among them. */
  readonly steps: readonly number[]
}

const ORDERS: ReadonlyMap<string, Order> = new Map(
  Object.entries({ '': DEFINITIONS, global_defs: GLOBAL, virtual_server: SERVICE, vrrp_instance: INSTANCE }).map(
    ([path, ranks]) => [
      path,
      { ranks: new Map(Object.entries(ranks)), steps: [...new Set([0, ...Object.values(ranks)])].sort((a, b) => a - b) },
    ],
  ),
)

/** The keys of a block in the order to write them. */
export function inOrder(keys: readonly string[], { path }: Context): readonly string[] {
  const order = ORDERS.get(path)
  if (order === undefined) return keys
  const own: number[] = []
  let isSorted = true
  for (let i = 0; i < keys.length; i++) {
    const rank = order.ranks.get(keys[i] as string) ?? 0
    if (i > 0 && rank < (own[i - 1] as number)) isSorted = false
    own.push(rank)
  }
  return isSorted ? keys : sorted(keys, own, order.steps)
}

/** There are few steps, so that this is quicker than a comparison of keys with each other. */
function sorted(keys: readonly string[], ranks: readonly number[], steps: readonly number[]): readonly string[] {
  const result: string[] = []
  for (let step = 0; step < steps.length; step++) {
    for (let i = 0; i < keys.length; i++) if (ranks[i] === steps[step]) result.push(keys[i] as string)
  }
  return result
}

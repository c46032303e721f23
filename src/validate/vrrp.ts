import type { MutableBlock } from '../bind/model.ts'
import { blockOf, blocks, find, keywordAt, textOf, wordAt } from './look.ts'
import type { Reading } from './rule.ts'
import { type Instance, instanceOf, type Surroundings } from './vrrp-instance.ts'
import { skipsValidation } from './vrrp-phase.ts'

/** A `vrrp_sync_group` with the members that count. */
export interface SyncGroup {
  readonly block: MutableBlock
  readonly name: string
  readonly members: readonly Instance[]
  /** Trackers of members and group may have a weight. */
  readonly allowsWeights: boolean
}

/** The VRRP side of a configuration as keepalived sees it once all is read. */
export interface Vrrp {
  readonly globals: MutableBlock | undefined
  /** Without those that have no name, or one that is taken: these are lost. */
  readonly instances: readonly Instance[]
  readonly groups: readonly SyncGroup[]
  /** The group of an instance; an instance belongs to the first group that names it. */
  readonly groupOf: (instance: Instance) => SyncGroup | undefined
  /** `-t` goes on to the checks behind the last line. */
  readonly isValidated: boolean
}

export function vrrpOf(subject: Reading): Vrrp {
  const { model } = subject
  const globals = blockOf(model, 'global_defs')
  const around = surroundings(subject, globals)
  const instances = firstOfEachName(blocks(model, 'vrrp_instance')).map((block) => instanceOf(block, around))
  const byName = new Map(instances.map((one): [string, Instance] => [one.name, one]))
  const groupOf = new Map<Instance, SyncGroup>()
  const groups = firstOfEachName(blocks(model, 'vrrp_sync_group')).map((block): SyncGroup => {
    const members: Instance[] = []
    const group: SyncGroup = {
      block,
      name: textOf(block, 'name') ?? '',
      members,
      allowsWeights: block.sync_group_tracking_weight === true || block.global_tracking === true,
    }
    for (const name of memberNames(block)) {
      const instance = byName.get(name)
      if (instance === undefined || groupOf.has(instance)) continue
      groupOf.set(instance, group)
      members.push(instance)
    }
    return group
  })
  return {
    globals,
    instances,
    groups,
    groupOf: (instance) => groupOf.get(instance),
    isValidated: !skipsValidation(subject),
  }
}

/** The words of a `group` list. */
export const memberNames = (group: MutableBlock): readonly string[] =>
  Array.isArray(group.group) ? group.group.filter((name) => typeof name === 'string') : []

/** A block without a name, or with one that is taken, is skipped (vrrp_handler, vrrp_sync_group_handler). */
function firstOfEachName(list: readonly MutableBlock[]): readonly MutableBlock[] {
  const taken = new Set<string>()
  return list.filter((block) => {
    const name = textOf(block, 'name')
    if (name === undefined || taken.has(name)) return false
    taken.add(name)
    return true
  })
}

function surroundings(subject: Reading, globals: MutableBlock | undefined): Surroundings {
  const loopbacks = new Set(
    subject.facts?.interfaces?.filter(({ loopback }) => loopback === true).map(({ name }) => name) ?? ['lo'],
  )
  return {
    dialect: subject.dialect,
    globals,
    isLoopback: (name) => loopbacks.has(name),
    staysMaster: (block) =>
      block.state === 'BACKUP' && find(subject, block, 'state').some((place) => wordAt(subject, place, 0) === 'MASTER'),
    comesLast(block, flag, opposite) {
      if (block[opposite] === undefined) return true
      const last = find(subject, block, flag, opposite).at(-1)
      return last !== undefined && keywordAt(subject, last) === flag
    },
  }
}

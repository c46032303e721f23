import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, entrySpan, numberOf, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { byName } from '../../service.ts'
import { afterParsing } from './cases.ts'
import { list, pair } from './examples.ts'

/** A list of trackers, what its entries name, and the weight that an entry without one has. */
interface Trackers {
  readonly list: string
  /** Block that declares the name; without one the entry stands for itself. */
  readonly declared?: string
  readonly usual: number
  /** What happens to a weighted entry of a member, and of an owner. */
  readonly inGroup: string
  readonly ofOwner: string
}

const LEFT_OUT = 'the entry is dropped: it is not tracked at all'
const UNWEIGHTED = 'the weight counts as 0: a failure means the fault state'

const TRACKERS: readonly Trackers[] = [
  { list: 'track_interface', usual: 0, inGroup: UNWEIGHTED, ofOwner: LEFT_OUT },
  { list: 'track_script', declared: 'vrrp_script', usual: 0, inGroup: LEFT_OUT, ofOwner: LEFT_OUT },
  { list: 'track_file', declared: 'track_file', usual: 1, inGroup: LEFT_OUT, ofOwner: LEFT_OUT },
  { list: 'track_process', declared: 'vrrp_track_process', usual: 0, inGroup: 'it is kept', ofOwner: 'it is kept' },
  { list: 'track_bfd', declared: 'bfd_instance', usual: 0, inGroup: LEFT_OUT, ofOwner: LEFT_OUT },
]

const SCRIPT = 'vrrp_script chk {\n    script "/usr/bin/chk"\n    interval 2\n}\n'
const EXAMPLE = `global_defs {\n    script_user root\n    enable_script_security\n}\n${SCRIPT}`

/** V198 to V202 and V222: vrrp_complete_instance and sync_group_tracking_init. */
export const weightWithoutEffect: Rule = {
  code: 'vrrp/weight-without-effect',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name, weight, why) => `\`${name}\` has the weight ${weight}, but ${why}`,
  consequence: () => LEFT_OUT,
  help: () => 'Write `weight 0` to lead to the fault state, or `sync_group_tracking_weight` into the group.',
  reported: true,
  explanation:
    'A weight changes the priority of an instance. The members of a sync group must keep theirs, unless the group says sync_group_tracking_weight, and the owner of the addresses (priority 255) always. A track_file has the weight 1 unless another is given. Entries of track_process are not looked at in an instance.',
  bad: EXAMPLE + pair(list('group', 'VI_1', 'VI_2'), list('track_script', 'chk weight -20')),
  good: EXAMPLE + pair(list('group', 'VI_1', 'VI_2'), list('track_script', 'chk')),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    const weights = weightsOf(subject)
    for (const one of vrrp.instances) {
      const group = vrrp.groupOf(one)
      const inGroup = group !== undefined && !group.allowsWeights
      if (!one.isCertain || !(inGroup || one.isOwner)) continue
      for (const trackers of TRACKERS) {
        if (trackers.list === 'track_process' && !inGroup) continue
        for (const { entry, name, weight } of weights(one.block, trackers)) {
          if (trackers.list === 'track_interface' && name === one.interface) continue // it is dropped anyway
          const isKept = trackers.list === 'track_process'
          say({
            ...entrySpan(subject, entry),
            data: [name, weight, inGroup ? `\`${group.name}\` does not allow weights` : 'priority 255 cannot change'],
            consequence: weight === 1 && trackers.list === 'track_file' ? UNWEIGHTED : trackers[inGroup ? 'inGroup' : 'ofOwner'],
            ...(isKept ? { severity: 'info', reported: false, consequence: KEPT, effect: 'accepted' } : {}),
          })
        }
      }
    }
    for (const { block, members } of vrrp.groups) {
      if (!members.some(({ isOwner }) => isOwner)) continue
      for (const trackers of TRACKERS) {
        for (const { entry, name, weight } of weights(block, trackers)) {
          say({
            ...entrySpan(subject, entry),
            data: [name, weight, 'a member has priority 255, which cannot change'],
            consequence: UNWEIGHTED,
          })
        }
      }
    }
  },
}

const KEPT = 'it counts: the members of the group can come to have different priorities, and change their states alone'

interface Weighted {
  readonly entry: MutableBlock
  readonly name: string
  readonly weight: number
}

type Weights = (block: MutableBlock, trackers: Trackers) => Generator<Weighted>

/** Entries with a weight other than 0. What is not declared has a finding of its own. */
function weightsOf({ model }: Subject): Weights {
  const known = new Map<string, ReadonlyMap<string, MutableBlock>>()
  const declarations = (keyword: string): ReadonlyMap<string, MutableBlock> => {
    const found = known.get(keyword) ?? byName(blocks(model, keyword))
    known.set(keyword, found)
    return found
  }
  return function* (block, { list: keyword, declared, usual }) {
    for (const entry of blocks(block, keyword)) {
      const name = textOf(entry, 'name')
      if (name === undefined) continue
      const declaration = declared === undefined ? undefined : declarations(declared).get(name)
      if (declared !== undefined && declaration === undefined) continue
      const weight = numberOf(entry, 'weight') ?? weightOf(declaration) ?? usual
      if (weight !== 0) yield { entry, name, weight }
    }
  }
}

/** `weight 10`, or with `reverse` an object. */
function weightOf(declaration: MutableBlock | undefined): number | undefined {
  const weight = declaration?.weight
  if (typeof weight === 'number') return weight
  return typeof weight === 'object' && weight !== null ? numberOf(weight as MutableBlock, 'weight') : undefined
}

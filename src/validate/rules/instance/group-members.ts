import type { MutableBlock } from '../../../bind/model.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { nearest } from '../../../text/distance.ts'
import { entryPlaces, headerSpan, keywordAt, keywordSpan, wordAt, wordSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { memberNames, type SyncGroup } from '../../vrrp.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { afterParsing } from './cases.ts'
import { list, pair } from './examples.ts'

/** V130: vrrp_sync_set_group. */
export const unknownMember: Rule = {
  code: 'vrrp/unknown-member',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `there is no \`vrrp_instance\` named \`${name}\``,
  consequence: () => 'the member is left out of the group',
  help: (_name, near) =>
    near === '' || near === undefined ? 'Define the instance, or leave the name out.' : `Did you mean \`${near}\`?`,
  reported: true,
  explanation:
    'The members of a sync group are looked up once the whole file is read, so the order does not matter, but each must exist. Source: vrrp_sync_set_group.',
  bad: pair(list('group', 'VI_1', 'VI_2', 'VI_3')),
  good: pair(list('group', 'VI_1', 'VI_2')),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    const names = new Set(vrrp.instances.map(({ name }) => name))
    for (const { block } of vrrp.groups) {
      const unknown = memberNames(block).filter((name) => !names.has(name) && !name.includes('$'))
      if (unknown.length === 0) continue
      if (isIncomplete(subject)) return
      for (const name of unknown) {
        const near = names.size > 1000 ? undefined : nearest(name, [...names])
        say({ ...memberSpan(subject, block, name), data: [name, near ?? ''] })
      }
    }
  },
}

/** V131: vrrp_sync_set_group. */
export const memberTwice: Rule = {
  code: 'vrrp/member-twice',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name, group) => `\`${name}\` is a member of \`${group}\` already`,
  consequence: () => 'the first group keeps it',
  help: () => 'Name each instance in one group, once.',
  reported: true,
  explanation:
    'An instance changes its state with one group. vrrp_sync_set_group goes through the groups in order, and a later one does not get the member.',
  bad: pair(list('group', 'VI_1', 'VI_2', 'VI_1')),
  good: pair(list('group', 'VI_1', 'VI_2')),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    const known = new Set(vrrp.instances.map(({ name }) => name))
    const first = new Map<string, SyncGroup>()
    for (const group of vrrp.groups) {
      for (const name of memberNames(group.block)) {
        const other = first.get(name)
        if (!known.has(name)) continue
        if (other === undefined) first.set(name, group)
        else
          say({
            ...memberSpan(subject, group.block, name, true),
            data: [name, other.name],
            related: [{ ...memberSpan(subject, other.block, name), message: 'where it stays' }],
          })
      }
    }
  },
}

/** V133: vrrp_sync_set_group. Quiet where others were lost for reasons that have findings of their own. */
export const groupOfOne: Rule = {
  code: 'vrrp/group-of-one',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'accepted',
  message: (group) => `\`${group}\` has one member only`,
  consequence: () => 'it works, and keeps nothing together; the configuration test fails because of it',
  help: () => 'Add the other instances, or leave the group out: scripts and trackers can stand in the instance.',
  reported: true,
  explanation:
    'A sync group makes instances change their state together. vrrp_sync_set_group reports one with a single member; versions 2.1.0 to 2.2.2 remove it as well.',
  bad: pair(list('group', 'VI_1')),
  good: pair(list('group', 'VI_1', 'VI_2')),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    for (const { block, name, members } of vrrp.groups) {
      const names = memberNames(block)
      if (members.length === 1 && names.length === 1 && isCertain(block)) say({ ...headerSpan(subject, block), data: [name] })
    }
  },
}

const isCertain = (block: MutableBlock): boolean => (block.unknown ?? []).every(({ in: list }) => list !== 'group')

/** V134: vrrp_sync_set_group compares what is written, in the order of the members. */
export const groupMixesOwners: Rule = {
  code: 'vrrp/group-mixes-owners',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'misread',
  message: (owner, other) => `\`${owner}\` owns its addresses, \`${other}\` begins as BACKUP`,
  consequence: () => 'the whole group begins as BACKUP',
  help: () => 'Give all members the same `state`, and no priority of 255.',
  reported: true,
  explanation:
    'A member with `state MASTER` and priority 255 must be master, one with `state BACKUP` must not: a group cannot do both. vrrp_sync_set_group notices it when the owner is named first.',
  bad: pair(list('group', 'VI_1', 'VI_2'), '    state MASTER\n    priority 255\n', '    state BACKUP\n    priority 100\n'),
  good: pair(list('group', 'VI_1', 'VI_2'), '    state BACKUP\n    priority 100\n', '    state BACKUP\n    priority 100\n'),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    for (const { block, members } of vrrp.groups) {
      const [owner] = members
      if (owner === undefined || !isStatedOwner(owner)) continue
      const other = members.find((one) => !isStatedOwner(one))
      if (other?.stated !== 'BACKUP') continue
      const related = [{ ...headerSpan(subject, other.block), message: 'the other one' }]
      say({ ...memberSpan(subject, block, owner.name), data: [owner.name, other.name], related })
    }
  },
}

const isStatedOwner = ({ stated, block }: Instance): boolean => stated === 'MASTER' && block.priority === 255

/** Where a group names an instance, the first time or the last; the header of the group where that cannot be found. */
function memberSpan(subject: Subject, group: MutableBlock, name: string, last = false): Span {
  let found: Span | undefined
  for (const place of entryPlaces(subject, group, 'group')) {
    if (keywordAt(subject, place) === name) found = keywordSpan(subject, place)
    for (let i = 0, word = wordAt(subject, place, 0); word !== undefined; word = wordAt(subject, place, ++i)) {
      if (word === name) found = wordSpan(subject, place, i)
      if (found !== undefined && !last) return found
    }
    if (found !== undefined && !last) return found
  }
  return found ?? headerSpan(subject, group)
}

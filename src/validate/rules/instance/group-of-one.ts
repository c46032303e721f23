import type { MutableBlock } from '../../../bind/model.ts'
import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { memberNames } from '../../vrrp.ts'
import { afterParsing } from './cases.ts'
import { list, pair } from './examples.ts'

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

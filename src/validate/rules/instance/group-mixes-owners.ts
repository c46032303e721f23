import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { afterParsing } from './cases.ts'
import { list, pair } from './examples.ts'
import { memberSpan } from './members.ts'

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

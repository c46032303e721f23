import { headerSpan, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { list, pair } from './examples.ts'

const BOTH = list('group', 'VI_1', 'VI_2')

/** Legal, and sometimes meant: a hint, no more. Owners of addresses have findings of their own. */
export const groupUneven: Rule = {
  code: 'vrrp/group-uneven',
  lineages: ['keepalived'],
  severity: 'info',
  effect: 'accepted',
  message: (group, one, first, other, second) =>
    `the members of \`${group}\` have different priorities: \`${one}\` ${first}, \`${other}\` ${second}`,
  consequence: () => 'if the other node has them the other way round, each wins a half and the group never settles',
  help: () => 'Give all members of a group one priority on each node.',
  reported: false,
  explanation:
    'A group is master when all its members are. With priorities that point in different directions no node wins all of them.',
  bad: pair(BOTH, '    priority 150\n', '    priority 100\n'),
  good: pair(BOTH, '    priority 150\n', '    priority 150\n'),
  check(subject, report) {
    for (const { block, name, members } of subject.vrrp().groups) {
      const [first] = members
      const other = members.find((one) => one.priority !== first?.priority)
      if (first === undefined || other === undefined || members.some(({ isOwner }) => isOwner)) continue
      if (!members.every(({ isCertain }) => isCertain)) continue
      report({
        ...headerSpan(subject, block),
        data: [name, first.name, first.priority, other.name, other.priority],
        related: [first, other].map((one) => ({ ...settingSpan(subject, one.block, 'priority'), message: `of ${one.name}` })),
      })
    }
  },
}

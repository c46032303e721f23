import type { Rule } from '../../rule.ts'
import { memberNames, type SyncGroup } from '../../vrrp.ts'
import { afterParsing } from './cases.ts'
import { list, pair } from './examples.ts'
import { memberSpan } from './members.ts'

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

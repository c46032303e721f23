import { blocks, closeSpanAt, find, lineSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { list, pair } from './examples.ts'

/** vrrp_group_handler and static_track_group_group_handler; the line that is named is that of the brace. */
export const emptyGroup: Rule = {
  code: 'vrrp/empty-group',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (keyword) => `the list of members of this \`${keyword}\` is empty`,
  consequence: () => 'the whole group is removed',
  help: () => 'Name the instances, one a line.',
  reported: true,
  explanation:
    'A group without members is taken out again, when its block closes or when the whole file is read. Members are the words between the braces of `group`.',
  bad: pair(list('group')),
  good: pair(list('group', 'VI_1', 'VI_2')),
  check(subject, report) {
    for (const keyword of ['vrrp_sync_group', 'track_group']) {
      for (const block of blocks(subject.model, keyword)) {
        if (!Array.isArray(block.group) || block.group.length > 0 || block.unknown !== undefined) continue
        const place = find(subject, block, 'group').at(-1)
        if (place === undefined) continue
        const related = [{ ...lineSpan(subject, place), message: 'the list' }]
        report({ ...closeSpanAt(subject, place), data: [keyword], related })
      }
    }
  },
}

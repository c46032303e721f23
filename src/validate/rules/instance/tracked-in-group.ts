import { blocks, entrySpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { list, pair } from './examples.ts'

/** What both may track without a report; an interface has a rule of its own. */
const LISTS = ['track_script', 'track_file', 'track_process', 'track_bfd'] as const

const HEAD = 'vrrp_track_process proxy {\n    process haproxy\n}\n'
const MEMBERS = list('group', 'VI_1', 'VI_2')
const TRACKED = list('track_process', 'proxy')

/** V224: add_vrrp_to_track_script and its like. */
export const trackedInGroup: Rule = {
  code: 'vrrp/tracked-in-group',
  lineages: ['keepalived'],
  since: '2.0.0',
  severity: 'info',
  effect: 'ignored',
  message: (name, member) => `\`${name}\` is tracked by the group, and by its member \`${member}\``,
  consequence: () => 'it is tracked once, with the weight of the group unless that of the member is 0; only the log says so',
  help: () => 'Leave it out of the instance.',
  reported: false,
  explanation:
    'What a sync group tracks counts for all of its members. Where a member tracks it as well keepalived asks in its log to take that out.',
  bad: HEAD + pair(MEMBERS + TRACKED, TRACKED),
  good: HEAD + pair(MEMBERS + TRACKED),
  check(subject, report) {
    for (const { block: group, members } of subject.vrrp().groups) {
      for (const key of LISTS) {
        const tracked = new Map(blocks(group, key).map((entry) => [textOf(entry, 'name'), entry]))
        if (tracked.size === 0) continue
        for (const { block, name: member, isCertain } of members) {
          if (!isCertain) continue
          for (const entry of blocks(block, key)) {
            const name = textOf(entry, 'name')
            const other = name === undefined ? undefined : tracked.get(name)
            if (name === undefined || other === undefined) continue
            const related = [{ ...entrySpan(subject, other), message: 'the group tracks it' }]
            report({ ...entrySpan(subject, entry), data: [name, member], related })
          }
        }
      }
    }
  },
}

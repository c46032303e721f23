import type { Span } from '../../../diagnostics/finding.ts'
import { listEntries, wordsAt } from '../../entries.ts'
import { blocks, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { TRACKED, tracking } from './examples.ts'

const LISTS = ['track_interface', 'track_script', 'track_file', 'track_process', 'track_bfd']

/** alloc_track_if, alloc_track_script, vrrp_alloc_track_file, alloc_track_process, alloc_track_bfd. */
export const trackedTwice: Rule = {
  code: 'global/tracked-twice',
  lineages: ['keepalived'],
  since: '2.0.0',
  severity: 'error',
  effect: 'ignored',
  message: (list, name) => `\`${name}\` stands in \`${list}\` already`,
  consequence: () => 'this line is ignored, with its weight',
  help: () => 'Keep one of them.',
  reported: true,
  explanation: 'Each thing is tracked once by an instance or a group; a second line is reported and left out.',
  bad: tracking(TRACKED.process, 'track_process', 'proxy\n        proxy weight 5'),
  good: tracking(TRACKED.process, 'track_process', 'proxy weight 5'),
  check(subject, report) {
    for (const owner of [...blocks(subject.model, 'vrrp_instance'), ...blocks(subject.model, 'vrrp_sync_group')]) {
      for (const list of LISTS) {
        if (blocks(owner, list).length < 2) continue
        const first = new Map<string, Span>()
        for (const { entry, place } of listEntries(subject, owner, list)) {
          const name = textOf(entry, 'name')
          const span = wordsAt(subject, place)[0]?.span
          if (name === undefined || span === undefined) continue
          const other = first.get(name)
          if (other === undefined) first.set(name, span)
          else report({ ...span, data: [list, name], related: [{ ...other, message: 'the one that counts' }] })
        }
      }
    }
  },
}

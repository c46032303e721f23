import { listEntries, optionSpan } from '../../entries.ts'
import type { Rule } from '../../rule.ts'
import { block, instance } from './examples.ts'

/** V088 for addresses: static_track_group_init. */
export const groupWithoutTracking: Rule = {
  code: 'address/track-group',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: () => '`no_track` and `track_group` exclude each other',
  consequence: () => 'the address is not tracked; only the log says so',
  help: () => 'Keep one of them.',
  reported: false,
  explanation: 'A track group follows the loss of its addresses; one with no_track is not watched.',
  bad: `${instance('')}${block('track_group', 'g', 'group {', '    VI_1', '}')}${block('static_ipaddress', '', '192.0.2.1/24 dev eth0 track_group g no_track')}`,
  good: `${instance('')}${block('track_group', 'g', 'group {', '    VI_1', '}')}${block('static_ipaddress', '', '192.0.2.1/24 dev eth0 track_group g')}`,
  check(subject, report) {
    for (const { entry, place } of listEntries(subject, subject.model, 'static_ipaddress')) {
      if (entry.trackGroup !== undefined && entry.noTrack !== undefined) {
        report({ ...optionSpan(subject, place, ['track_group']), data: [] })
      }
    }
  },
}

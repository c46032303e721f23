import type { Rule } from '../../rule.ts'
import { reportSameNames } from '../../same-names.ts'
import { instance } from './examples.ts'

/** V028: vrrp_handler, vrrp_sync_group_handler, static_track_group_handler and bfd_handler look for the name and skip the block. */
export const nameTaken: Rule = {
  code: 'vrrp/name-taken',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (keyword, name) => `there is a \`${keyword}\` named \`${name}\` already`,
  consequence: () => 'the whole block is skipped',
  help: () => 'Give it another name.',
  reported: true,
  explanation:
    'Names of instances, groups and BFD sessions are used once. The block that comes second is reported and skipped to its closing brace.',
  bad: instance() + instance('', { vrid: 52, address: '192.0.2.11/24' }),
  good: instance() + instance('', { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }),
  check(subject, report) {
    reportSameNames(subject, ['vrrp_instance', 'vrrp_sync_group', 'track_group', 'bfd_instance'], report)
  },
}

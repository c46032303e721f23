import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance } from './examples.ts'

/** V184. */
export const trackedSourceAbsent: Rule = caseRule({
  code: 'vrrp/track-src-ip-without-source',
  since: '2.0.0',
  severity: 'warning',
  effect: 'ignored',
  reported: false,
  explanation: 'track_src_ip looks for the configured source address; vrrp_complete_instance drops it where there is none.',
  bad: instance('    track_src_ip\n'),
  good: instance('    track_src_ip\n    mcast_src_ip 192.0.2.1\n'),
  cases: [
    {
      at: ['track_src_ip'],
      holds: ({ block, source }) => block.track_src_ip === true && source === undefined,
      fact: '`track_src_ip` without a source address',
      outcome: 'it has no effect',
      help: 'Write `mcast_src_ip` or `unicast_src_ip`.',
    },
  ],
})

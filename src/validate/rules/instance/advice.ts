import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, numberOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance, list } from './examples.ts'

/** V230. */
const ownerByAccident: Rule = caseRule({
  code: 'vrrp/owner-by-accident',
  severity: 'warning',
  effect: 'misread',
  reported: false,
  explanation:
    'Priority 255 is that of the router which owns the addresses, and it is the default where `state MASTER` stands without a priority (vrrp_complete_instance).',
  bad: instance('    state MASTER\n'),
  good: instance('    state MASTER\n    priority 150\n'),
  cases: [
    {
      at: ['state'],
      holds: ({ block, stated }) => stated === 'MASTER' && block.priority === undefined,
      fact: '`state MASTER` without `priority` means priority 255: the owner of the addresses',
      outcome: 'no other node can take over while this one lives, and weights of trackers are dropped',
      help: 'Write a `priority`, say 150.',
      lacks: 'priority',
    },
  ],
})

/** V237: behind an IPv6 address the line is refused, in front of it not. */
const ipv6Version2: Rule = caseRule({
  code: 'vrrp/ipv6-version-2',
  severity: 'warning',
  effect: 'accepted',
  reported: false,
  explanation: 'VRRP for IPv6 came with version 3 of the protocol. keepalived also sends a version 2 of its own making.',
  bad: instance('    version 2\n', { address: 'fe80::10/64' }),
  good: instance('    version 3\n', { address: 'fe80::10/64' }),
  cases: [
    {
      at: ['version'],
      holds: ({ family, version, strict }) => family === 6 && version === 2 && !strict,
      fact: 'version 2 of the protocol has no IPv6',
      outcome: 'keepalived sends it all the same; no other program understands it',
      help: 'Leave `version` out.',
    },
  ],
})

/** V184. */
const trackedSourceAbsent: Rule = caseRule({
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

const LISTS = ['track_interface', 'track_script', 'track_process', 'track_bfd']

const isWeighted = (block: MutableBlock, key: string): boolean =>
  blocks(block, key).some((entry) => (numberOf(entry, 'weight') ?? 0) !== 0)

const nopreemptWithWeights: Rule = caseRule({
  code: 'vrrp/nopreempt-with-weights',
  severity: 'info',
  effect: 'accepted',
  reported: false,
  explanation:
    'A node with nopreempt does not take over from a master of lower priority. Where all nodes have it, a weight that lowers the priority of the master therefore changes nothing; a tracker without weight leads to the fault state, which does.',
  bad: instance(`    nopreempt\n${list('track_interface', 'eth1 weight -20')}`),
  good: instance(`    nopreempt\n${list('track_interface', 'eth1')}`),
  cases: [
    {
      at: ['nopreempt'],
      holds: ({ block, keepsNopreempt }) => keepsNopreempt && LISTS.some((key) => isWeighted(block, key)),
      fact: '`nopreempt` beside trackers with a weight',
      outcome: 'if the other nodes have `nopreempt` as well, a lower priority of the master moves nothing',
      help: 'Give the trackers the weight 0: a failure then leads to the fault state, and another node takes over.',
    },
  ],
})

/** keepalived is silent about these. */
export const ADVICE_RULES: readonly Rule[] = [ownerByAccident, ipv6Version2, trackedSourceAbsent, nopreemptWithWeights]

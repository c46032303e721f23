import { textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { familyOf, type Instance } from '../../vrrp-instance.ts'
import { type Case, caseRule } from './cases.ts'
import { instance, list } from './examples.ts'
import { isGroup } from './multicast-group.ts'

const KEYWORDS = ['unicast_peer', 'unicast_src_ip', 'unicast_fault_no_peer', 'check_unicast_src', 'old_unicast_checksum']

/** Peers were written, and dropped for reasons that have findings of their own. */
const lostPeers = ({ block, peers }: Instance): boolean =>
  peers.length === 0 &&
  ((Array.isArray(block.unicast_peer) && block.unicast_peer.length > 0) ||
    block.unknown?.some((statement) => statement.in === 'unicast_peer') === true)

const isMulticastByLack = (one: Instance): boolean => one.hasUnicastKeyword && !one.isUnicast && !lostPeers(one)

const CASES: readonly Case[] = [
  {
    at: KEYWORDS,
    holds: (one) => isMulticastByLack(one) && one.block.unicast_fault_no_peer !== true,
    fact: 'a unicast keyword, but no peer in `unicast_peer`',
    outcome: 'adverts go out by multicast, which the other nodes may not hear: two masters are likely',
    help: 'Write the addresses of the other nodes into `unicast_peer`.',
    effect: 'misread',
    since: '2.2.5',
  },
  {
    at: KEYWORDS,
    holds: (one) => isMulticastByLack(one) && one.block.unicast_fault_no_peer === true,
    fact: '`unicast_fault_no_peer`, and no peer in `unicast_peer`',
    outcome: 'the instance stays in the fault state; only the log says so',
    help: 'Write the addresses of the other nodes into `unicast_peer`.',
    severity: 'warning',
    effect: 'outage',
    reported: false,
    since: '2.2.5',
  },
  {
    at: ['vrf'],
    holds: ({ block }) => block.vrf !== undefined && standsBefore(block, 'interface', 'vrf'),
    fact: '`vrf` is for unicast instances without an `interface`',
    outcome: 'it is dropped',
    since: '2.2.5',
    reported: true,
  },
  {
    at: ['vrf'],
    holds: ({ block, interface: link, isUnicast }) => block.vrf !== undefined && (link !== undefined || !isUnicast),
    fact: '`vrf` is for unicast instances without an `interface`',
    outcome: 'it is dropped',
    since: '2.2.5',
  },
  {
    at: ['mcast_dst_ip'],
    holds: ({ block, isUnicast, family }) => {
      const group = textOf(block, 'mcast_dst_ip')
      return isUnicast && group !== undefined && isGroup(group) && familyOf(group) === family
    },
    fact: '`mcast_dst_ip` in an instance with unicast peers',
    outcome: 'it is dropped: adverts go to the peers',
    help: 'Keep one of the two.',
    since: '2.2.5',
  },
]

/** V153, V154, V162, V175. */
export const transport: Rule = caseRule({
  code: 'vrrp/transport',
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'An instance sends adverts to a multicast group, or to the peers of `unicast_peer`. Settings for the other way are dropped by vrrp_complete_instance, and a unicast keyword without peers means multicast, which is reported since 2.2.5.',
  bad: instance(`    unicast_src_ip 192.0.2.1\n${list('unicast_peer')}`),
  good: instance(`    unicast_src_ip 192.0.2.1\n${list('unicast_peer', '192.0.2.2')}`),
  cases: CASES,
})

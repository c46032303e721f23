import { blocks, entrySpan, headerSpan, numberOf, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isFrom } from './cases.ts'
import { instance, list } from './examples.ts'

/** alloc_vrrp_unicast_peer. */
export const peerTtl: Rule = {
  code: 'vrrp/peer-ttl',
  lineages: ['keepalived'],
  since: '2.1.0',
  severity: 'error',
  effect: 'outage',
  message: (min, max) => `min_ttl ${min} is above max_ttl ${max}`,
  consequence: () => 'every advert of this peer is thrown away',
  reported: true,
  explanation: 'An advert counts when its TTL lies between the two, both included; max_ttl is 255 unless it is given.',
  bad: instance(list('unicast_peer', '192.0.2.2 min_ttl 64 max_ttl 1')),
  good: instance(list('unicast_peer', '192.0.2.2 min_ttl 1 max_ttl 64')),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      for (const peer of blocks(block, 'unicast_peer')) {
        const min = numberOf(peer, 'minTtl') ?? 0
        const max = numberOf(peer, 'maxTtl') ?? 255
        if (min > max) report({ ...headerSpan(subject, peer), data: [min, max] })
      }
    }
  },
}

/** alloc_vrrp_unicast_peer: since 2.3.3 the second one is reported and left out. */
export const peerTwice: Rule = {
  code: 'vrrp/peer-twice',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (address) => `the peer \`${address}\` stands here twice`,
  consequence: () => 'before 2.3.3 it gets each advert twice, later the second one is reported and left out',
  help: () => 'Leave one out.',
  reported: true,
  reportedSince: '2.3.3',
  explanation: 'Adverts go to each peer of the list. Since 2.3.3 alloc_vrrp_unicast_peer looks for the address first.',
  bad: instance(list('unicast_peer', '192.0.2.2', '192.0.2.2')),
  good: instance(list('unicast_peer', '192.0.2.2', '192.0.2.3')),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      const seen = new Set<string>()
      for (const peer of blocks(block, 'unicast_peer')) {
        const address = textOf(peer, 'address') ?? ''
        if (seen.has(address)) report({ ...entrySpan(subject, peer), data: [address] })
        seen.add(address)
      }
    }
  },
}

/** Own address among the peers: adverts to oneself are sent and thrown away. */
export const peerIsSelf: Rule = {
  code: 'vrrp/peer-is-self',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'accepted',
  message: (address) => `the peer \`${address}\` is this node itself`,
  consequence: () => 'adverts go to the sender, too; as likely as not the address of another node was meant',
  help: () => 'List the other nodes only.',
  reported: false,
  explanation:
    'Templates that write one list for all nodes forget to leave the node itself out. It does no harm alone, but hides that one node is missing.',
  bad: instance(`    unicast_src_ip 192.0.2.1\n${list('unicast_peer', '192.0.2.1', '192.0.2.2')}`),
  good: instance(`    unicast_src_ip 192.0.2.1\n${list('unicast_peer', '192.0.2.2')}`),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      const own = textOf(block, 'unicast_src_ip')
      if (own === undefined || !isFrom(subject, '1.2.8')) continue
      for (const peer of blocks(block, 'unicast_peer')) {
        if (textOf(peer, 'address') === own) report({ ...entrySpan(subject, peer), data: [own] })
      }
    }
  },
}

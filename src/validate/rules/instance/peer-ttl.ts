import { blocks, headerSpan, numberOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
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

import { blocks, entrySpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instance, list } from './examples.ts'

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

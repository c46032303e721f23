import { blocks, entrySpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isFrom } from './cases.ts'
import { instance, list } from './examples.ts'

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

import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, numberOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance, list } from './examples.ts'

const LISTS = ['track_interface', 'track_script', 'track_process', 'track_bfd']

const isWeighted = (block: MutableBlock, key: string): boolean =>
  blocks(block, key).some((entry) => (numberOf(entry, 'weight') ?? 0) !== 0)

export const nopreemptWithWeights: Rule = caseRule({
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

import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance } from './examples.ts'

/** V230. */
export const ownerByAccident: Rule = caseRule({
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

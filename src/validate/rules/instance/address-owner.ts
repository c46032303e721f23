import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance } from './examples.ts'

/** V179, V180. */
export const addressOwner: Rule = caseRule({
  code: 'vrrp/owner-ignore-adverts',
  since: '2.3.3',
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    '`owner_ignore_adverts` is about the owner of the addresses, the instance with priority 255. vrrp_complete_instance sets it right for any other use, with a message.',
  bad: instance('    priority 100\n    owner_ignore_adverts on\n'),
  good: instance('    priority 100\n    owner_ignore_adverts off\n'),
  cases: [
    {
      at: ['owner_ignore_adverts'],
      holds: ({ block, isOwner }) => block.owner_ignore_adverts === true && !isOwner,
      fact: '`owner_ignore_adverts` is for priority 255 only',
      outcome: 'it counts as off',
      help: 'Leave it out.',
    },
    {
      at: ['owner_ignore_adverts'],
      holds: ({ block, isOwner }) => block.owner_ignore_adverts === false && isOwner,
      fact: 'with priority 255 `owner_ignore_adverts` is always on',
      outcome: 'it counts as on',
      help: 'Leave it out.',
    },
  ],
})

import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance } from './examples.ts'

/** V231. */
export const skipCheckStaysOn: Rule = caseRule({
  code: 'vrrp/skip-check-stays-on',
  severity: 'warning',
  effect: 'misread',
  reported: false,
  explanation:
    'vrrp_skip_check_adv_addr_handler looks whether the word behind skip_check_adv_addr is one of those for on and off, and then switches it on in either case.',
  bad: instance('    skip_check_adv_addr off\n'),
  good: instance('    skip_check_adv_addr on\n'),
  cases: [
    {
      at: ['skip_check_adv_addr'],
      holds: ({ block }) => block.skip_check_adv_addr === false,
      fact: '`skip_check_adv_addr off` switches it on',
      outcome: 'the addresses in adverts of one master are compared once only',
      help: 'Leave the line out: off is what it is without it.',
    },
  ],
})

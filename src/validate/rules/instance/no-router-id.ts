import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { instanceRule } from './cases.ts'
import { instance } from './examples.ts'

/** V120: chk_min_cfg. */
export const noRouterId: Rule = instanceRule({
  code: 'vrrp/no-router-id',
  severity: 'error',
  effect: 'outage',
  message: (name) => `\`${name}\` has no \`virtual_router_id\``,
  consequence: () => 'the VRRP process ends: no instance of the file works',
  help: () => 'Write `virtual_router_id` with a number from 1 to 255, the same on all nodes and no other on this network.',
  reported: true,
  explanation:
    'There is no default for the number of the virtual router. chk_min_cfg refuses an instance without one, and with it the whole VRRP part.',
  bad: instance().replace('    virtual_router_id 51\n', ''),
  good: instance(),
  each({ block, name }, report, _vrrp, subject) {
    if (!isMeant(block, 'virtual_router_id')) report({ ...headerSpan(subject, block), data: [name] })
  },
})

import { nearest } from '../../../text/distance.ts'
import type { Rule } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { memberNames } from '../../vrrp.ts'
import { afterParsing } from './cases.ts'
import { list, pair } from './examples.ts'
import { memberSpan } from './members.ts'

/** V130: vrrp_sync_set_group. */
export const unknownMember: Rule = {
  code: 'vrrp/unknown-member',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `there is no \`vrrp_instance\` named \`${name}\``,
  consequence: () => 'the member is left out of the group',
  help: (_name, near) =>
    near === '' || near === undefined ? 'Define the instance, or leave the name out.' : `Did you mean \`${near}\`?`,
  reported: true,
  explanation:
    'The members of a sync group are looked up once the whole file is read, so the order does not matter, but each must exist. Source: vrrp_sync_set_group.',
  bad: pair(list('group', 'VI_1', 'VI_2', 'VI_3')),
  good: pair(list('group', 'VI_1', 'VI_2')),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    const names = new Set(vrrp.instances.map(({ name }) => name))
    for (const { block } of vrrp.groups) {
      const unknown = memberNames(block).filter((name) => !names.has(name) && !name.includes('$'))
      if (unknown.length === 0) continue
      if (isIncomplete(subject)) return
      for (const name of unknown) {
        const near = names.size > 1000 ? undefined : nearest(name, [...names])
        say({ ...memberSpan(subject, block, name), data: [name, near ?? ''] })
      }
    }
  },
}

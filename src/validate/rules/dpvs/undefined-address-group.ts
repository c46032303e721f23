import { methodIn } from '../../effective-service.ts'
import { blocks, find, headerSpan, textOf, wordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { byName, isIncomplete, nearestGroup } from '../../service.ts'
import { service } from './examples.ts'

/** Settings of a service that name a group, and the groups they name. */
const NAMES = {
  laddr_group_name: 'local_address_group',
  daddr_group_name: 'deny_address_group',
  waddr_group_name: 'allow_address_group',
} as const

/** Forwarding methods that need local addresses. */
const WITH_LOCAL: ReadonlySet<string> = new Set(['FNAT', 'SNAT'])

const denying = (name: string): string =>
  `deny_address_group bad {\n    10.9.9.9\n}\n${service(`    daddr_group_name ${name}\n`)}`

/** checks-lvs, part 3. */
export const undefinedAddressGroup: Rule = {
  code: 'dpvs/undefined-address-group',
  lineages: ['dpvs'],
  severity: 'error',
  effect: 'outage',
  message: (group, name) => `no \`${group}\` is named \`${name}\``,
  consequence: () => 'only the log says so, when the service is set up, and that ends there: its real servers are not added',
  help: (_group, _name, near = '') => (near === '' ? 'Define the group, or name one that exists.' : `Did you mean \`${near}\`?`),
  reported: false,
  explanation:
    'The names of groups are not looked up while the configuration is read, but when services are set up, and init_service_vs gives up where one is not found. Local addresses are asked for with FNAT and SNAT only.',
  bad: denying('bda'),
  good: denying('bad'),
  check(subject, report) {
    if (isIncomplete(subject)) return
    for (const [setting, group] of Object.entries(NAMES)) {
      const groups = byName(blocks(subject.model, group))
      const nearest = nearestGroup(groups)
      // A group that is missing is one cause, however many services name it.
      const told = new Set<string>()
      for (const block of blocks(subject.model, 'virtual_server')) {
        const name = textOf(block, setting)
        if (name === undefined || groups.has(name) || told.has(name)) continue
        if (setting === 'laddr_group_name' && !WITH_LOCAL.has(methodIn(block, 'lb_kind') ?? '')) continue
        told.add(name)
        const place = find(subject, block, setting).at(-1)
        const span = place === undefined ? headerSpan(subject, block) : wordSpan(subject, place, 0)
        report({ ...span, data: [group, name, nearest(name) ?? ''] })
      }
    }
  },
}

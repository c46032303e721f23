import { headerSpan, headerWordSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { ENTRY, group, real, service } from './examples.ts'
import { FAMILY_NAMES, READERS } from './lines.ts'

/** L041 and L042: again only the log says so. */
export const groupFamily: Rule = {
  code: 'service/group-family',
  ...READERS,
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name, groups, family) => `the service has ${family} servers, the group ${name} ${groups}`,
  consequence: () => 'the service is dropped; only the log says so, and the configuration test is content',
  help: () => 'Make a group and a service for each family, or tunnel to the servers of the other one.',
  reported: false,
  explanation:
    'Families are compared when services and groups are linked after reading (link_vsg_to_vs). A group of both families goes with tunnelled servers only.',
  bad: group(ENTRY) + service('', real('', '2001:db8::1 80'), 'group web'),
  good: group(ENTRY) + service('', real(''), 'group web'),
  check(subject, report) {
    for (const service of servicesOf(subject)) {
      const linked = service.group
      if (linked === undefined || service.isValidated || service.servers.length === 0 || service.family === undefined) continue
      const related = [{ ...headerSpan(subject, linked.block), message: 'the group' }]
      const has = linked.isMixed ? 'both families' : `${FAMILY_NAMES[linked.family ?? 'inet']} only`
      const data = [textOf(linked.block, 'name') as string, has, FAMILY_NAMES[service.family]]
      report({ ...headerWordSpan(subject, service.block, 1), data, related })
    }
  },
}

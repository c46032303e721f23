import { nameOf } from '../../effective-service.ts'
import { headerWordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { service } from './examples.ts'

/** checks-lvs, part 3. */
export const mixedFamilies: Rule = {
  code: 'dpvs/mixed-families',
  lineages: ['dpvs'],
  severity: 'warning',
  effect: 'accepted',
  message: (service, server, first) => `the service ${service} has real servers of both families: ${first} and ${server}`,
  consequence: () => 'it is reported, and all of them are kept',
  help: () => 'Give each family a service of its own.',
  reported: true,
  explanation:
    'A service of DPVS may have servers of the other family (NAT64 is wanted), and families of a service and its servers are not compared. Only servers of both families in one service are reported.',
  bad: service('', '10.0.0.1 80', ['10.0.1.1 80', '2001:db8::1 80']),
  good: service('', '10.0.0.1 80', ['2001:db8::1 80', '2001:db8::2 80']),
  check(subject, report) {
    for (const service of servicesOf(subject)) {
      const { servers } = service
      const [first] = servers
      const other = servers.find(({ family }) => family !== first?.family)
      if (first === undefined || other === undefined) continue
      report({
        ...headerWordSpan(subject, other.block, 0),
        data: [nameOf(service), other.address, first.address],
        related: [{ ...headerWordSpan(subject, first.block, 0), message: 'the first server' }],
      })
    }
  },
}

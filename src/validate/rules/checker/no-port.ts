import { nameOf } from '../../effective-service.ts'
import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { service } from './examples.ts'
import { READERS, validated } from './lines.ts'

/** L053 and L054. SNAT services of DPVS have no port. */
export const portWithoutPersistence: Rule = {
  code: 'service/no-port',
  ...READERS,
  severity: 'warning',
  effect: 'default',
  message: (name) => `${name} has no port, and the service is not persistent`,
  consequence: () => 'it is reported, and `persistence_timeout 360` is set: clients stay on their server',
  help: () => 'Write the port, or `persistence_timeout` if all ports are meant.',
  reported: true,
  explanation:
    'The kernel has services for all ports only when they are persistent, so validate_check_config switches persistence on.',
  bad: service('', undefined, '10.0.0.1'),
  good: service('    persistence_timeout 360\n', undefined, '10.0.0.1'),
  check(subject, report) {
    for (const service of validated(subject)) {
      const { block, kind, port, group, method } = service
      const isOpen = kind === 'address' && port === 0
      const entry = kind === 'group' ? group?.addresses.find((one) => one.port === 0) : undefined
      const what = isOpen ? nameOf(service) : entry?.address
      if (what === undefined || method === 'SNAT') continue
      if (isMeant(block, 'persistence_timeout') || isMeant(block, 'persistence_granularity')) continue
      report({ ...headerSpan(subject, block), data: [what] })
    }
  },
}

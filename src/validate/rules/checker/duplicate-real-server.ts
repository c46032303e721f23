import { type EffectiveServer, serverKey } from '../../effective-service.ts'
import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { real, service } from './examples.ts'
import { READERS, validated } from './lines.ts'

/** L058: reported on every one but the first. Weights and methods do not matter, and ports count as written. */
export const duplicateRealServer: Rule = {
  code: 'service/duplicate-real-server',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (address, port) => `the service has a real server ${address}${port === '0' ? '' : ` ${port}`} already`,
  consequence: () => 'it is reported, and this one is dropped with its weight and checkers',
  help: () => 'Keep one.',
  reported: true,
  explanation:
    'The kernel knows a server of a service by address and port. validate_check_config keeps the first of two equal ones.',
  bad: service('', real('') + real('        weight 5\n')),
  good: service('', real('') + real('        weight 5\n', '10.0.1.2 80')),
  check(subject, report) {
    for (const { servers, distinct } of validated(subject)) {
      if (servers.length === distinct.length) continue
      const first = new Map<string, EffectiveServer>()
      for (const server of servers) {
        const key = serverKey(server)
        const other = first.get(key)
        if (other === undefined) first.set(key, server)
        else {
          report({
            ...headerSpan(subject, server.block),
            data: [server.address, server.port],
            related: [{ ...headerSpan(subject, other.block), message: 'the first one' }],
          })
        }
      }
    }
  },
}

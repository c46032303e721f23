import { nameOf } from '../../effective-service.ts'
import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { bare } from './examples.ts'
import { READERS, validated } from './lines.ts'

const example = (lines: string): string => bare(`    lb_algo wlc\n    protocol TCP\n${lines}`)

/** L059 and L062: reported once a service. */
export const noMethod: Rule = {
  code: 'service/no-method',
  ...READERS,
  severity: 'warning',
  effect: 'default',
  message: (name, server) => `the service ${name} has no \`lb_kind\`, and ${server} has no method of its own`,
  consequence: () => 'it is reported, and NAT is used',
  help: () => 'Write the forwarding method that is meant: `lb_kind NAT`, `DR` or `TUN`.',
  reported: true,
  explanation:
    'A real server has the method of its `lvs_method`, else that of its service. Where neither says one, validate_check_config takes NAT and says so.',
  bad: example(''),
  good: example('    lb_kind DR\n'),
  check(subject, report) {
    for (const service of validated(subject)) {
      const { block, method, servers, sorry } = service
      if (method !== undefined) continue
      const without = servers.find((server) => server.method === undefined)
      if (without === undefined && (sorry === undefined || sorry.method !== undefined)) continue
      const server = without === undefined ? 'its sorry server' : `its real server ${without.address}`
      report({ ...headerSpan(subject, block), data: [nameOf(service), server] })
    }
  },
}

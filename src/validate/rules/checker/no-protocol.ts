import { nameOf } from '../../effective-service.ts'
import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { bare } from './examples.ts'
import { hasAddress, READERS, validated } from './lines.ts'

const example = (lines: string): string => bare(`    lb_algo wrr\n    lb_kind NAT\n${lines}`)

/** L051. */
export const noProtocol: Rule = {
  code: 'service/no-protocol',
  ...READERS,
  severity: 'error',
  effect: 'default',
  message: (name) => `the service ${name} has no \`protocol\``,
  consequence: () => 'it is reported, and UDP is used',
  help: () => 'Write `protocol TCP`, or `protocol UDP` if that is what is meant.',
  reported: true,
  explanation:
    'A service with an address needs a protocol. validate_check_config takes UDP where there is none, so a TCP service without the line serves nobody.',
  bad: example(''),
  good: example('    protocol TCP\n'),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (!hasAddress(service) || isMeant(service.block, 'protocol')) continue
      report({ ...headerSpan(subject, service.block), data: [nameOf(service)] })
    }
  },
}

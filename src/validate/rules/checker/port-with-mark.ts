import type { Rule } from '../../rule.ts'
import { bare, real } from './examples.ts'
import { methodOf, portSpan, unchanged } from './forwarded.ts'
import { hasMark, READERS, validated } from './lines.ts'

const marked = (server: string): string => bare('    lb_algo wrr\n    lb_kind DR\n', real('', server), 'fwmark 5')

/** L065, L066, L070 and L072. */
export const portOfMark: Rule = {
  code: 'service/port-with-mark',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (kind, port, method) => `the ${kind} server has port ${port}, and ${method} by firewall mark keeps ports as they are`,
  consequence: () => 'it is reported, and the port is ignored',
  help: () => 'Leave the port out, or use NAT.',
  reported: true,
  explanation: 'DR and TUN hand a packet on as it is, and a mark stands for packets to any port.',
  bad: marked('10.0.1.1 80'),
  good: marked('10.0.1.1'),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (!hasMark(service)) continue
      for (const [server, kind] of unchanged(service)) {
        report({ ...portSpan(subject, service, server, kind), data: [kind, server.port, methodOf(service, server)] })
      }
    }
  },
}

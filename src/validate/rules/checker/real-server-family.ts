import { nameOf } from '../../effective-service.ts'
import { closeSpan, headerSpan, headerWordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { real, service } from './examples.ts'
import { FAMILY_NAMES, FAMILY_OF_SERVICE, READERS } from './lines.ts'

/** L006: at the brace that closes the real server, with the method that is known by then. */
export const realServerFamily: Rule = {
  code: 'service/real-server-family',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (server, its, name, family) => `the real server ${server} is ${its}, the service ${name} ${family}`,
  consequence: () => 'it is reported, and the real server is dropped',
  help: (_server, its) => `Give the service ${its} servers, or tunnel: \`lvs_method TUN\` in the real server.`,
  reported: true,
  explanation: `${FAMILY_OF_SERVICE} The method counts that is known when the block closes: a \`lb_kind TUN\` below it comes too late (rs_end_handler).`,
  bad: service('', real('', '2001:db8::1 80') + real('')),
  good: service('', real('        lvs_method TUN\n', '2001:db8::1 80') + real('')),
  check(subject, report) {
    for (const service of servicesOf(subject)) {
      const { block, family, wrongFamily } = service
      for (const server of wrongFamily) {
        report({
          ...closeSpan(subject, server.block),
          data: [server.address, FAMILY_NAMES[server.family], nameOf(service), family === undefined ? '' : FAMILY_NAMES[family]],
          related: [
            { ...headerWordSpan(subject, server.block, 0), message: 'the real server' },
            { ...headerSpan(subject, block), message: 'the service' },
          ],
        })
      }
    }
  },
}

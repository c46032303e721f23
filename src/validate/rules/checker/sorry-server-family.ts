import { nameOf } from '../../effective-service.ts'
import { closeSpan, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { service } from './examples.ts'
import { FAMILY_NAMES, FAMILY_OF_SERVICE, READERS } from './lines.ts'

/** L004: at the brace that closes the service. */
export const sorryServerFamily: Rule = {
  code: 'service/sorry-server-family',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (server, its, name, family) => `the sorry server ${server} is ${its}, the service ${name} ${family}`,
  consequence: () => 'it is reported, and there is no sorry server',
  help: (_server, its) => `Write one of the right family, or tunnel to the ${its} one: \`sorry_server_lvs_method TUN\`.`,
  reported: true,
  explanation: `${FAMILY_OF_SERVICE} A sorry server copies the method of the service when its line is read (vs_end_handler).`,
  bad: service('    sorry_server 2001:db8::1 80\n'),
  good: service('    sorry_server 2001:db8::1 80\n    sorry_server_lvs_method TUN\n'),
  check(subject, report) {
    for (const service of servicesOf(subject)) {
      const { block, family, wrongSorry } = service
      if (wrongSorry === undefined) continue
      report({
        ...closeSpan(subject, block),
        data: [
          wrongSorry.address,
          FAMILY_NAMES[wrongSorry.family],
          nameOf(service),
          family === undefined ? '' : FAMILY_NAMES[family],
        ],
        related: [{ ...settingSpan(subject, block, 'sorry_server'), message: 'the sorry server' }],
      })
    }
  },
}

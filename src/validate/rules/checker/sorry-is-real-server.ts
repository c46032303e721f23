import type { MutableBlock } from '../../../bind/model.ts'
import { isSame } from '../../effective-service.ts'
import { settingSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { real, service } from './examples.ts'
import { READERS, validated } from './lines.ts'

/** A lint: the kernel cannot hold one server of a service twice. */
export const sorryIsReal: Rule = {
  code: 'service/sorry-is-real-server',
  ...READERS,
  severity: 'warning',
  effect: 'accepted',
  message: (server) => `the sorry server ${server} is a real server of the service, too`,
  consequence: () =>
    'it takes over for servers that it is one of; going back and forth between the two has failed in several versions',
  help: () => 'Take another server, or none.',
  reported: false,
  explanation:
    'A sorry server serves when the quorum of the real servers is lost. The kernel knows one server of this address and port in the service, whichever of the two it is.',
  bad: service('    sorry_server 10.0.1.1 80\n', real('') + real('', '10.0.1.2 80')),
  good: service('    sorry_server 10.0.1.9 80\n', real('') + real('', '10.0.1.2 80')),
  check(subject, report) {
    for (const { block, servers, sorry } of validated(subject)) {
      if (sorry === undefined || !servers.some((server) => isSame(server, sorry))) continue
      if (isToldElsewhere(subject, block)) continue
      report({ ...settingSpan(subject, block, 'sorry_server'), data: [sorry.address] })
    }
  },
}

/** With different inhibit settings the same fact is reported by keepalived itself. */
const isToldElsewhere = (_subject: Subject, { sorry_server_inhibit, inhibit_on_failure, real_server }: MutableBlock): boolean =>
  sorry_server_inhibit === true ||
  inhibit_on_failure === true ||
  (real_server as readonly MutableBlock[]).some((server) => server.inhibit_on_failure === true)

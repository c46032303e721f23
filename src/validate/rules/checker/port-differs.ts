import type { EffectiveServer, EffectiveService } from '../../effective-service.ts'
import type { Rule } from '../../rule.ts'
import { real, service } from './examples.ts'
import { methodOf, portSpan, unchanged } from './forwarded.ts'
import { hasMark, READERS, validated } from './lines.ts'

/** L067, L068, L071 and L073. */
export const portDiffers: Rule = {
  code: 'service/port-differs',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (kind, port, virtual, method) =>
    `the ${kind} server has port ${port}, the service ${virtual === '0' ? 'none' : `port ${virtual}`}, and ${method} does not change ports`,
  consequence: (_kind, _port, virtual) =>
    virtual === '0'
      ? 'it is reported; packets arrive at the port that the client has asked for'
      : `it is reported; packets arrive at port ${virtual} of the server`,
  help: (_kind, _port, virtual) => (virtual === '0' ? 'Leave the port out, or use NAT.' : `Write ${virtual}, or use NAT.`),
  reported: true,
  explanation:
    'DR and TUN hand a packet on as it is; only NAT writes another port into it. For a service by address keepalived sets the port right, for one by group it only says so.',
  bad: service('    lb_kind DR\n', real('', '10.0.1.1 8080')).replace('    lb_kind NAT\n', ''),
  good: service('', real('', '10.0.1.1 8080')),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (hasMark(service) || (service.kind === 'address' && hasOnePort(service))) continue
      for (const [server, kind] of unchanged(service)) {
        const virtual = otherPort(service, server)
        if (virtual === undefined) continue
        const data = [kind, server.port, virtual, methodOf(service, server)]
        report({ ...portSpan(subject, service, server, kind), data })
      }
    }
  },
}

/** Nearly every service: nothing to be said, whatever its method. */
function hasOnePort({ port, distinct, sorry }: EffectiveService): boolean {
  for (const server of distinct) if (server.port !== port) return false
  return sorry === undefined || sorry.port === port
}

/** The port of the service, or of the first entry of its group, that is another one. */
function otherPort({ kind, port, group }: EffectiveService, server: EffectiveServer): number | undefined {
  if (kind === 'address') return port === server.port ? undefined : port
  return group?.addresses.find((entry) => entry.port !== server.port)?.port
}

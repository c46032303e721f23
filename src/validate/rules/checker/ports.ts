import { type EffectiveServer, type EffectiveService, NAT_METHODS } from '../../effective-service.ts'
import { headerWordSpan, settingSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { firstOfEach } from './duplicate-real-server.ts'
import { bare, real, service } from './examples.ts'
import { hasMark, READERS, validated } from './lines.ts'

/** Real servers and the sorry server that get packets as they are: DR and TUN do not write another port into them. */
function* unchanged({ method, servers, sorry }: EffectiveService): Generator<readonly [EffectiveServer, 'real' | 'sorry']> {
  const keeps = (server: EffectiveServer): boolean => {
    const used = server.method ?? method ?? 'NAT'
    return !NAT_METHODS.has(used) && used !== '?' && server.port !== 0
  }
  for (const server of firstOfEach(servers)) if (keeps(server)) yield [server, 'real']
  if (sorry !== undefined && keeps(sorry)) yield [sorry, 'sorry']
}

const portSpan = (subject: Subject, { block }: EffectiveService, server: EffectiveServer, kind: 'real' | 'sorry') =>
  kind === 'real' ? headerWordSpan(subject, server.block, 1) : settingSpan(subject, block, 'sorry_server')

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
      if (hasMark(service)) continue
      for (const [server, kind] of unchanged(service)) {
        const virtual = otherPort(service, server)
        if (virtual === undefined) continue
        const data = [kind, server.port, virtual, methodOf(service, server)]
        report({ ...portSpan(subject, service, server, kind), data })
      }
    }
  },
}

const methodOf = (service: EffectiveService, server: EffectiveServer): string => server.method ?? service.method ?? 'NAT'

/** The port of the service, or of the first entry of its group, that is another one. */
function otherPort({ kind, port, group }: EffectiveService, server: EffectiveServer): number | undefined {
  if (kind === 'address') return port === server.port ? undefined : port
  return group?.addresses.find((entry) => entry.port !== server.port)?.port
}

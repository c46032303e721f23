import { originOf } from '../../bind/origins.ts'
import { blocks, headerSpan, numberOf, wordSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { methodOf, services } from '../service.ts'
import { service } from './examples.ts'

const example = (port: number): string => service('    lb_kind DR\n', `    real_server 10.0.1.1 ${port} {\n    }\n`)

/** R24. A port of 0 stands for all ports and says nothing. */
export const portRewrite: Rule = {
  code: 'lvs/port-rewrite',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: (port, virtual, method) =>
    `the real server has port ${port}, the service port ${virtual}, and ${method} does not change ports`,
  consequence: (_port, virtual) => `packets arrive at port ${virtual} of the real server`,
  help: (_port, virtual) => `Write ${virtual}, or use NAT or FNAT.`,
  reported: false,
  explanation: 'DR and TUN hand the packet on as it is; only NAT and FNAT write another port into it.',
  bad: example(8080),
  good: example(80),
  check(subject, report) {
    for (const block of services(subject)) {
      const virtual = numberOf(block, 'port')
      if (virtual === undefined || virtual === 0) continue
      const method = methodOf(block)
      if (method !== 'DR' && method !== 'TUN') continue
      for (const server of blocks(block, 'real_server')) {
        const port = numberOf(server, 'port')
        const origin = originOf(subject.origins, server)
        if (port === undefined || port === 0 || port === virtual || origin === undefined) continue
        const related = [{ ...headerSpan(subject, block), message: 'the service' }]
        report({ ...wordSpan(subject, origin, 1), data: [port, virtual, method], related })
      }
    }
  },
}

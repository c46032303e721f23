import { blocks, headerSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { byName, isMeant, onlyFwmarks, services } from '../service.ts'

const example = (line: string): string =>
  `virtual_server 10.0.0.1 80 {\n    lb_algo rr\n${line}    real_server 10.0.1.1 80 {\n    }\n}\n`

/** R12: without a protocol 1.2.2 makes a UDP service. Firewall marks have none. */
export const noProtocol: Rule = {
  code: 'lvs/no-protocol',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'default',
  message: () => 'the virtual server has no `protocol`',
  consequence: () => 'it serves UDP',
  help: () => 'Write `protocol TCP` or `protocol UDP`.',
  reported: false,
  explanation: 'Whatever is not exactly TCP is UDP in 1.2.2, a missing line too.',
  bad: example(''),
  good: example('    protocol TCP\n'),
  check(subject, report) {
    let groups: ReturnType<typeof byName> | undefined
    for (const service of services(subject)) {
      if (service.protocol !== undefined || service.fwmark !== undefined || isMeant(service, 'protocol')) continue
      const name = textOf(service, 'group')
      if (name !== undefined) {
        groups ??= byName(blocks(subject.model, 'virtual_server_group'))
        const group = groups.get(name)
        if (group !== undefined && onlyFwmarks(group)) continue
      }
      report({ ...headerSpan(subject, service), data: [] })
    }
  },
}

import { settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, methodOf, services } from '../service.ts'
import { service } from './examples.ts'

const example = (line: string): string => `local_address_group l1 {\n    10.0.9.1\n}\n${service(`    lb_kind FNAT\n${line}`)}`

/** R13: full NAT needs addresses of the director to connect from. */
export const fnatWithoutLaddr: Rule = {
  code: 'lvs/fnat-without-laddr',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'outage',
  message: () => 'the service uses FNAT and names no group of local addresses',
  consequence: () => 'there is no address to send from, so no connection reaches a real server',
  help: () => 'Define a `local_address_group` and name it with `laddr_group_name`.',
  reported: false,
  explanation:
    'With FNAT the director replaces the source of every packet by one of its local addresses. Without laddr_group_name the service is made, but without any.',
  bad: example(''),
  good: example('    laddr_group_name l1\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      if (block.laddr_group_name !== undefined || block.fwmark !== undefined || methodOf(block) !== 'FNAT') continue
      if (!isMeant(block, 'laddr_group_name')) report({ ...settingSpan(subject, block, 'lb_kind', 'lvs_method'), data: [] })
    }
  },
}

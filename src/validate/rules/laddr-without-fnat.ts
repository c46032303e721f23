import { settingSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { methodOf, services } from '../service.ts'
import { service } from './examples.ts'

const example = (kind: string): string =>
  `local_address_group l1 {\n    10.0.9.1\n}\n${service(`    lb_kind ${kind}\n    laddr_group_name l1\n`)}`

/** R15, first half: local addresses are for full NAT. */
export const laddrWithoutFnat: Rule = {
  code: 'lvs/laddr-without-fnat',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: (method) => `\`laddr_group_name\` has no effect with ${method}`,
  consequence: () => 'the local addresses are not given to the service, and the name is not even looked up',
  help: () => 'Write `lb_kind FNAT`, or leave the line out.',
  reported: false,
  explanation:
    'The director sends from its local addresses with FNAT only; NAT, which is the default, DR and TUN keep the source of a packet.',
  bad: example('NAT'),
  good: example('FNAT'),
  check(subject, report) {
    for (const block of services(subject)) {
      if (textOf(block, 'laddr_group_name') === undefined) continue
      const method = methodOf(block)
      if (method === undefined || method === 'FNAT') continue
      report({ ...settingSpan(subject, block, 'laddr_group_name'), data: [method] })
    }
  },
}

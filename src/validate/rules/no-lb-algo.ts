import { headerSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, services } from '../service.ts'

const example = (line: string): string =>
  `virtual_server 10.0.0.1 80 {\n${line}    protocol TCP\n    real_server 10.0.1.1 80 {\n    }\n}\n`

/** R12: the scheduler has no default in 1.2.2. */
export const noLbAlgo: Rule = {
  code: 'lvs/no-lb-algo',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'outage',
  message: () => 'the virtual server has no `lb_algo`',
  consequence: () => 'the kernel is asked for a scheduler without a name and refuses the service; only the log says so',
  help: () => 'Write `lb_algo rr`, or another scheduler.',
  reported: false,
  explanation: 'Later versions fall back to wlc; 1.2.2 leaves the name empty.',
  bad: example(''),
  good: example('    lb_algo rr\n'),
  check(subject, report) {
    for (const service of services(subject)) {
      if (service.lb_algo !== undefined || isMeant(service, 'lb_algo') || isMeant(service, 'lvs_sched')) continue
      report({ ...headerSpan(subject, service), data: [] })
    }
  },
}

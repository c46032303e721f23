import { nameOf } from '../../effective-service.ts'
import { headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { bare } from './examples.ts'
import { READERS, validated } from './lines.ts'

const example = (lines: string): string => bare(`    lb_kind NAT\n    protocol TCP\n${lines}`)

/** L056. */
export const noScheduler: Rule = {
  code: 'service/no-scheduler',
  ...READERS,
  severity: 'warning',
  effect: 'default',
  message: (name) => `the service ${name} has no \`lb_algo\``,
  consequence: () => 'it is reported, and wlc is used',
  help: () => 'Write the scheduler that is meant, such as `lb_algo wlc`.',
  reported: true,
  explanation: 'validate_check_config sets the default scheduler and says so, which makes the configuration test fail.',
  bad: example(''),
  good: example('    lb_algo wlc\n'),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (isMeant(service.block, 'lb_algo') || isMeant(service.block, 'lvs_sched')) continue
      report({ ...headerSpan(subject, service.block), data: [nameOf(service)] })
    }
  },
}

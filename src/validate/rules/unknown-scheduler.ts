import { nearest } from '../../text/distance.ts'
import { settingSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { services } from '../service.ts'
import { service } from './examples.ts'

/** S23: the parser takes any word for a scheduler; the kernel refuses a service whose scheduler it does not have. */
export const unknownScheduler: Rule = {
  code: 'lvs/unknown-scheduler',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'outage',
  message: (word) => `\`${word}\` is no scheduler of the 1.2.2 LVS edition`,
  consequence: () => 'the kernel refuses the service unless it has a scheduler of that name; only the log says so',
  help: (_word, help) => help ?? '',
  reported: false,
  explanation:
    'lb_algo is copied as text and handed to the kernel. With a scheduler that does not exist there the service is never set up, and the configuration looks fine.',
  bad: service('').replace('lb_algo rr', 'lb_algo wr'),
  good: service('').replace('lb_algo rr', 'lb_algo wrr'),
  check(subject, report) {
    const arg = subject.schema.root.fields.get('virtual_server')?.context?.fields.get('lb_algo')?.row.args[0]
    const known = arg?.enum ?? []
    for (const block of services(subject)) {
      const word = textOf(block, 'lb_algo')
      if (word === undefined || known.includes(word)) continue
      const near = nearest(word, known)
      const help = near === undefined ? `Known are ${known.join(', ')}.` : `Did you mean \`${near}\`?`
      report({ ...settingSpan(subject, block, 'lb_algo', 'lvs_sched'), data: [word, help] })
    }
  },
}

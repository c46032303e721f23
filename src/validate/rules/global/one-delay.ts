import { listEntries } from '../../entries.ts'
import { lineSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { block } from './examples.ts'

/** V235: the second delay is not derived from the first. */
export const oneDelay: Rule = {
  code: 'global/one-delay',
  lineages: ['keepalived'],
  severity: 'info',
  effect: 'default',
  message: (name) => `only the delay for going down is given for \`${name}\``,
  consequence: () => 'coming up counts at once',
  help: () => 'Write both delays: `eth0 1.5 1.5`.',
  reported: false,
  explanation:
    'A line of interface_up_down_delays has the delay for going down and then the one for coming up, which is 0 without it.',
  bad: block('interface_up_down_delays', '', 'eth0 1.5'),
  good: block('interface_up_down_delays', '', 'eth0 1.5 3'),
  check(subject, report) {
    for (const { entry, place } of listEntries(subject, subject.model, 'interface_up_down_delays')) {
      if (entry.upDelay === undefined) report({ ...lineSpan(subject, place), data: [textOf(entry, 'interface') ?? ''] })
    }
  },
}

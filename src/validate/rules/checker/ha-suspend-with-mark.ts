import { nameOf } from '../../effective-service.ts'
import { settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { marked } from './examples.ts'
import { hasMark, READERS, validated } from './lines.ts'

/** L050. */
export const haSuspendWithMark: Rule = {
  code: 'service/ha-suspend-with-mark',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `\`ha_suspend\` does not go with firewall marks, and ${name} has one`,
  consequence: () => 'it is reported and switched off: the checks run whether or not the address is here',
  help: () => 'Take the line out, or give the service addresses.',
  reported: true,
  explanation:
    'ha_suspend stops the checks while the address of the service is not on this machine; a mark has no address to look at.',
  bad: marked('    ha_suspend\n'),
  good: marked(''),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (service.block.ha_suspend !== true || !hasMark(service)) continue
      report({ ...settingSpan(subject, service.block, 'ha_suspend'), data: [nameOf(service)] })
    }
  },
}

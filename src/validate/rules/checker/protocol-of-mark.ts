import { nameOf } from '../../effective-service.ts'
import { settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { marked } from './examples.ts'
import { hasAddress, hasMark, READERS, validated } from './lines.ts'

/** L055. */
export const protocolOfMark: Rule = {
  code: 'service/protocol-of-mark',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `${name} has firewall marks only, for which \`protocol\` means nothing`,
  consequence: () => 'it is reported and ignored',
  help: () => 'Take `protocol` out: the rule that sets the mark says which packets are meant.',
  reported: true,
  explanation: 'A mark stands for whatever packets the firewall has marked.',
  bad: marked('    protocol TCP\n'),
  good: marked(''),
  check(subject, report) {
    for (const service of validated(subject)) {
      if (!hasMark(service) || hasAddress(service) || textOf(service.block, 'protocol') === undefined) continue
      report({ ...settingSpan(subject, service.block, 'protocol'), data: [nameOf(service)] })
    }
  },
}

import type { Span } from '../../../diagnostics/finding.ts'
import { wordsAt } from '../../entries.ts'
import { blocks, childPlaces, keywordAt, statementsIn } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { block } from './examples.ts'

/** garp_group_interface_handler and garp_group_interfaces_handler. */
export const garpTwice: Rule = {
  code: 'global/interface-in-two-garp-groups',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `\`${name}\` is in a \`garp_group\` already`,
  consequence: () => 'it stays in the first one',
  help: () => 'Name it in one group.',
  reported: true,
  explanation: 'An interface has one pace of gratuitous ARP: a second group that names it, or the same one again, is reported.',
  bad:
    block('garp_group', '', 'garp_interval 1', 'interface eth0') + block('garp_group', '', 'garp_interval 2', 'interface eth0'),
  good:
    block('garp_group', '', 'garp_interval 1', 'interface eth0') + block('garp_group', '', 'garp_interval 2', 'interface eth1'),
  check(subject, report) {
    const first = new Map<string, Span>()
    for (const group of blocks(subject.model, 'garp_group')) {
      for (const place of statementsIn(subject, group)) {
        const keyword = keywordAt(subject, place)
        const words =
          keyword === 'interface'
            ? wordsAt(subject, place).slice(1, 2)
            : keyword === 'interfaces'
              ? childPlaces(subject, place).flatMap((line) => wordsAt(subject, line))
              : []
        for (const { text, span } of words) {
          const other = first.get(text)
          if (other === undefined) first.set(text, span)
          else report({ ...span, data: [text], related: [{ ...other, message: 'named here' }] })
        }
      }
    }
  },
}

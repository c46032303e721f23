import { blocks, childPlaces, closeSpanAt, find, keywordAt, type Place, settingsIn, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { globals } from './examples.ts'

/** garp_group_interfaces_handler and email_handler; `vrrp/empty-group` speaks of lists of members. The line of the brace is named. */
export const emptyList: Rule = {
  code: 'global/empty-list',
  lineages: ['keepalived'],
  since: '2.0.0',
  severity: 'warning',
  effect: 'ignored',
  message: (keyword, block) => `the \`${keyword}\` list of ${block === '' ? 'this block' : `\`${block}\``} is empty`,
  consequence: () => 'the list counts as absent, and the configuration test fails because of the message',
  help: () => 'Fill it, or leave it out.',
  reported: true,
  explanation: 'Some lists are reported when there is nothing between their braces.',
  bad: globals('notification_email {', '}'),
  good: globals('notification_email {', '    admin@example.org', '}'),
  check(subject, report) {
    const look = (place: Place, name: string): void => {
      if (childPlaces(subject, place).length === 0)
        report({ ...closeSpanAt(subject, place), data: [keywordAt(subject, place), name] })
    }
    for (const place of settingsIn(subject, 'global_defs', 'notification_email')) look(place, 'global_defs')
    for (const block of blocks(subject.model, 'garp_group')) {
      if (!Array.isArray(block.interfaces) || block.interfaces.length > 0) continue
      for (const place of find(subject, block, 'interfaces')) look(place, textOf(block, 'name') ?? 'garp_group')
    }
  },
}

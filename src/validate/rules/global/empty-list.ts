import type { MutableBlock } from '../../../bind/model.ts'
import type { Document } from '../../../cst/document.ts'
import { CLOSE_BRACE, field } from '../../../cst/statements.ts'
import { endOf, startOf } from '../../../lex/tokens.ts'
import { blocks, childPlaces, find, keywordAt, lineSpan, type Place, settingsIn, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { globals } from './examples.ts'

/** Lists that are read by `read_value_block`, with the block that they stand in. */
const LISTS = [
  ['vrrp_sync_group', 'group'],
  ['track_group', 'group'],
  ['garp_group', 'interfaces'],
] as const

/** vrrp_group_handler, static_track_group_group_handler, garp_group_interfaces_handler, email_handler. The line of the brace is named. */
export const emptyList: Rule = {
  code: 'global/empty-list',
  lineages: ['keepalived'],
  since: '2.0.0',
  severity: 'warning',
  effect: 'ignored',
  message: (keyword, block) => `the \`${keyword}\` list of ${block === '' ? 'this block' : `\`${block}\``} is empty`,
  consequence: (keyword) =>
    keyword === 'group'
      ? 'the group is removed'
      : 'the list counts as absent, and the configuration test fails because of the message',
  help: () => 'Fill it, or leave it out.',
  reported: true,
  explanation: 'Some lists are reported when there is nothing between their braces.',
  bad: globals('notification_email {', '}'),
  good: globals('notification_email {', '    admin@example.org', '}'),
  check(subject, report) {
    const look = (place: Place, name: string): void => {
      if ([...childPlaces(subject, place)].length === 0)
        report({ ...braceSpan(subject, place), data: [keywordAt(subject, place), name] })
    }
    for (const place of settingsIn(subject, 'global_defs', 'notification_email')) look(place, 'global_defs')
    for (const [keyword, list] of LISTS) {
      for (const block of blocks(subject.model, keyword)) {
        if (isEmpty(block, list)) for (const place of find(subject, block, list)) look(place, textOf(block, 'name') ?? keyword)
      }
    }
  },
}

const isEmpty = (block: MutableBlock, list: string): boolean =>
  Array.isArray(block[list]) && (block[list] as unknown[]).length === 0

function braceSpan(subject: Subject, place: Place): ReturnType<typeof lineSpan> {
  const { statements, tokens } = subject.sources.documents[place.file] as Document
  const close = field(statements, place.row, CLOSE_BRACE)
  return close < 0 ? lineSpan(subject, place) : { file: place.file, start: startOf(tokens, close), end: endOf(tokens, close) }
}

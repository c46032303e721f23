import { serverGroup } from '../../groups.ts'
import { blocks, closeSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { ENTRY, group } from './examples.ts'
import { READERS } from './lines.ts'

/** L001. Entries that cannot be read have findings of their own. */
export const emptyGroup: Rule = {
  code: 'service/empty-group',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (name) => `the group ${name} has no entries`,
  consequence: () => 'it is reported and dropped, and with it silently every service that names it',
  help: () => 'Add an address and a port, or take the group out.',
  reported: true,
  explanation: 'A group without addresses and marks is removed when its block closes (vsg_handler).',
  bad: group(''),
  good: group(ENTRY),
  check(subject, report) {
    for (const block of blocks(subject.model, 'virtual_server_group')) {
      const { hasAddress, hasMark } = serverGroup(block)
      const name = textOf(block, 'name')
      if (hasAddress || hasMark || name === undefined || block.unknown !== undefined) continue
      report({ ...closeSpan(subject, block), data: [name] })
    }
  },
}

import type { MutableBlock } from '../../../bind/model.ts'
import { type Checker, checkersOf } from '../../checkers.ts'
import { settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { checked, line } from './examples.ts'
import { SESSION } from './followed.ts'
import { READERS } from './lines.ts'

/** L032: one session, two checkers of one real server. */
export const sessionTwice: Rule = {
  code: 'checker/session-twice',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `another BFD_CHECK of this real server follows ${name} already`,
  consequence: () => 'it is reported, and this one is dropped',
  help: () => 'Keep one.',
  reported: true,
  explanation: 'A session that is down takes the server out once (bfd_name_handler).',
  bad: SESSION + checked('BFD_CHECK', line('name path1')).replace(/( {8}BFD_CHECK[^}]*}\n)/, '$1$1'),
  good: SESSION + checked('BFD_CHECK', line('name path1')),
  check(subject, report) {
    const seen = new Map<MutableBlock, Set<string>>()
    for (const { block, server } of checkersOf(subject, 'BFD_CHECK') as Iterable<Checker>) {
      const name = textOf(block, 'name')
      if (name === undefined) continue
      const names = seen.get(server) ?? new Set()
      seen.set(server, names)
      if (names.has(name)) report({ ...settingSpan(subject, block, 'name'), data: [name] })
      names.add(name)
    }
  },
}

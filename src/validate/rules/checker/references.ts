import type { MutableBlock } from '../../../bind/model.ts'
import { originOf } from '../../../bind/origins.ts'
import { type Checker, checkersOf } from '../../checkers.ts'
import { blocks, closeSpan, find, headerSpan, lineSpan, settingSpan, textOf, wordAt } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { byName, isIncomplete, isMeant } from '../../service.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'

const FILE = 'track_file load {\n    file /run/load\n}\n'
const SESSION = 'bfd_instance path1 {\n    neighbor_ip 10.0.0.2\n}\n'

/** What a checker names, and where that is defined. */
interface Kind {
  readonly checker: string
  readonly setting: string
  readonly keywords: readonly string[]
}

const KINDS: readonly Kind[] = [
  { checker: 'FILE_CHECK', setting: 'track_file', keywords: ['track_file', 'vrrp_track_file'] },
  { checker: 'BFD_CHECK', setting: 'name', keywords: ['bfd_instance'] },
]

/** L031 and L032, first half: at the brace that closes the checker. */
export const nothingToFollow: Rule = {
  code: 'checker/nothing-to-follow',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (checker, setting) => `\`${checker}\` has no \`${setting}\``,
  consequence: () => 'it is reported, and the checker is dropped: nobody checks the server',
  help: (_checker, setting) => `Name what it follows: \`${setting} NAME\`.`,
  reported: true,
  explanation: 'The checker follows a tracked file or a BFD session by its name (file_end_handler, bfd_end_handler).',
  bad: FILE + checked('FILE_CHECK', line('weight 2')),
  good: FILE + checked('FILE_CHECK', line('track_file load')),
  check(subject, report) {
    for (const { checker, setting } of KINDS) {
      for (const { block } of checkersOf(subject, checker)) {
        if (isMeant(block, setting)) continue
        const related = [{ ...headerSpan(subject, block), message: 'the checker' }]
        report({ ...closeSpan(subject, block), data: [checker, setting], related })
      }
    }
  },
}

/** L031 and L032, second half: the name is looked up when its line is read. */
export const unknownReference: Rule = {
  code: 'checker/unknown-reference',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (checker, name, keyword, where) =>
    where === '' ? `no \`${keyword}\` is named \`${name}\`` : `the \`${keyword}\` ${name} stands below this ${checker}`,
  consequence: () => 'it is reported, and the checker is dropped: nobody checks the server',
  help: (_checker, name, keyword) => `Define \`${keyword} ${name}\` above the services.`,
  reported: true,
  explanation: 'The name is looked up while reading, so what it names must stand above (track_file_handler, bfd_name_handler).',
  bad: checked('BFD_CHECK', line('name path1')) + SESSION,
  good: SESSION + checked('BFD_CHECK', line('name path1')),
  check(subject, report) {
    for (const { checker, setting, keywords } of KINDS) {
      let known: ReadonlyMap<string, MutableBlock> | undefined
      for (const { block } of checkersOf(subject, checker)) {
        if (textOf(block, setting) === undefined) continue
        if (isIncomplete(subject)) return
        known ??= byName(keywords.flatMap((keyword) => blocks(subject.model, keyword)))
        for (const place of find(subject, block, setting)) {
          const name = wordAt(subject, place, 0) as string
          const target = known.get(name)
          if (target !== undefined && !isBelow(subject, target, block)) continue
          const related = target === undefined ? [] : [{ ...headerSpan(subject, target), message: 'it stands here' }]
          const data = [checker, name, keywords[0] as string, target === undefined ? '' : 'below']
          report({ ...lineSpan(subject, place), data, related })
        }
      }
    }
  },
}

/** In the same file; of two files nothing is said. */
function isBelow(subject: Subject, target: MutableBlock, block: MutableBlock): boolean {
  const a = originOf(subject.origins, target)
  const b = originOf(subject.origins, block)
  return a !== undefined && b !== undefined && a.file === b.file && a.row > b.row
}

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

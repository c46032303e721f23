import type { MutableBlock } from '../../../bind/model.ts'
import { originOf } from '../../../bind/origins.ts'
import { checkersOf } from '../../checkers.ts'
import { blocks, find, headerSpan, lineSpan, textOf, wordAt } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { byName, isIncomplete } from '../../service.ts'
import { checked, line } from './examples.ts'
import { KINDS, SESSION } from './followed.ts'
import { READERS } from './lines.ts'

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
          const name = wordAt(subject, place, 0)
          if (name === undefined) continue
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

import type { MutableBlock } from '../../../bind/model.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { entryPlaces, headerSpan, keywordAt, keywordSpan, wordAt, wordSpan } from '../../look.ts'
import type { Subject } from '../../rule.ts'

/** Where a group names an instance, the first time or the last; the header of the group where that cannot be found. */
export function memberSpan(subject: Subject, group: MutableBlock, name: string, last = false): Span {
  let found: Span | undefined
  for (const place of entryPlaces(subject, group, 'group')) {
    if (keywordAt(subject, place) === name) found = keywordSpan(subject, place)
    for (let i = 0, word = wordAt(subject, place, 0); word !== undefined; word = wordAt(subject, place, ++i)) {
      if (word === name) found = wordSpan(subject, place, i)
      if (found !== undefined && !last) return found
    }
    if (found !== undefined && !last) return found
  }
  return found ?? headerSpan(subject, group)
}

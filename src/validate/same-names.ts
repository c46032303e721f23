import type { MutableBlock } from '../bind/model.ts'
import { blocks, headerSpan, textOf } from './look.ts'
import type { Rule, Subject } from './rule.ts'

/** Reports each block of these keywords whose name an earlier one of the same keyword has, with the keyword and the name as data. */
export function reportSameNames(subject: Subject, keywords: readonly string[], report: Parameters<Rule['check']>[1]): void {
  for (const keyword of keywords) {
    const first = new Map<string, MutableBlock>()
    for (const block of blocks(subject.model, keyword)) {
      const name = textOf(block, 'name')
      if (name === undefined) continue
      const other = first.get(name)
      if (other === undefined) first.set(name, block)
      else {
        const related = [{ ...headerSpan(subject, other), message: 'the one that is used' }]
        report({ ...headerSpan(subject, block), data: [keyword, name], related })
      }
    }
  }
}

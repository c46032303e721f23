import { tokenIndexAt } from '../lex/tokens.ts'
import { type Document, parentOf } from './document.ts'
import { FIRST, field } from './statements.ts'

/** The row of the last statement that starts at or before an offset; -1 before the first. */
export function rowAt({ tokens, statements }: Document, offset: number): number {
  const token = tokenIndexAt(tokens, offset)
  let low = -1
  let high = statements.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (field(statements, middle, FIRST) <= token) low = middle
    else high = middle - 1
  }
  return low
}

/** The row of the statement of the top level at an offset; -1 before the first. */
export function topRowAt(document: Document, offset: number): number {
  let row = rowAt(document, offset)
  for (let parent = row; parent >= 0; parent = parentOf(document, parent)) row = parent
  return row
}

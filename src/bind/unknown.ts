import { type Document, hasBlock } from '../cst/document.ts'
import { field, NEXT } from '../cst/statements.ts'
import { argumentsOf, keywordOf, prefixOf } from '../cst/words.ts'
import type { UnknownStatement } from './model.ts'

/** A statement with everything below it, by words. A loop, not a recursion: nesting can be a million deep. */
export function keep(document: Document, row: number): UnknownStatement {
  const end = field(document.statements, row, NEXT)
  const result = node(document, row)
  const open: { readonly end: number; readonly block: UnknownStatement[] }[] = []
  if (result.block !== undefined) open.push({ end, block: result.block })
  for (let at = row + 1; at < end; at++) {
    while ((open.at(-1)?.end ?? end) <= at) open.pop()
    const child = node(document, at)
    open.at(-1)?.block.push(child)
    if (child.block !== undefined) open.push({ end: field(document.statements, at, NEXT), block: child.block })
  }
  return result
}

function node(document: Document, row: number): UnknownStatement & { readonly block?: UnknownStatement[] } {
  const prefix = prefixOf(document, row)
  return {
    keyword: keywordOf(document, row),
    args: argumentsOf(document, row),
    ...(prefix === undefined ? {} : { prefix }),
    ...(hasBlock(document, row) ? { block: [] } : {}),
  }
}

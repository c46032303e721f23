import { BLANK, COMMENT } from '../lex/kinds.ts'
import { kindOf, textOf } from '../lex/tokens.ts'
import { childRows, type Document, hasBlock, headSpan } from './document.ts'
import { field, LAST, OPEN_BRACE } from './statements.ts'
import { argumentsOf, keywordOf, prefixOf } from './words.ts'

/** A readonly view of one statement. `children` is made when asked for. */
export interface Statement {
  /** Row in the statement table, the identity of the statement in its document. */
  readonly row: number
  /** Empty for a block without a keyword. */
  readonly keyword: string
  readonly args: readonly string[]
  /** Offsets from the keyword to the last word. */
  readonly start: number
  readonly end: number
  /** A condition or sequence in front of it, as written. */
  readonly prefix: string | undefined
  readonly hasBlock: boolean
  children(): readonly Statement[]
}

/** The statements at the top level of a document. */
export const statements = (document: Document): readonly Statement[] => below(document, -1)

const below = (document: Document, parent: number): readonly Statement[] =>
  [...childRows(document, parent)].map((row) => statementAt(document, row))

export function statementAt(document: Document, row: number): Statement {
  return {
    row,
    keyword: keywordOf(document, row),
    args: argumentsOf(document, row),
    ...headSpan(document, row),
    prefix: prefixOf(document, row),
    hasBlock: hasBlock(document, row),
    children: () => below(document, row),
  }
}

/** The comment on the same line behind a statement (behind its `{` for a block), as written; undefined without one. */
export function commentOf(document: Document, row: number): string | undefined {
  const open = field(document.statements, row, OPEN_BRACE)
  let at = Math.max(open, field(document.statements, row, LAST)) + 1
  while (at < document.tokens.count && kindOf(document.tokens, at) === BLANK) at++
  return at < document.tokens.count && kindOf(document.tokens, at) === COMMENT ? textOf(document.tokens, at) : undefined
}

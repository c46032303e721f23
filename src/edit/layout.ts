import { type Document, hasBlock, parentOf } from '../cst/document.ts'
import { FIRST, field, LAST, NEXT, OPEN_BRACE } from '../cst/statements.ts'
import { argumentTokens } from '../cst/words.ts'
import { EOL } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import { type Anchor, previousRow } from './changes.ts'
import { eolAt, extentOf, indentationAt, isSpaced, marginOf, NEAR, tokenBefore, unitAt } from './lines.ts'

/** How new lines at a place look, taken from their neighbours. */
export interface Style {
  readonly indentation: string
  readonly unit: string
  readonly eol: string
  /** Blocks are set apart by empty lines. */
  readonly spaced: boolean
  /** The opening brace stands on a line of its own. */
  readonly braceBelow: boolean
}

export function styleAt({ document, row, at }: Anchor): Style {
  const { text, tokens, statements } = document
  const unit = unitAt(document, row)
  if (row < 0)
    return { indentation: '', unit, eol: eolAt(document, text.length), spaced: true, braceBelow: braceBelowIn(document, -1) }
  const start = startOf(tokens, field(statements, row, FIRST))
  const eol = eolAt(document, start)
  const inside = at === 'inside'
  const indentation = inside ? indentationAt(document, start) + unit : marginOf(document, row)
  return {
    indentation,
    unit,
    eol,
    spaced: !inside && isSpacedAt(document, row, at === 'after'),
    braceBelow: braceBelowIn(document, row),
  }
}

/** Whether the neighbours of a new block are set apart by empty lines. */
function isSpacedAt(document: Document, row: number, isAfter: boolean): boolean {
  const { statements } = document
  const parent = parentOf(document, row)
  const own = extentOf(document, row)
  const next = field(statements, row, NEXT)
  const end = parent < 0 ? statements.count : field(statements, parent, NEXT)
  const below = next < end ? isSpaced(document, own, extentOf(document, next)) : undefined
  const previous = previousRow(document, row)
  const above = previous < 0 ? undefined : isSpaced(document, extentOf(document, previous), own)
  // The gap that is there decides; where there is none, the one on the other side of a block.
  const [here, there] = isAfter ? [below, above] : [above, below]
  return here ?? (hasBlock(document, row) ? there : undefined) ?? parent < 0
}

/** Where the brace of a neighbour stands; without one, the first of the file. */
function braceBelowIn(document: Document, row: number): boolean {
  const { statements, tokens } = document
  let at = row >= 0 && hasBlock(document, row) ? row : 0
  const end = Math.min(statements.count, at + NEAR)
  while (at < end && !hasBlock(document, at)) at++
  if (at >= end) return false
  return kindOf(tokens, tokenBefore(document, field(statements, at, OPEN_BRACE))) === EOL
}

/** Written lines in the style of their neighbours. They come with their braces at the ends of lines. */
export function restyled(text: string, { braceBelow, eol }: Style): string {
  if (!braceBelow) return text
  return text
    .split(eol)
    .map((line) => (line.endsWith(' {') ? `${line.slice(0, -2)}${eol}${(/^[ \t]*/.exec(line) as RegExpExecArray)[0]}{` : line))
    .join(eol)
}

/** A setting whose value starts in the column of its neighbour's value. */
export function aligned(words: readonly string[], { document, row, at }: Anchor): string {
  const [keyword = '', ...rest] = words
  if (at === 'inside' || rest.length === 0) return words.join(' ')
  const { tokens, statements, text } = document
  const first = field(statements, row, FIRST)
  const value = argumentTokens(document, row)[0]
  if (value === undefined || hasBlock(document, row) || field(statements, row, LAST) < value) return words.join(' ')
  const gap = text.slice(endOf(tokens, first), startOf(tokens, value))
  const column = startOf(tokens, value) - startOf(tokens, first)
  const blanks = /^\t+$/.test(gap) ? gap : gap.length > 1 ? ' '.repeat(Math.max(1, column - keyword.length)) : ' '
  return keyword + blanks + rest.join(' ')
}

/** Lines of another place with the indentation of this one. */
export function moved(text: string, from: string, to: string, eol: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (line.startsWith(from) && line.trim() !== '' ? to + line.slice(from.length) : line))
    .join(eol)
}

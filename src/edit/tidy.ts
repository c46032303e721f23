import type { Document } from '../cst/document.ts'
import type { SpanEdit } from '../diagnostics/finding.ts'
import { BLANK, BOM, CLOSE, COMMENT, OPEN } from '../lex/kinds.ts'
import { kindOf, tokenIndexAt } from '../lex/tokens.ts'
import { emptyAbove, emptyBelow } from './lines.ts'

/** One change of a file. `new-lines` are whole lines at the start of a line, `removed-lines` whole lines. */
export interface Piece extends SpanEdit {
  readonly kind: 'words' | 'new-lines' | 'removed-lines'
}

/**
 * Pieces → edits in order, what touches in one. Where lines are removed no two runs of empty lines are left to come together, and none behind the
 * opening of a block or in front of its end. Undefined where two pieces overlap.
 */
export function tidied(documents: readonly Document[], pieces: readonly Piece[]): readonly SpanEdit[] | undefined {
  const result: SpanEdit[] = []
  const byFile = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const known = byFile.get(piece.file)
    if (known === undefined) byFile.set(piece.file, [piece])
    else known.push(piece)
  }
  for (const [file, own] of [...byFile].sort(([a], [b]) => a - b)) {
    const edits = editsOf(documents[file] as Document, own)
    if (edits === undefined) return undefined
    result.push(...edits)
  }
  return result
}

function editsOf(document: Document, pieces: readonly Piece[]): readonly SpanEdit[] | undefined {
  const positions = new Set(pieces.filter(({ kind }) => kind === 'new-lines').map(({ start }) => start))
  const removed = pieces.filter(({ kind }) => kind === 'removed-lines').sort((a, b) => a.start - b.start)
  const rest = pieces.filter(({ kind }) => kind !== 'removed-lines')
  const all: SpanEdit[] = [
    ...rest,
    ...regions(document, removed, positions).map((one) => withEmptyLines(document, one, positions)),
  ]
  // New lines stand in front of what begins at the same place; of several the order is that in which they were asked for.
  const sorted = all.map((edit, i) => ({ edit, i })).sort((a, b) => compare(a.edit, b.edit) || a.i - b.i)
  const result: SpanEdit[] = []
  for (const { edit } of sorted) {
    const previous = result.at(-1)
    if (previous === undefined || edit.start > previous.end) result.push(edit)
    else if (edit.start < previous.end && (edit.newText !== '' || previous.newText !== '')) return undefined
    else
      result[result.length - 1] = { ...previous, end: Math.max(previous.end, edit.end), newText: previous.newText + edit.newText }
  }
  return result
}

const compare = (a: SpanEdit, b: SpanEdit): number => a.start - b.start || Number(a.start !== a.end) - Number(b.start !== b.end)

/** Removed lines that nothing but empty lines separates are one region. */
function regions(document: Document, removed: readonly Piece[], positions: ReadonlySet<number>): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of removed) {
    const previous = result.at(-1)
    const isNext =
      previous !== undefined &&
      piece.start <= emptyBelow(document, previous.end).to &&
      !positions.has(previous.end) &&
      !positions.has(piece.start)
    if (!isNext) result.push(piece)
    else result[result.length - 1] = { ...previous, end: Math.max(previous.end, piece.end) }
  }
  return result
}

function withEmptyLines(document: Document, region: Piece, positions: ReadonlySet<number>): SpanEdit {
  const { text } = document
  let { start, end } = region
  // New lines stand at the ends of such a run, never inside.
  const above = positions.has(start) ? { from: start, count: 0 } : emptyAbove(document, start)
  const below = positions.has(end) ? { to: end, count: 0 } : emptyBelow(document, end)
  const opens = !positions.has(above.from) && opensAt(document, above.from)
  const closes = !positions.has(below.to) && closesAt(document, below.to)
  if (!(opens && closes)) {
    // Of two runs the shorter one goes; of two of one length the one without blanks in it, which new lines bring along.
    const [up, down] = [start - above.from, below.to - end]
    const isUpper = above.count < below.count || (above.count === below.count && up <= down)
    if (above.count > 0 && (below.count > 0 ? isUpper : closes)) start = above.from
    else if (below.count > 0 && (above.count > 0 || opens)) end = below.to
  }
  // The last line had no end, and neither has the one that is the last now.
  if (end === text.length && text[end - 1] !== '\n' && text[start - 1] === '\n' && !positions.has(start)) {
    start -= text[start - 2] === '\r' ? 2 : 1
  }
  return { file: region.file, start, end, newText: '' }
}

function opensAt({ tokens }: Document, offset: number): boolean {
  let at = offset === 0 ? -1 : tokenIndexAt(tokens, offset - 1) - 1
  while (at >= 0 && [BLANK, COMMENT, BOM].includes(kindOf(tokens, at))) at--
  return at < 0 || kindOf(tokens, at) === OPEN
}

function closesAt({ tokens, text }: Document, offset: number): boolean {
  if (offset >= text.length) return true
  let at = tokenIndexAt(tokens, offset)
  while (at < tokens.count && kindOf(tokens, at) === BLANK) at++
  return at >= tokens.count || kindOf(tokens, at) === CLOSE
}

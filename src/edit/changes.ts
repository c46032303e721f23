import { type Document, parentOf } from '../cst/document.ts'
import { CLOSE_BRACE, FIRST, field } from '../cst/statements.ts'
import type { Span, SpanEdit } from '../diagnostics/finding.ts'
import { CLOSE, COMMENT, EOL, OPEN } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import type { Spot } from './editing.ts'
import { type Extent, eolAt, extentOf, indentationAt, lastToken, marginOf, tokenBefore, tokenBehind } from './lines.ts'
import { type Piece, tidied } from './tidy.ts'

/** A place for new statements: beside one that stays, or in a block (or, with row -1, a file) that holds none. */
export interface Anchor extends Spot {
  readonly at: 'after' | 'before' | 'inside'
}

/** The lines of new statements, with their indentation and without the last line end. */
export interface Chunk {
  readonly text: string
  /** An empty line stands between it and its neighbours. */
  readonly spaced: boolean
}

/** Collects what is to be changed. Nothing is decided about blank lines before all of it is known. */
export interface Changes {
  readonly replace: (span: Span, newText: string) => void
  readonly remove: (spot: Spot) => void
  readonly insert: (anchor: Anchor, chunk: Chunk) => void
  /** In the order of the files, without overlaps; undefined where two of them get into each other's way. */
  readonly done: () => readonly SpanEdit[] | undefined
}

interface Insertion {
  readonly anchor: Anchor
  readonly chunks: Chunk[]
}

export function changes(documents: readonly Document[]): Changes {
  const replaced: SpanEdit[] = []
  const removed: Spot[] = []
  const inserted = new Map<string, Insertion>()
  return {
    replace: (span, newText) => {
      if (documents[span.file]?.text.slice(span.start, span.end) !== newText) replaced.push({ ...span, newText })
    },
    remove: (spot) => {
      removed.push(spot)
    },
    insert: (anchor, chunk) => {
      const key = keyOf(anchor)
      const known = inserted.get(key)
      if (known === undefined) inserted.set(key, { anchor, chunks: [chunk] })
      else known.chunks.push(chunk)
    },
    done: () => {
      const pieces: Piece[] = replaced.map((edit) => ({ ...edit, kind: 'words' }))
      for (const insertion of inserted.values()) pieces.push(insertionPiece(insertion), ...unfolded(insertion, inserted))
      for (const spot of removed) pieces.push(removalPiece(spot))
      return tidied(documents, pieces)
    },
  }
}

const keyOf = ({ file, row, at }: Anchor): string => `${file} ${row} ${at}`

/** A block on one line gets lines of its own when something is added to its only statement. */
function unfolded({ anchor }: Insertion, all: ReadonlyMap<string, Insertion>): readonly Piece[] {
  const { file, document, row, at } = anchor
  if (at === 'inside' || all.has(keyOf({ ...anchor, at: at === 'after' ? 'before' : 'after' }))) return []
  const { tokens, statements } = document
  const { start, end, top, bottom } = extentOf(document, row)
  const before = tokenBefore(document, field(statements, row, FIRST))
  const behind = tokenBehind(document, lastToken(document, row))
  const isAlone = top < 0 && bottom < 0 && kindOf(tokens, before) === OPEN && kindOf(tokens, behind) === CLOSE
  if (!isAlone) return []
  const eol = eolAt(document, start)
  const margin = indentationAt(document, start)
  return at === 'after'
    ? [{ kind: 'words', file, start: endOf(tokens, before), end: start, newText: eol + marginOf(document, row) }]
    : [{ kind: 'words', file, start: end, end: startOf(tokens, behind), newText: eol + margin }]
}

function removalPiece({ file, document, row }: Spot): Piece {
  const { tokens, statements } = document
  const extent = extentOf(document, row)
  const { start, end, top, bottom } = extent
  if (top >= 0 && bottom >= 0) return { kind: 'removed-lines', file, start: top, end: bottom, newText: '' }
  const last = lastToken(document, row)
  const behind = tokenBehind(document, last)
  if (bottom >= 0) {
    // The last one of a line: the blanks in front of it go, and the comment behind it.
    const isComment = behind < tokens.count && kindOf(tokens, behind) === COMMENT
    return {
      kind: 'words',
      file,
      start: frontOf(extent, document, row),
      end: isComment ? endOf(tokens, behind) : end,
      newText: '',
    }
  }
  const isLastInside = kindOf(tokens, behind) === CLOSE && tokenBefore(document, field(statements, row, FIRST)) >= 0
  if (isLastInside && top < 0) return { kind: 'words', file, start: frontOf(extent, document, row), end, newText: '' }
  return { kind: 'words', file, start, end: startOf(tokens, behind), newText: '' }
}

const frontOf = ({ start }: Extent, document: Document, row: number): number => {
  const before = tokenBefore(document, field(document.statements, row, FIRST))
  return before < 0 ? start : endOf(document.tokens, before)
}

function insertionPiece({ anchor, chunks }: Insertion): Piece {
  const { file, document, row, at } = anchor
  const { text, tokens, statements } = document
  if (at === 'inside') return insideBlock(anchor, chunks)
  const { start, end, top, bottom } = extentOf(document, row)
  const eol = eolAt(document, start)
  const lines = (position: number, newText: string): Piece => ({
    kind: 'new-lines',
    file,
    start: position,
    end: position,
    newText,
  })
  if (at === 'after') {
    if (bottom >= 0) {
      const ended = text[bottom - 1] === '\n' || text[bottom - 1] === '\r'
      const whole = chunks.map((chunk) => (chunk.spaced ? eol : '') + chunk.text + eol).join('')
      return lines(bottom, ended ? whole : eol + whole.slice(0, -eol.length))
    }
    const behind = startOf(tokens, tokenBehind(document, lastToken(document, row)))
    const margin = indentationAt(document, start)
    return {
      kind: 'words',
      file,
      start: end,
      end: behind,
      newText: eol + chunks.map((chunk) => chunk.text + eol).join('') + margin,
    }
  }
  if (top >= 0) return lines(top, chunks.map((chunk) => chunk.text + eol + (chunk.spaced ? eol : '')).join(''))
  const before = tokenBefore(document, field(statements, row, FIRST))
  const margin = (/^[ \t]*/.exec((chunks[0] as Chunk).text) as RegExpExecArray)[0]
  const from = before < 0 ? start : endOf(tokens, before)
  return {
    kind: 'words',
    file,
    start: from,
    end: start,
    newText: eol + chunks.map((chunk) => chunk.text + eol).join('') + margin,
  }
}

function insideBlock({ file, document, row }: Anchor, chunks: readonly Chunk[]): Piece {
  const { text, tokens, statements } = document
  const eol = eolAt(document, row < 0 ? text.length : startOf(tokens, field(statements, row, FIRST)))
  const body = chunks.map((chunk, i) => (i > 0 && chunk.spaced ? eol : '') + chunk.text + eol).join('')
  const close = row < 0 ? tokens.count : field(statements, row, CLOSE_BRACE)
  const before = tokenBefore(document, close)
  if (row >= 0 && kindOf(tokens, before) !== EOL) {
    const margin = indentationAt(document, startOf(tokens, field(statements, row, FIRST)))
    return { kind: 'words', file, start: endOf(tokens, before), end: startOf(tokens, close), newText: eol + body + margin }
  }
  const position = row < 0 ? text.length : before < 0 ? 0 : endOf(tokens, before)
  // A comment at the end would be taken for one about the new lines.
  const isBehindComment = before > 0 && kindOf(tokens, before) === EOL && isOwnLineComment(document, before - 1)
  const ended = position === 0 || text[position - 1] === '\n' || text === '\uFEFF'
  const front = (ended ? '' : eol) + (isBehindComment || (!ended && kindOf(tokens, before) === COMMENT) ? eol : '')
  return { kind: 'new-lines', file, start: position, end: position, newText: front + body }
}

function isOwnLineComment(document: Document, token: number): boolean {
  if (token < 0 || kindOf(document.tokens, token) !== COMMENT) return false
  const above = tokenBefore(document, token)
  return above < 0 || kindOf(document.tokens, above) === EOL
}

/** The statement in front of one in the same block; -1 for the first. */
export function previousRow(document: Document, row: number): number {
  const parent = parentOf(document, row)
  let at = row - 1
  while (at > parent && parentOf(document, at) !== parent) at = parentOf(document, at)
  return at > parent ? at : -1
}

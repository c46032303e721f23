import type { Document } from '../cst/document.ts'
import { BLANK, EOL, OPEN, QUOTED, RAW, WORD } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import { trimmedEnd } from './format-lines.ts'
import { type Braces, lacksWords, type Piece } from './format-pieces.ts'

/** A stretch of the file that stays as it is, with the blanks that go in front of it. */
export interface Chunk {
  readonly start: number
  readonly end: number
  gap: string
}

/** The chunks of one line of the formatted text. The gap of the first one is its margin. */
export interface Laid {
  readonly piece: Piece
  readonly chunks: readonly Chunk[]
  /** The comment behind code whose gap may change; undefined without one. */
  readonly comment: Chunk | undefined
}

/** Margins and blanks between words. Where a comment behind code goes is decided by its neighbours, see `alignComments`. */
export function layOut(document: Document, piece: Piece, braces: Braces, unit: string): Laid {
  const { text, tokens, profile } = document
  const { line, from, to, level } = piece
  if (line.freedom === 'frozen') {
    return { piece, chunks: [{ start: line.start, end: line.end, gap: '' }], comment: undefined }
  }
  const margin = level < 0 ? text.slice(line.start, startOf(tokens, from)) : unit.repeat(level)
  if (line.hasBackslash) {
    return { piece, chunks: [{ start: startOf(tokens, from), end: line.end, gap: margin }], comment: undefined }
  }
  const chunks: Chunk[] = []
  if (line.freedom === 'inside' && to > from) {
    chunks.push({ start: startOf(tokens, from), end: endOf(tokens, to - 1), gap: margin })
  } else {
    let previous = -1
    for (let i = from; i < to; i++) {
      const kind = kindOf(tokens, i)
      if (kind === BLANK || kind === EOL) continue
      const gap = previous < 0 ? margin : previous < i - 1 || needsBlank(previous, kind) ? ' ' : ''
      chunks.push({ start: startOf(tokens, i), end: endOf(tokens, i), gap })
      previous = i
    }
  }
  if (piece.comment < 0) return { piece, chunks, comment: undefined }
  const start = startOf(tokens, piece.comment)
  const { end } = piece.commentLine
  const trimmed = trimmedEnd(text, start, end)
  const isGlued = chunks.at(-1)?.end === start
  const gap = chunks.length === 0 ? margin : isGlued && !braces.cuts ? '' : ' '
  // 2.2.7 takes a backslash at the very end of a comment for one of the line.
  const isKept = profile.directives && text[trimmed - 1] === '\\'
  const comment = { start, end: isKept ? end : trimmed, gap }
  return { piece, chunks: [...chunks, comment], comment: chunks.length > 0 && gap !== '' ? comment : undefined }

  /** `TCP_CHECK{`: the brace is its own word to a reader that cuts there, and part of the name to any other. */
  function needsBlank(previous: number, kind: number): boolean {
    const before = kindOf(tokens, previous)
    const isWord = before === WORD || before === QUOTED || before === RAW
    if (kind !== OPEN || !isWord || line.keepsBraces) return false
    return braces.cuts || !(line.hasQuotes || lacksWords(tokens, from, previous + 1, braces))
  }
}

import type { Document } from '../cst/document.ts'
import { BLANK, CLOSE, COMMENT, OPEN, QUOTED, WORD } from '../lex/kinds.ts'
import { kindOf, type Tokens, textOf } from '../lex/tokens.ts'
import { type Line, linesOf, type Room } from './format-lines.ts'

/** A line of the formatted text: a line of the file, a part of one, or a header with the brace of a later line. */
export interface Piece {
  readonly line: Line
  /** Tokens of the code, blanks at its ends not included; `to` is the first behind it. */
  readonly from: number
  to: number
  /** Tokens of the comment; -1 without one. */
  comment: number
  /** The line that the comment stands on. */
  commentLine: Line
  /** A `{` that has been brought from a later line; -1 without one. */
  joined: number
  /** Line end behind the piece. */
  eol: string
  /** Levels of blocks around it; -1 where the margin stays as it is. */
  readonly level: number
  /** A blank line stands in front of it, with this line end; undefined without one. */
  readonly blank: string | undefined
  size: number
}

/** What the reader makes of braces. */
export interface Braces {
  /** Braces and margins may move: the tree does not depend on them. */
  readonly move: boolean
  /** It cuts a line at its braces wherever they stand, so that a block on one line may be spread over several. */
  readonly cuts: boolean
  /** How many words stand between a block keyword and its brace. A reader that does not cut takes the brace for a word that is missing. */
  readonly wordsOf: (keyword: string) => number
}

/** Deeper blocks keep their margins, so that the text cannot grow out of proportion. keepalived itself knows five levels. */
export const MOST_LEVELS = 32

/** Cuts and joins the lines of a file where only blanks have to change for it and the target reads the same. */
export function piecesOf(document: Document, braces: Braces, room: Room): readonly Piece[] {
  const { tokens } = document
  const { move } = braces
  const pieces: Piece[] = []
  let level = 0
  let blank: string | undefined
  for (const line of linesOf(document, room)) {
    if (line.freedom === 'blank') {
      blank ??= line.eol
      continue
    }
    const cuts = move && braces.cuts && line.freedom === 'free' && !line.keepsBraces && isShallow(tokens, line, level)
    for (const { from, to } of cuts ? partsOf(tokens, line) : [{ from: line.first, to: line.to }]) {
      const levelBefore = level
      const leading = leadingCloses(tokens, from, to)
      for (let i = from; i < to; i++) level += levelsOf(tokens, i)
      const own = levelBefore - leading
      const comment = line.comment >= from && line.comment < to ? line.comment : -1
      const piece: Piece = {
        ...{ line, from, comment, blank, commentLine: line, joined: -1, eol: line.eol, size: line.size },
        to: codeEnd(tokens, from, comment < 0 ? to : comment),
        level: move && own <= MOST_LEVELS ? own : -1,
      }
      const header = pieces.at(-1)
      if (move && header !== undefined && belongsBehind(tokens, header, piece, braces, room)) join(header, piece)
      else pieces.push(piece)
      blank = undefined
    }
  }
  return pieces
}

const levelsOf = (tokens: Tokens, token: number): number => {
  const kind = kindOf(tokens, token)
  return kind === OPEN ? 1 : kind === CLOSE ? -1 : 0
}

function codeEnd(tokens: Tokens, from: number, to: number): number {
  let end = to
  while (end > from && kindOf(tokens, end - 1) === BLANK) end--
  return end
}

/** How many levels the closing braces end that a line begins with. */
function leadingCloses(tokens: Tokens, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const kind = kindOf(tokens, i)
    if (kind === CLOSE) count++
    else if (kind !== BLANK) break
  }
  return count
}

function isShallow(tokens: Tokens, line: Line, level: number): boolean {
  let opens = 0
  for (let i = line.first; i < line.to; i++) if (kindOf(tokens, i) === OPEN) opens++
  return level + opens <= MOST_LEVELS
}

/** Where a line is cut: behind every brace and before every `}`. A comment stays with what it follows. */
function* partsOf(tokens: Tokens, { first, to }: Line): Generator<{ readonly from: number; readonly to: number }> {
  let from = first
  let previous = -1
  for (let i = first; i < to; i++) {
    const kind = kindOf(tokens, i)
    if (kind === BLANK) continue
    if (previous >= 0 && kind !== COMMENT && (kind === CLOSE || levelsOf(tokens, previous) !== 0)) {
      yield { from, to: codeEnd(tokens, from, i) }
      from = i
    }
    previous = i
  }
  yield { from, to }
}

/** The piece is the `{` of the header in front of it, with nothing but blanks and line ends between. */
function belongsBehind(tokens: Tokens, header: Piece, piece: Piece, braces: Braces, room: Room): boolean {
  const { line } = header
  if (piece.to !== piece.from + 1 || kindOf(tokens, piece.from) !== OPEN || piece.line.freedom !== 'free') return false
  if (line.freedom !== 'free' || line.keepsBraces || header.comment >= 0 || header.joined >= 0) return false
  const last = kindOf(tokens, header.to - 1)
  if (last !== WORD && last !== QUOTED) return false
  // set_value of old readers joins the words behind a quote, all but the last one: a brace among them would count.
  if (!braces.cuts && (line.hasQuotes || lacksWords(tokens, header.from, header.to, braces))) return false
  return header.size + piece.line.size + room.growth <= room.lineLimit
}

/** A brace behind these words would be read as one of them. */
export function lacksWords(tokens: Tokens, from: number, to: number, { wordsOf }: Braces): boolean {
  let words = 0
  for (let i = from + 1; i < to; i++) if (kindOf(tokens, i) === WORD || kindOf(tokens, i) === QUOTED) words++
  return words < wordsOf(textOf(tokens, from))
}

function join(header: Piece, brace: Piece): void {
  header.joined = brace.from
  header.to = brace.to
  header.comment = brace.comment
  header.commentLine = brace.commentLine
  header.eol = brace.eol
  header.size += brace.line.size
}

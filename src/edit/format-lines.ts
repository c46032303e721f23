import type { Document } from '../cst/document.ts'
import { BLANK, BOM, COMMENT, DEFINITION, EOL, OPEN_QUOTE, PREFIX, QUOTED, RAW } from '../lex/kinds.ts'
import { endOf, kindOf, startOf, textOf } from '../lex/tokens.ts'
import { byteLength } from '../text/decode.ts'

/**
 * What may be done to a line: `free` anything; `inside` nothing between its words; `frozen` nothing at all. A `blank` line has nothing but blanks.
 */
export type Freedom = 'blank' | 'frozen' | 'inside' | 'free'

/** A line as it stands in the file. */
export interface Line {
  /** Tokens, the line end not included. */
  readonly from: number
  readonly to: number
  /** Offsets, the line end not included. */
  readonly start: number
  readonly end: number
  /** The line end as written; empty for a last line without one. */
  readonly eol: string
  readonly freedom: Freedom
  /** First token that is no blank; `to` for a blank line. */
  readonly first: number
  /** The comment, -1 without one. */
  readonly comment: number
  /** A backslash stands in front of the comment: everything behind the margin stays. */
  readonly hasBackslash: boolean
  /** Its braces stay where they are: a reference, a directive or a path would be read differently. */
  readonly keepsBraces: boolean
  readonly hasQuotes: boolean
  /** Bytes without the blanks that may change. The same before and after formatting, so that a second run decides the same. */
  readonly size: number
}

/** Blanks that formatting may add to one line: the deepest margin, and the room that aligns a comment. */
export interface Room {
  readonly lineLimit: number
  readonly growth: number
}

/** A definition and a directive are known at the start of a line only, and what they hold is not cut into words. A faulty `~SEQ` is a word. */
const DIRECTIVES: ReadonlySet<number> = new Set([DEFINITION, PREFIX])

export function linesOf({ tokens, text, profile }: Document, room: Room): readonly Line[] {
  const lines: Line[] = []
  let continued = false
  for (let from = 0; from < tokens.count; ) {
    let to = from
    let first = -1
    let comment = -1
    let kinds = 0
    for (; to < tokens.count && kindOf(tokens, to) !== EOL; to++) {
      const kind = kindOf(tokens, to)
      kinds |= 1 << kind
      if (kind === BLANK) continue
      if (first < 0) first = to
      if (kind === COMMENT) comment = to
    }
    if (first < 0) first = to
    const start = startOf(tokens, from)
    const end = startOf(tokens, to)
    const codeEnd = comment < 0 ? end : startOf(tokens, comment)
    const code = text.slice(start, codeEnd)
    const has = (kind: number): boolean => (kinds & (1 << kind)) !== 0
    const hasBackslash = profile.directives && code.includes('\\')
    const isInside = hasBackslash || /['~]/.test(code) || [...DIRECTIVES].some(has)
    const size = isInside ? insideSize(startOf(tokens, first), hasBackslash ? end : codeEnd, end) : wordSize(from, to)
    const isFrozen =
      continued ||
      has(BOM) ||
      has(OPEN_QUOTE) ||
      isStrange(text, start, end) ||
      ((end - start) * 3 > room.lineLimit && byteLength(text, start, end) > room.lineLimit) ||
      size + room.growth > room.lineLimit
    const freedom = isFrozen ? 'frozen' : first === to ? 'blank' : isInside ? 'inside' : 'free'
    lines.push({
      ...{ from, to, start, end, freedom, first, comment, hasBackslash, size },
      eol: to < tokens.count ? textOf(tokens, to) : '',
      keepsBraces: isInside || has(RAW) || code.includes('$'),
      hasQuotes: has(QUOTED),
    })
    // A line behind a backslash may belong to a definition, and comments and blank lines may stand between.
    const isEmpty = first === to || kindOf(tokens, first) === COMMENT
    const isOpen = endsInBackslash(text, end) || (has(RAW) && /\n[ \t]*$/.test(code))
    continued = profile.directives && ((continued && isEmpty) || isOpen)
    from = to + 1
  }
  return lines

  /** Words, directives and what is between them stay as they are; the blanks in front of a comment may change. */
  function insideSize(start: number, codeEnd: number, end: number): number {
    const comment = codeEnd < end ? byteLength(text, codeEnd, trimmedEnd(text, codeEnd, end)) + 1 : 0
    return byteLength(text, start, trimmedEnd(text, start, codeEnd)) + comment
  }

  function wordSize(from: number, to: number): number {
    let size = 0
    for (let i = from; i < to; i++) {
      if (kindOf(tokens, i) === BLANK) continue
      size += byteLength(text, startOf(tokens, i), trimmedEnd(text, startOf(tokens, i), endOf(tokens, i))) + 1
    }
    return size
  }
}

/** White space that is more than a blank to one scanner and less to another, a NUL, and a value of several lines. */
function isStrange(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === 0 || (c >= 0x0a && c <= 0x0d)) return true
  }
  return false
}

function endsInBackslash(text: string, end: number): boolean {
  const last = trimmedEnd(text, 0, end) - 1
  return text[last] === '\\'
}

/** The end without trailing spaces and tabs. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--
  return at
}

import type { Document } from '../cst/document.ts'
import { FIRST, field } from '../cst/statements.ts'
import type { Span } from '../diagnostics/finding.ts'
import { NEW_READER } from '../expand/options.ts'
import type { Sources } from '../expand/sources.ts'
import { startOf } from '../lex/tokens.ts'
import { byteLength } from '../text/decode.ts'

/** A line of a file as fgets() gives it. */
export interface PhysicalLine extends Span {
  readonly text: string
  /** The line that the first pass names for it: the one before, when the last line of a file lacks its end; none in front of the first. */
  readonly named: Span | undefined
  /** The reader says that the line cannot be read, and drops it. */
  readonly dropped?: true
}

/** keepalived reads into a buffer of MAXBUF bytes; what is longer comes in pieces. */
const BUFFER = 1023

/** All lines in the order in which they are read, includes followed where they stand. Depth is that of the includes. */
export function* physicalLines(sources: Sources, version: number, file = sources.root ?? 0): Generator<PhysicalLine> {
  const { text, tokens, statements } = sources.documents[file] as Document
  const included = new Map<number, readonly number[]>()
  for (const [row, files] of sources.includes[file] ?? []) {
    const start = startOf(tokens, field(statements, row, FIRST))
    const line = text.lastIndexOf('\n', start - 1) + 1
    // Behind a brace the include is a part of its line, which is read with it.
    if (text.slice(line, start).trim() === '') included.set(line, files)
  }
  const strict = version >= NEW_READER
  const lineAway = linesOf(text, file)
  const hasNuls = text.includes('\0')
  // What the numbers of the lines behind are too high by: later passes read the pieces of a line as lines, and new versions count a dropped line twice.
  let extra = 0
  // What those of the first pass are too low by: old versions do not count a line that ends in a NUL.
  let uncounted = 0
  // Of an effective text the line before the last one may be a definition, which is not in it.
  const beforeLast = file !== 0 && file === sources.root ? lineBeforeLast(sources.documents[0] as Document) : undefined
  for (let start = 0, n = 0; start < text.length; n++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const own = { file, start, end }
    const others = included.get(start)
    if (others !== undefined) for (const other of others) yield* physicalLines(sources, version, other)
    else {
      const isLast = newline < 0 || (beforeLast !== undefined && newline === text.length - 1)
      const all = [...pieces(text.slice(start, end), newline < 0, strict)]
      const hasNul = hasNuls && text.slice(start, end).includes('\0')
      if (!strict && hasNul) uncounted++
      for (const [i, piece] of all.entries()) {
        const isWhole = i === all.length - 1
        const isCounted = isWhole && !isLast && piece !== undefined
        const named = lineAway(n + (strict ? extra : -uncounted) - (isCounted ? 0 : 1))
        if (piece === undefined) yield { text: '', ...own, named, dropped: true }
        else
          yield {
            text: piece,
            ...(lineAway(n + extra - (isWhole || strict ? 0 : 1)) ?? own),
            named: isLast ? (beforeLast ?? named) : named,
          }
        if (strict ? piece === undefined && end - start >= BUFFER / 3 && !hasNul : !isWhole) extra++
      }
    }
    start = end + 1
  }
}

/** What leaves nothing in the effective text, or other lines than itself. */
const DIRECTIVE = /^[ \t]*(?:\$\w+=|@|~(?:SEQx?|LST)\(|include)/

/** The line before the last one of the main file, when that one lacks its end, and stands in the effective text. */
function lineBeforeLast({ text }: Document): Span | undefined {
  const end = text.lastIndexOf('\n')
  if (end < 0 || end === text.length - 1 || DIRECTIVE.test(text.slice(end + 1))) return undefined
  // A negative place is the first one for lastIndexOf.
  return { file: 0, start: end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1, end }
}

/** Lines by number from 0: the last one beyond the end, none in front of the first. */
function linesOf(text: string, file: number): (n: number) => Span | undefined {
  const starts = [0]
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1)) starts.push(newline + 1)
  // Behind the last end there is no line.
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop()
  return (n) => {
    if (n < 0) return undefined
    const at = Math.min(n, starts.length - 1)
    const next = starts[at + 1]
    const end = next === undefined ? text.length - (text.endsWith('\n') ? 1 : 0) : next - 1
    return { file, start: starts[at] as number, end }
  }
}

/** One line as the version reads it: in pieces when it is too long, up to a NUL; undefined for what is dropped. */
function* pieces(line: string, isLast: boolean, strict: boolean): Generator<string | undefined> {
  let from = 0
  for (let bytes = measured(line); bytes >= BUFFER && !(bytes === BUFFER && (!strict || isLast)); bytes -= BUFFER) {
    const cut = afterBytes(line, from, BUFFER)
    yield strict ? undefined : line.slice(from, cut)
    from = cut
  }
  const text = line.slice(from)
  const nul = text.indexOf('\0')
  if (nul < 0) yield text.replace(/\r+$/, '')
  else yield strict && !isLast ? undefined : text.slice(0, nul)
}

/** Bytes of a line; a short one is not measured. */
const measured = (line: string): number => (line.length * 3 < BUFFER ? 0 : byteLength(line, 0, line.length))

/** The offset so many bytes behind another. */
function afterBytes(text: string, from: number, most: number): number {
  let bytes = 0
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    bytes += c <= 0x7f || (c >= 0xdc00 && c <= 0xdfff) ? 1 : c > 0x7ff ? 3 : 2
    if (bytes > most) return i
  }
  return text.length
}

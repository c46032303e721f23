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
  // A line that is dropped counts as one more, so the numbers of those behind it are too high.
  let extra = 0
  let previous: Span | undefined
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const own = { file, start, end }
    const others = included.get(start)
    if (others !== undefined) for (const other of others) yield* physicalLines(sources, version, other)
    else {
      for (const piece of pieces(text.slice(start, end), newline < 0, strict)) {
        if (piece === undefined) yield { text: '', ...own, named: previous, dropped: true }
        else {
          const at = extra === 0 ? own : linesBehind(text, own, extra)
          yield { text: piece, ...at, named: newline < 0 ? previous : at }
        }
        if (piece === undefined && end - start >= BUFFER / 3 && !text.slice(start, end).includes('\0')) extra++
      }
    }
    previous = extra === 0 ? own : linesBehind(text, own, extra)
    start = end + 1
  }
}

/** The line so many lines further down; the last one where there are not so many. */
function linesBehind(text: string, { file, start, end }: Span, count: number): Span {
  let from = start
  let to = end
  for (let i = 0; i < count && to + 1 < text.length; i++) {
    from = to + 1
    const newline = text.indexOf('\n', from)
    to = newline < 0 ? text.length : newline
  }
  return { file, start: from, end: to }
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

import type { Span } from '../diagnostics/finding.ts'
import { type LineStarts, lineStarts, positionAt, type Range } from '../text/position.ts'
import type { Document } from './document.ts'

/** Offsets → lines and columns, of documents that are asked for several times. */
export function rangesOf(documents: readonly Document[]): (span: Span) => Range {
  const starts = new Map<number, LineStarts>()
  return ({ file, start, end }) => {
    const known = starts.get(file) ?? lineStarts((documents[file] as Document).text)
    starts.set(file, known)
    return { start: positionAt(known, start), end: positionAt(known, end) }
  }
}

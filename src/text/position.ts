import { fitting, grown } from './table.ts'

/** A place in a text. Lines and columns count from 1, in UTF-16 units; offsets from 0. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** From `start` (included) to `end` (excluded). */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Offsets of the first character of every line. Only LF ends a line: that is how keepalived counts. */
export function lineStarts(text: string): LineStarts {
  let starts: Int32Array = new Int32Array((text.length >> 4) + 16)
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (count === starts.length) starts = grown(starts)
    starts[count++] = at + 1
  }
  return fitting(starts, count)
}

export type LineStarts = { readonly length: number; readonly [line: number]: number }

/** Line and column of an offset, by binary search. Offsets outside the text are moved to its ends. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const at = Math.max(0, offset)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - (starts[low] as number) + 1, offset: at }
}

import type { Document } from '../cst/document.ts'
import { rangesOf } from '../cst/ranges.ts'
import type { Span } from '../diagnostics/finding.ts'

export type At = Pick<Span, 'file' | 'start'>

/** Tells lines apart: a key for the line of a place. */
export type LineOf = (at: At) => string

export function lineKeys(documents: readonly Document[]): LineOf {
  const rangeOf = rangesOf(documents)
  return ({ file, start }) => `${file}:${rangeOf({ file, start, end: start }).start.line}`
}

/** The first of some places, in the order of the files. */
export const firstOf = <A>(items: readonly A[], atOf: (item: A) => At): A | undefined =>
  items.reduce<A | undefined>(
    (first, item) => (first === undefined || isBefore(atOf(item), atOf(first)) ? item : first),
    undefined,
  )

const isBefore = (a: At, b: At): boolean => a.file < b.file || (a.file === b.file && a.start < b.start)

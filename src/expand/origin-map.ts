import type { Span } from '../diagnostics/finding.ts'
import { fitting, grown } from '../text/table.ts'

/** Where a word of the effective text comes from. */
export interface ExpansionOrigin {
  /** The line of use: the words themselves, or the reference that they replace. */
  readonly use: Span
  readonly definition?: Span
}

/** Segments of the effective text in order, eight ints each: a sequence makes a million of them. */
export interface OriginMap {
  readonly table: Int32Array
  readonly count: number
}

const SIZE = 8
const FILE = 1
const START = 2
const END = 3
const EXACT = 4
const DEFINED_IN = 5
const DEFINED_FROM = 6
const DEFINED_TO = 7

export interface OriginWriter {
  readonly add: (at: number, use: Span, exact: boolean, definition: Span | undefined) => void
  readonly done: () => OriginMap
}

export function originWriter(): OriginWriter {
  let table: Int32Array = new Int32Array(SIZE * 64)
  let count = 0
  return {
    add(at, use, exact, definition) {
      if (count * SIZE === table.length) {
        table = grown(table)
      }
      const row = SIZE * count++
      table[row] = at
      table[row + FILE] = use.file
      table[row + START] = use.start
      table[row + END] = use.end
      table[row + EXACT] = exact ? 1 : 0
      table[row + DEFINED_IN] = definition?.file ?? -1
      table[row + DEFINED_FROM] = definition?.start ?? 0
      table[row + DEFINED_TO] = definition?.end ?? 0
    },
    done: () => ({ table: fitting(table, count * SIZE), count }),
  }
}

/** Offsets of the effective text → the place of use, and the definition when one is behind any of them. */
export function lookUp(map: OriginMap, from: number, to: number): ExpansionOrigin {
  if (map.count === 0) return { use: { file: 0, start: 0, end: 0 } }
  const first = segmentAt(map, from)
  const last = segmentAt(map, Math.max(from, to - 1))
  const start = placeIn(map, first, from, true)
  const end = placeIn(map, last, to, false)
  const file = cell(map, first, FILE)
  const together = cell(map, last, FILE) === file && end >= start
  const use = { file, start, end: together ? end : cell(map, first, END) }
  for (let segment = first; segment <= last; segment++) {
    const definedIn = cell(map, segment, DEFINED_IN)
    if (definedIn >= 0) {
      return {
        use,
        definition: { file: definedIn, start: cell(map, segment, DEFINED_FROM), end: cell(map, segment, DEFINED_TO) },
      }
    }
  }
  return { use }
}

/** Every character of `[from, to)` stands in a file as it is. */
export function isExact(map: OriginMap, from: number, to: number): boolean {
  if (map.count === 0) return false
  const segment = segmentAt(map, from)
  return (
    cell(map, segment, EXACT) === 1 &&
    to - cell(map, segment, 0) <= cell(map, segment, END) - cell(map, segment, START) &&
    segmentAt(map, Math.max(from, to - 1)) === segment
  )
}

const cell = ({ table }: OriginMap, segment: number, name: number): number => table[segment * SIZE + name] as number

function placeIn(map: OriginMap, segment: number, offset: number, isStart: boolean): number {
  const start = cell(map, segment, START)
  const end = cell(map, segment, END)
  if (cell(map, segment, EXACT) === 0) return isStart ? start : end
  return Math.min(end, start + offset - cell(map, segment, 0))
}

function segmentAt(map: OriginMap, offset: number): number {
  let low = 0
  let high = map.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (cell(map, middle, 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

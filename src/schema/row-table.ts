import type { Row } from './row.ts'

/** The rows of one lineage, found by block and keyword. */
export interface RowTable {
  readonly all: () => readonly Row[]
  /** The keywords of a block, in their order. */
  readonly keywords: (path: string) => readonly string[]
  readonly find: (path: string, keyword: string) => Row | undefined
}

/** Rows as texts: a program looks for those that a file names, and makes nothing of the others. */
export interface PackedRows {
  /** JSON of each row, one behind the other. */
  readonly rows: string
  /** A line a block: LF, its path, then for each of its keywords, in their order, a blank, the keyword, a tab, `start,end` in `rows` in base 36. */
  readonly places: string
}

/** Rows that are there already. A block is looked through when it is entered: quicker than sorting all rows for a file that has few blocks. */
export function tableOf(rows: readonly Row[]): RowTable {
  const blocks = new Map<string, ReadonlyMap<string, Row>>()
  const blockAt = (path: string): ReadonlyMap<string, Row> => {
    const known = blocks.get(path)
    if (known !== undefined) return known
    const block = new Map(rows.filter((row) => Object.hasOwn(row.in, path)).map((row) => [row.keyword, row]))
    blocks.set(path, block)
    return block
  }
  return {
    all: () => rows,
    keywords: (path) => [...blockAt(path).keys()],
    find: (path, keyword) => blockAt(path).get(keyword),
  }
}

/** The inverse of `unpack`, but for what `encode` leaves out. */
export function pack(rows: readonly Row[], encode: (row: Row) => string = JSON.stringify): PackedRows {
  const blocks = new Map<string, Map<string, string>>()
  let text = ''
  for (const row of rows) {
    const start = text.length
    text += encode(row)
    for (const path of Object.keys(row.in)) {
      const block = blocks.get(path) ?? new Map<string, string>()
      blocks.set(path, block.set(row.keyword, ` ${row.keyword}\t${start.toString(36)},${text.length.toString(36)}`))
    }
  }
  return { rows: text, places: [...blocks].map(([path, block]) => `\n${path}${[...block.values()].join('')}`).join('') }
}

/** Rows from their text, each read when it is first asked for: a small file names a few of hundreds. */
export function unpack({ rows, places }: PackedRows): RowTable {
  const made = new Map<number, Row>()
  const rowAt = (place: string): Row => {
    const start = Number.parseInt(place, 36)
    const known = made.get(start)
    if (known !== undefined) return known
    const row = JSON.parse(rows.slice(start, Number.parseInt(place.slice(place.indexOf(',') + 1), 36))) as Row
    made.set(start, row)
    return row
  }
  const lines = new Map<string, string>()
  /** The keywords of a block with their places, a blank in front of each. */
  const lineAt = (path: string): string => {
    const known = lines.get(path)
    if (known !== undefined) return known
    const at = places.indexOf(`\n${path} `)
    const end = places.indexOf('\n', at + 1)
    const line = at < 0 ? '' : places.slice(at + path.length + 1, end < 0 ? undefined : end)
    lines.set(path, line)
    return line
  }
  const tables = new Map<string, ReadonlyMap<string, string>>()
  const tableAt = (path: string): ReadonlyMap<string, string> => {
    const known = tables.get(path)
    if (known !== undefined) return known
    const table = placesIn(lineAt(path))
    tables.set(path, table)
    return table
  }
  /** The place of a keyword in a block. The first ones are looked for in the text; a file of unknown words asks a million times. */
  let searches = 0
  const placeOf = (path: string, keyword: string): string | undefined => {
    if (searches === MOST_SEARCHES) return tableAt(path).get(keyword)
    searches++
    // A quoted word may have a tab in it.
    if (keyword.includes('\t')) return undefined
    const line = lineAt(path)
    const at = line.indexOf(` ${keyword}\t`)
    if (at < 0) return undefined
    const start = at + keyword.length + 2
    const end = line.indexOf(' ', start)
    return line.slice(start, end < 0 ? undefined : end)
  }
  return {
    all() {
      // A row that stands in several blocks is one row.
      const found = new Set([...places.matchAll(/\t(\S+)/g)].map(([, place]) => place as string))
      return [...found].sort((a, b) => Number.parseInt(a, 36) - Number.parseInt(b, 36)).map(rowAt)
    },
    keywords: (path) => [...tableAt(path).keys()],
    find(path, keyword) {
      const place = placeOf(path, keyword)
      return place === undefined ? undefined : rowAt(place)
    },
  }
}

/** So many that a small file needs no table. */
const MOST_SEARCHES = 128

/** The keywords of a line of `places`, in their order. */
function placesIn(line: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, keyword, place] of line.matchAll(/ (\S+)\t(\S+)/g)) found.set(keyword as string, place as string)
  return found
}

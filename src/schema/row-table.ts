import type { Row } from './row.ts'

/** The rows of one lineage, found by block and keyword. */
export interface RowTable {
  readonly all: () => readonly Row[]
  /** The keywords of a block, in their order. */
  readonly keywords: (path: string) => readonly string[]
  readonly find: (path: string, keyword: string) => Row | undefined
}

/** Rows as a text: a program reads those that a file names. */
export interface PackedRows {
  /** JSON of each row, one behind the other. */
  readonly text: string
  /** Where each begins, and the end of the last. */
  readonly starts: readonly number[]
  /** By path of a block: keyword, blank, number of its row in base 36; in their order, with blanks between them. */
  readonly places: Readonly<Record<string, string>>
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
  const texts = rows.map(encode)
  const starts = [0]
  for (const text of texts) starts.push((starts.at(-1) as number) + text.length)
  const blocks = new Map<string, Map<string, number>>()
  for (const [index, row] of rows.entries()) {
    for (const path of Object.keys(row.in)) {
      const block = blocks.get(path) ?? new Map<string, number>()
      blocks.set(path, block.set(row.keyword, index))
    }
  }
  const places = [...blocks].map(([path, block]) => [
    path,
    [...block].map(([keyword, i]) => `${keyword} ${i.toString(36)}`).join(' '),
  ])
  return { text: texts.join(''), starts, places: Object.fromEntries(places) }
}

/** Rows from their text, each read when it is first asked for: a small file names a few of hundreds. */
export function unpack({ text, starts, places }: PackedRows): RowTable {
  const made: Row[] = []
  const rowAt = (index: number): Row => {
    made[index] ??= JSON.parse(text.slice(starts[index], starts[index + 1])) as Row
    return made[index] as Row
  }
  const blocks = new Map<string, ReadonlyMap<string, number>>()
  const blockAt = (path: string): ReadonlyMap<string, number> => {
    const known = blocks.get(path)
    if (known !== undefined) return known
    const block = new Map<string, number>()
    const words = (Object.hasOwn(places, path) ? (places[path] as string) : '').split(' ')
    for (let i = 0; i + 1 < words.length; i += 2) block.set(words[i] as string, Number.parseInt(words[i + 1] as string, 36))
    blocks.set(path, block)
    return block
  }
  return {
    all: () => starts.slice(1).map((_, index) => rowAt(index)),
    keywords: (path) => [...blockAt(path).keys()],
    find(path, keyword) {
      const index = blockAt(path).get(keyword)
      return index === undefined ? undefined : rowAt(index)
    },
  }
}

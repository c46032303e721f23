import { lazy } from '../text/lazy.ts'

/** Where each block of the model was written. Asked for where there is something to report; the table is made then. */
export interface Origins {
  /** File and row of a block in one number; undefined for what is no block. */
  readonly get: (block: object) => number | undefined
  /** All blocks, in the order of their ends. */
  readonly blocks: readonly object[]
  /** Blocks with a line that the model does not show: a setting that is given again, words behind a flag. Rules about such lines look at no others. */
  readonly uneven: ReadonlySet<object>
}

/** A statement of one of the files. */
export interface Origin {
  readonly file: number
  readonly row: number
}

/** Rows of the first files stay small integers. */
const FILES = 2 ** 20

export const packOrigin = (file: number, row: number): number => row * FILES + file

export function originOf(origins: Origins, block: object): Origin | undefined {
  const packed = origins.get(block)
  return packed === undefined ? undefined : { file: packed % FILES, row: Math.floor(packed / FILES) }
}

export interface OriginWriter {
  readonly add: (block: object, packed: number) => void
  /** Marks a block as uneven. */
  readonly note: (block: object) => void
  readonly origins: Origins
}

/** From so many on a table is quicker than searching the list. A clean file is asked about a few instances and no server. */
const MOST_SEARCHED = 64

/** Collects origins for the binder: two lists, because a table of 100,000 blocks is only made when somebody looks often. */
export function originWriter(): OriginWriter {
  const blocks: object[] = []
  const places: number[] = []
  const uneven = new Set<object>()
  const known = new Map<object, number | undefined>()
  const table = lazy(() => {
    const made = new Map<object, number>()
    for (let i = 0; i < blocks.length; i++) made.set(blocks[i] as object, places[i] as number)
    return made
  })
  const get = (block: object): number | undefined => {
    if (known.size === MOST_SEARCHED) return table().get(block)
    // A block that several statements make together is that of the last one.
    if (!known.has(block)) known.set(block, places[blocks.lastIndexOf(block)])
    return known.get(block)
  }
  return {
    add(block, packed) {
      blocks.push(block)
      places.push(packed)
    },
    note(block) {
      uneven.add(block)
    },
    origins: { get, blocks, uneven },
  }
}

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

/** Collects origins for the binder: two lists, because a table of 100,000 blocks is only made when somebody looks into it. */
export function originWriter(): OriginWriter {
  const blocks: object[] = []
  const places: number[] = []
  const uneven = new Set<object>()
  const table = lazy(() => {
    const made = new Map<object, number>()
    for (let i = 0; i < blocks.length; i++) made.set(blocks[i] as object, places[i] as number)
    return made
  })
  return {
    add(block, packed) {
      blocks.push(block)
      places.push(packed)
    },
    note(block) {
      uneven.add(block)
    },
    origins: { get: (block) => table().get(block), blocks, uneven },
  }
}

import { lazy } from '../text/lazy.ts'

/** Where each block of the model was written. Asked for where there is something to report; the table is made then. */
export interface Origins {
  /** File and row of a block in one number; undefined for what is no block. */
  readonly get: (block: object) => number | undefined
  /** All blocks, in the order of their ends. */
  readonly blocks: readonly object[]
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

/** Collects origins for the binder: two lists, because a table of 100,000 blocks is only made when somebody looks into it. */
export function originWriter(): { readonly add: (block: object, packed: number) => void; readonly origins: Origins } {
  const blocks: object[] = []
  const places: number[] = []
  const table = lazy(() => new Map(blocks.map((block, i): [object, number] => [block, places[i] as number])))
  return {
    add(block, packed) {
      blocks.push(block)
      places.push(packed)
    },
    origins: { get: (block) => table().get(block), blocks },
  }
}

/** Where each block of the model was written: file and row in one number, because there are as many as blocks. */
export type Origins = ReadonlyMap<object, number>

/** A statement of one of the files. */
export interface Origin {
  readonly file: number
  readonly row: number
}

/** Rows of the first files stay small integers, which a `Map` keeps without an object each. */
const FILES = 2 ** 20

export const packOrigin = (file: number, row: number): number => row * FILES + file

export function originOf(origins: Origins, block: object): Origin | undefined {
  const packed = origins.get(block)
  return packed === undefined ? undefined : { file: packed % FILES, row: Math.floor(packed / FILES) }
}

import { fitting, grown } from '../text/table.ts'

/** What can be wrong with a brace. One cause, one entry. */
export type BraceProblem =
  /** The block of `row` is not closed; a `}` belongs behind the token `after`. */
  | { readonly kind: 'missing-close'; readonly row: number; readonly after: number }
  /** A `}` that closes nothing; it stays in the tree as a stray token. */
  | { readonly kind: 'stray-close'; readonly token: number }
  /** A `{` that no keyword precedes; it opens a block without a keyword, or nothing when it has no `}` either. */
  | { readonly kind: 'bare-open'; readonly token: number }

/** All of them, three ints each: a text of junk has millions. */
export interface BraceProblems {
  readonly table: Int32Array
  readonly count: number
}

export const MISSING_CLOSE = 0
export const STRAY_CLOSE = 1
export const BARE_OPEN = 2

const SIZE = 3

export const kindOfProblem = ({ table }: BraceProblems, index: number): number => table[index * SIZE] as number

export function problemAt({ table }: BraceProblems, index: number): BraceProblem {
  const first = table[index * SIZE + 1] as number
  const second = table[index * SIZE + 2] as number
  switch (table[index * SIZE]) {
    case MISSING_CLOSE:
      return { kind: 'missing-close', row: first, after: second }
    case STRAY_CLOSE:
      return { kind: 'stray-close', token: first }
    default:
      return { kind: 'bare-open', token: first }
  }
}

export function countProblems(problems: BraceProblems, kind: number): number {
  let found = 0
  for (let i = 0; i < problems.count; i++) if (kindOfProblem(problems, i) === kind) found++
  return found
}

/** Collects problems for the builder, which may know how many there will be. */
export function problemWriter(expected = 0): {
  readonly add: (kind: number, first: number, second?: number) => void
  readonly done: () => BraceProblems
} {
  let table: Int32Array = new Int32Array(SIZE * (expected + 16))
  let count = 0
  return {
    add(kind, first, second = -1) {
      if (count * SIZE === table.length) {
        table = grown(table)
      }
      table[count * SIZE] = kind
      table[count * SIZE + 1] = first
      table[count * SIZE + 2] = second
      count++
    },
    done: () => ({ table: fitting(table, count * SIZE), count }),
  }
}

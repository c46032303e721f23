import { grown } from '../text/table.ts'

/**
 * The statement table: six ints a statement, in the order of the text. A statement is a keyword with its words and, perhaps, a block; the rows of
 * a block's content follow its own row directly, so a subtree is a range of rows.
 */
export interface Statements {
  readonly table: Int32Array
  readonly count: number
}

/** Fields of a row. */
export const FIRST = 0 // token of the keyword; of the brace for a block without one
export const LAST = 1 // token of the last word
export const PARENT = 2 // row of the enclosing statement, -1 at the top
export const NEXT = 3 // row after the subtree
export const OPEN_BRACE = 4 // token, -1 without a block
export const CLOSE_BRACE = 5 // token, -1 without a block or where the brace is missing
export const ROW = 6

export const field = (statements: Statements, row: number, name: number): number => statements.table[row * ROW + name] as number

/** Growing table, used by the builder only. */
export interface StatementWriter {
  table: Int32Array
  count: number
}

export function addRow(writer: StatementWriter, first: number, parent: number): number {
  const at = writer.count * ROW
  if (at === writer.table.length) {
    writer.table = grown(writer.table)
  }
  const { table } = writer
  table[at] = first
  table[at + LAST] = first
  table[at + PARENT] = parent
  table[at + NEXT] = writer.count + 1
  table[at + OPEN_BRACE] = -1
  table[at + CLOSE_BRACE] = -1
  return writer.count++
}

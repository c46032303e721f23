import type { Field } from '../schema/compile.ts'
import { NAMED_BY, TOLD_APART_BY } from '../schema/identity.ts'
import { ENTRY } from '../schema/row.ts'
import { isRecord } from './equal.ts'

/** What tells one element of a list from the others: the header of a block (without one, settings), the first argument of a setting, a word. */
export function identityOf(field: Field | undefined, element: unknown): string {
  if (!isRecord(element)) return textOf(element)
  if (field === undefined) return textOf([element.keyword, element.args, element.in])
  const { row, key } = field
  if (row.form === 'block' || row.form === 'lines') {
    const header = [...row.args, ...(row.alternatives ?? []).flat()].map(({ name }) => name)
    const names = new Set([...header, ...rowOf(NAMED_BY, key), ...(header.length === 0 ? rowOf(TOLD_APART_BY, key) : [])])
    return textOf([...names].map((name) => [name, element[name]]).concat([['', element.invalid]]))
  }
  const named = Object.keys(element).find((name) => name === row.keyword)
  const first = named ?? (row.keyword === ENTRY || row.args[0] !== undefined ? row.args[0]?.name : undefined)
  return first !== undefined && first in element ? textOf([first, element[first]]) : textOf(element)
}

const rowOf = (table: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] =>
  Object.hasOwn(table, key) ? (table[key] as readonly string[]) : []

/** A value as text. What has none, because it goes round in a circle or is no JSON, is told apart from nothing. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}

import type { Field } from '../schema/compile.ts'
import { ENTRY } from '../schema/row.ts'
import { isRecord } from './equal.ts'

/** Settings that belong to the identity of a block besides the words of its header: one address and port may be served by TCP and by UDP. */
const ALSO: Readonly<Record<string, readonly string[]>> = { virtual_server: ['protocol'] }

/** What tells one element of a list from the others: the header of a block, the first argument of a setting, a word. */
export function identityOf(field: Field | undefined, element: unknown): string {
  if (!isRecord(element)) return textOf(element)
  if (field === undefined) return textOf([element.keyword, element.args, element.in])
  const { row, key } = field
  if (row.form === 'block' || row.form === 'lines') {
    const header = [...row.args, ...(row.alternatives ?? []).flat()].map(({ name }) => name)
    const also = Object.hasOwn(ALSO, key) ? (ALSO[key] as readonly string[]) : []
    return textOf([...new Set([...header, ...also])].map((name) => [name, element[name]]).concat([['', element.invalid]]))
  }
  const named = Object.keys(element).find((name) => name === row.keyword)
  const first = named ?? (row.keyword === ENTRY || row.args[0] !== undefined ? row.args[0]?.name : undefined)
  return first !== undefined && first in element ? textOf([first, element[first]]) : textOf(element)
}

/** A value as text. What has none, because it goes round in a circle or is no JSON, is told apart from nothing. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}

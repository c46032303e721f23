import type { Written } from '../bind/written.ts'
import type { Context, Field } from '../schema/compile.ts'
import { isRecord } from './equal.ts'

export const isBlockField = ({ row: { form } }: Field): boolean => form === 'block' || form === 'lines'

/** A list block without a name, which is a list in the model. */
export const isBareList = ({ row }: Field): boolean => row.form === 'lines' && row.args.length === 0

/** A setting whose words are elements of a list in the model. */
export const isWordList = ({ row, shape, many }: Field): boolean =>
  row.args[0]?.variadic === true && shape === 'scalar' && !many && (row.form === 'line' || row.repeat === 'accumulate')

/** Names of the arguments that stand in the header of a block. */
export const headerNames = ({ row }: Field): readonly string[] =>
  isBlockField({ row } as Field) ? [...row.args, ...(row.alternatives ?? []).flat()].map(({ name }) => name) : []

/** The statements of a key that have an effect, in the order of the text. A list without entries has one, too. */
export function counting(items: readonly Written[]): readonly Written[] {
  const counts = ({ count, field }: Written): boolean => count > 0 || (field !== undefined && isBareList(field))
  let from = 0
  for (const [i, item] of items.entries()) if (item.replaces && counts(item)) from = i
  return items.slice(from).filter(counts)
}

/** The last statement of a keyword that could not be read: its value was bad. -1 without one. */
export function unreadIndex(context: Context, unknown: readonly unknown[], key: string): number {
  return unknown.findLastIndex((one) => {
    if (!isRecord(one) || one.in !== undefined || one.block !== undefined || one.prefix !== undefined) return false
    const field = context.fields.get(String(one.keyword))
    return field !== undefined && field.key === key && !field.many && !isBlockField(field)
  })
}

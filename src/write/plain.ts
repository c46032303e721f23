import type { Field } from '../schema/compile.ts'
import type { Arg } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'

/*
 * The common cases in one go: nearly all lines of a configuration are flags, settings with one plain word and headers whose words stand in order.
 * Whatever is not plain, and whatever is wrong, has undefined here and takes the long way of `encode.ts`.
 */

/** The line of a flag or of a setting with one word. */
export function plainLine({ row, only, specAt }: Field, value: unknown): string | undefined {
  if (row.form === 'flag') return value === true ? row.keyword : undefined
  if (only === undefined || specAt !== undefined) return undefined
  const word = plainWord(only, value)
  return word === undefined ? undefined : `${row.keyword} ${word}`
}

/** The header of a block whose words are all there. */
export function plainHeader({ row, inOrder, specAt }: Field, block: Readonly<Record<string, unknown>>): string | undefined {
  if (!inOrder || specAt !== undefined || block.invalid !== undefined) return undefined
  let line = row.keyword
  for (let i = 0; i < row.args.length; i++) {
    const arg = row.args[i] as Arg
    const word = plainWord(arg, block[arg.name])
    if (word === undefined) return undefined
    line += ` ${word}`
  }
  return line
}

/** Characters that mean nothing to any reader. */
const PLAIN = /^[\w.:/+,=%*()[\];<>?^|&-]+$/

function plainWord(arg: Arg, value: unknown): string | undefined {
  if (typeof value === 'number') {
    const { type, min = type === 'port' ? 0 : value, max = type === 'port' ? 65535 : value } = arg
    const isNumber = type === 'int' || type === 'port' || type === 'decimal'
    return isNumber && value >= min && value <= max && Number.isSafeInteger(value) ? String(value) : undefined
  }
  if (typeof value !== 'string' || value.length > LONGEST || !PLAIN.test(value)) return undefined
  return SCALARS[arg.type].decode(value, arg) === value ? value : undefined
}

/** No line with one such word is too long for a reader. */
const LONGEST = 200

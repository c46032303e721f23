import { PLAIN_WORD } from '../bind/quote.ts'
import type { Context, Field } from '../schema/compile.ts'
import type { Arg } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'
import { isObject } from './encode.ts'
import { wordsOf } from './line.ts'
import type { Writing } from './writing.ts'

/*
 * The common cases in one go: nearly all lines of a configuration are flags, settings whose words are plain and stand in order, and settings that
 * have been written with the same value before. Whatever is none of these, and whatever is wrong, takes the long way of `encode.ts`, which reads
 * its words back. Both ways give the same text.
 */

type Values = Readonly<Record<string, unknown>>

/**
 * The line of a setting or of an entry; undefined, with problems, when it cannot be written.
 *
 * @param context - the list that an entry stands in.
 */
export function lineOf(run: Writing, field: Field, value: unknown, context: Context | undefined): string | undefined {
  // What a sign in front of a name means depends on the definitions so far.
  const proved = typeof value === 'string' && value.includes('$') ? undefined : run.proved
  if (proved === undefined) return provedLine(run, field, value, context)
  if (typeof value === 'object') return plainLine(field, value) ?? provedLine(run, field, value, context)
  if (value === true && field.row.form === 'flag') return field.row.keyword
  const lines = linesOf(proved, field)
  const known = lines?.get(value)
  if (known !== undefined) return known
  const line = plainSetting(field, value) ?? provedLine(run, field, value, context)
  if (line !== undefined && lines?.set(value, line).size === MOST_VALUES) proved.set(field, undefined)
  return line
}

/** The header of a block, without its brace. */
export function headerLine(run: Writing, field: Field, block: unknown, context: Context | undefined): string | undefined {
  const plain = run.proved !== undefined && isObject(block) ? plainHeader(field, block) : undefined
  return plain ?? provedLine(run, field, block, context)
}

const provedLine = (run: Writing, field: Field, value: unknown, context: Context | undefined): string | undefined =>
  wordsOf(run, field, value, context)?.join(' ')

/** The lines of a keyword by value. Undefined where there are more values than it is worth to remember: they are not the same ones again. */
function linesOf(proved: NonNullable<Writing['proved']>, field: Field): Map<unknown, string> | undefined {
  const known = proved.get(field)
  if (known !== undefined || proved.has(field)) return known
  const made = new Map<unknown, string>()
  proved.set(field, made)
  return made
}

const MOST_VALUES = 500

/** A setting with exactly one word. */
function plainSetting({ row, only, specAt }: Field, value: unknown): string | undefined {
  if (only === undefined || specAt !== undefined) return undefined
  const word = plainWord(only, value)
  return word === undefined ? undefined : `${row.keyword} ${word}`
}

/** A setting with a list of words, or with all of its words in order. */
function plainLine(field: Field, value: unknown): string | undefined {
  const { row, specAt, shape } = field
  const [arg] = row.args
  if (row.form !== 'value' || specAt !== undefined || row.alternatives !== undefined || arg === undefined) return undefined
  if (shape === 'scalar') {
    const isList = row.args.length === 1 && arg.variadic === true && arg.literal === undefined && arg.options === undefined
    return isList && Array.isArray(value) && value.length > 0 ? plainWords(row.keyword, arg, value) : undefined
  }
  return isObject(value) && Object.keys(value).length === row.args.length ? plainHeader(field, value) : undefined
}

function plainWords(keyword: string, arg: Arg, values: readonly unknown[]): string | undefined {
  let line = keyword
  for (let i = 0; i < values.length; i++) {
    const word = plainWord(arg, values[i])
    if (word === undefined) return undefined
    line += ` ${word}`
  }
  return line
}

/** A header whose words are all there. */
function plainHeader({ row, inOrder, specAt }: Field, block: Values): string | undefined {
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

function plainWord(arg: Arg, value: unknown): string | undefined {
  if (typeof value === 'number') {
    const { type, min = type === 'port' ? 0 : value, max = type === 'port' ? 65535 : value } = arg
    const isNumber = type === 'int' || type === 'port' || type === 'decimal'
    return isNumber && value >= min && value <= max && Number.isSafeInteger(value) ? String(value) : undefined
  }
  if (typeof value !== 'string' || value.length > LONGEST || !PLAIN_WORD.test(value)) return undefined
  return SCALARS[arg.type].decode(value, arg) === value ? value : undefined
}

/** No line with one such word is too long for a reader. */
const LONGEST = 200

import type { Context, Field } from '../schema/compile.ts'
import { isAvailable } from '../schema/compile.ts'
import { type Dialect, dialectOf } from '../schema/dialects.ts'
import { type Arg, ENTRY, type Row } from '../schema/row.ts'
import { argumentCheck, argumentsCheck } from './argument-check.ts'
import { anyOf, type Check, leaf, listOf, recordOf } from './check.ts'
import { INVALID, UNKNOWN } from './unknown-check.ts'

/** Two keys of the JSON form that are not settings. */
const ENVELOPE: readonly (readonly [string, Check])[] = [
  ['formatVersion', leaf('formatVersion', (value) => value === 1, '1')],
  ['target', leaf('target', (value) => typeof value === 'string' && dialectOf(value) !== undefined, 'the name of a target')],
]

/** The whole model as one version reads it: the mirror of `bind`, row by row. */
export const modelCheck = (root: Context, dialect: Dialect): Check =>
  recordOf('the model', new Map([...ENVELOPE, ...settings(root, dialect.number)]))

/** The settings of a block by their key in the model; several keywords (aliases) may share a key. */
function settings(context: Context, version: number): ReadonlyMap<string, Check> {
  const byKey = new Map<string, Check[]>()
  for (const field of context.fields.values()) {
    const { form } = field.row
    if (form === 'line' || !isAvailable(field, version) || field.availability.variant === 'never a keyword') continue
    const known = byKey.get(field.key)
    const check = settingCheck(field, version)
    if (known === undefined) byKey.set(field.key, [check])
    else known.push(check)
  }
  const checks = new Map<string, Check>()
  for (const [key, members] of byKey) checks.set(key, anyOf(key, members))
  return checks.set('unknown', UNKNOWN).set('invalid', INVALID)
}

function settingCheck(field: Field, version: number): Check {
  const { row, many, key } = field
  if (row.form === 'lines' && row.args.length === 0) return listOf(entryCheck(field.context as Context, version))
  const one = row.form === 'block' || row.form === 'lines' ? blockCheck(field, version) : valueCheck(key, field)
  return many ? listOf(one) : one
}

/** A block: the arguments of its header, its settings, its entries. Header words are optional, since a bad one stands under `invalid`. */
function blockCheck({ row, context, key }: Field, version: number): Check {
  const inner = context as Context
  const checks = new Map(settings(inner, version))
  for (const arg of headerOf(row)) {
    const own = checks.get(arg.name)
    checks.set(arg.name, own === undefined ? argumentCheck(arg) : anyOf(arg.name, [argumentCheck(arg), own]))
  }
  if (row.form === 'lines') checks.set('entries', listOf(entryCheck(inner, version)))
  return recordOf(key, checks)
}

const headerOf = (row: Row): readonly Arg[] => [...row.args, ...(row.alternatives ?? []).flat()]

/** The words behind a keyword. */
function valueCheck(name: string, { row, shape }: Field): Check {
  if (row.form === 'flag') return leaf(name, (value) => value === true, 'true (leave the key out to switch it off)')
  const arg = row.args[0] as Arg
  const objects = [argumentsCheck(name, row.args), ...(row.alternatives ?? []).map((args) => argumentsCheck(name, args, args[0]))]
  if (shape === 'object') return anyOf(name, objects)
  const scalar = argumentCheck(arg)
  if (shape === 'first-or-object') return anyOf(name, [scalar, ...objects])
  // A keyword whose only argument is left out, without a default, is simply on.
  return arg.optional === true && arg.default === undefined ? anyOf(name, [scalar, ON]) : scalar
}

const ON: Check = leaf('on', (value) => value === true, 'true')

/** One entry of a list. The words of a variadic entry are entries themselves. */
function entryCheck(context: Context, version: number): Check {
  const members: Check[] = []
  for (const field of context.fields.values()) {
    if (field.row.form !== 'line' || !isAvailable(field, version)) continue
    const { keyword, args } = field.row
    const [first] = args
    if (keyword !== ENTRY && first !== undefined) {
      // A leading word is the name of its argument: `fwmark 5` → { fwmark: 5 }.
      const named = { ...first, name: keyword }
      members.push(argumentsCheck(keyword, [named, ...args.slice(1)], named))
    } else if (first?.variadic === true && field.shape === 'scalar') members.push(argumentCheck(withoutList(first)))
    else members.push(valueCheck(context.path.split('/').at(-1) ?? '', field))
  }
  return anyOf('entry', members)
}

const withoutList = ({ variadic: _, ...arg }: Arg): Arg => arg

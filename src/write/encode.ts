import { readArguments } from '../bind/read.ts'
import { argumentsOf, type Field } from '../schema/compile.ts'
import { type Arg, ENTRY } from '../schema/row.ts'
import { SCALARS, type Scalar } from '../schema/scalars.ts'
import { type Problems, within } from './problem.ts'
import { type Writing, wrong } from './writing.ts'

type Values = Readonly<Record<string, unknown>>

/** For whom, and what is wrong. */
type Run = Pick<Writing, 'dialect' | 'problems' | 'proved'>

/** The words of one statement while they are found. */
interface Words {
  readonly texts: string[]
  readonly problems: Problems
}

/**
 * Value of a setting → its words without quotes, the keyword not among them: the inverse of `readValue`. Undefined, with a problem, when
 * there are no words that are read as this value.
 */
export function encodeValue(field: Field, value: unknown, run: Run): readonly string[] | undefined {
  const { row, shape } = field
  if (row.form === 'flag') return value === true ? NONE : wrong(run, 'expected true (leave the key out to switch it off)')
  if (row.form === 'line' && row.keyword !== ENTRY) return encodeNamedEntry(field, value, run)
  const arg = row.args[0] as Arg
  if (shape === 'scalar' || (shape === 'first-or-object' && !isObject(value))) {
    if (value === true && isOnAlone(arg)) return NONE
    return encodeArguments(field, { [arg.name]: value }, run, true)
  }
  if (!isObject(value)) return wrong(run, `expected an object for ${row.keyword}`)
  return encodeArguments(field, value, run, false)
}

const NONE: readonly string[] = []

/** The keyword without a word means the same as `true`. */
const isOnAlone = ({ optional, type, default: fallback }: Arg): boolean =>
  optional === true && (type === 'bool' ? fallback !== false : fallback === undefined || fallback === true)

/** An entry that names its kind: `fwmark 5 inet6` from { fwmark: 5, family: 'inet6' }. The keyword is not among the words. */
function encodeNamedEntry(field: Field, value: unknown, run: Run): readonly string[] | undefined {
  const { keyword, args } = field.row
  if (!isObject(value)) return wrong(run, `expected an object for ${keyword}`)
  const { [keyword]: first, ...others } = value
  return encodeArguments(field, { [(args[0] as Arg).name]: first, ...others }, run, false)
}

/** The words of a block's header; what could not be read is written as it stood. */
export function encodeHeader(field: Field, block: Values, run: Run): readonly string[] | undefined {
  if (field.row.args.length === 0) return NONE
  const invalid = isObject(block.invalid) ? block.invalid : undefined
  const args = headerOf(field, block)
  for (const name in invalid) {
    if (!args.some((arg) => arg.name === name))
      return wrong(run, 'there is no such word in the header', { path: `invalid.${name.slice(0, 40)}` })
    if (typeof invalid[name] !== 'string') return wrong(run, 'expected a text', { path: `invalid.${name}` })
  }
  const { problems } = run
  const words: Words = { texts: [], problems }
  const before = problems.length
  for (const arg of args) {
    if (invalid !== undefined && has(invalid, arg.name)) {
      if (arg.literal !== undefined && arg.bare !== true) words.texts.push(arg.literal[0] as string)
      words.texts.push(String(invalid[arg.name]))
    } else if (has(block, arg.name)) encodeArgument(words, arg, block[arg.name], false)
  }
  if (problems.length > before) return undefined
  if (invalid !== undefined) return words.texts
  if (field.inOrder && words.texts.length === args.length && run.proved !== undefined) return words.texts
  const values = Object.fromEntries(args.filter(({ name }) => has(block, name)).map(({ name }) => [name, block[name]]))
  // A header may lack a word, which is a mistake of its text but not of what is written of it.
  return isReadAs(field, words.texts, values, run, true) ? words.texts : unread(field, values, run)
}

/** The arguments of a block's header: those of the alternative whose first one is there, otherwise the usual ones. */
export function headerOf({ row }: Field, block: Values): readonly Arg[] {
  if (row.alternatives === undefined) return row.args
  const invalid = isObject(block.invalid) ? block.invalid : undefined
  for (let i = 0; i < row.alternatives.length; i++) {
    const args = row.alternatives[i] as readonly Arg[]
    const name = args[0]?.name
    if (name !== undefined && (has(block, name) || (invalid !== undefined && has(invalid, name)))) return args
  }
  return row.args
}

/** Words in the order of the keys, so that options stay where they were; in the order of the table where that does not read back. */
function encodeArguments(field: Field, values: Values, run: Run, alone: boolean): readonly string[] | undefined {
  const args = field.row.alternatives?.find(([arg]) => arg !== undefined && has(values, arg.name)) ?? field.row.args
  const { problems } = run
  const before = problems.length
  const inKeys: Words = { texts: [], problems }
  for (const name in values) {
    const value = values[name]
    if (value === undefined) continue
    const arg = args.find((one) => one.name === name)
    if (arg === undefined) {
      problems.push({ code: 'write/unknown-key', path: name, message: `unknown key in ${field.row.keyword}` })
      continue
    }
    const since = problems.length
    encodeArgument(inKeys, arg, value, false)
    if (!alone) within(problems, since, name)
  }
  if (problems.length > before) return undefined
  // One word in its place needs no proof where no version and no literal makes another thing of it.
  const isOne = inKeys.texts.length === 1 && args[0]?.variadic !== true
  const isSure = isOne && field.options === undefined && field.specAt === undefined
  if (alone && isSure && field.row.alternatives === undefined && run.proved !== undefined) return inKeys.texts
  if (isReadAs(field, inKeys.texts, values, run)) return inKeys.texts
  for (const spelled of [false, true]) {
    const words: Words = { texts: [], problems: [] }
    for (const arg of args) if (has(values, arg.name)) encodeArgument(words, arg, values[arg.name], spelled)
    if (isReadAs(field, words.texts, values, run)) return words.texts
  }
  return unread(field, values, run)
}

function unread({ row }: Field, values: Values, run: Run): undefined {
  const missing = row.args.find((arg) => arg.optional !== true && arg.literal === undefined && !has(values, arg.name))
  const list = row.args.find((arg) => Array.isArray(values[arg.name]) && (values[arg.name] as unknown[]).length === 0)
  const why =
    missing !== undefined
      ? `${missing.name} is missing`
      : list !== undefined
        ? 'an empty list has no words (leave the key out)'
        : `there is no way to write these values together behind ${row.keyword}`
  run.problems.push({ code: missing === undefined ? 'write/not-expressible' : 'write/invalid', path: '', message: why })
  return undefined
}

/** @param spelled - the literal of an argument that can do without it is written too. */
function encodeArgument(words: Words, arg: Arg, value: unknown, spelled: boolean): void {
  const literal = arg.literal !== undefined && (arg.bare !== true || spelled) ? arg.literal[0] : undefined
  if (arg.variadic !== true && arg.repeatable !== true) encodeOne(words, arg, literal, value, spelled)
  else if (!Array.isArray(value)) wrong(words, `expected a list for ${arg.name}`)
  else {
    for (const [i, item] of value.entries()) {
      const since = words.problems.length
      encodeOne(words, arg, arg.repeatable === true ? literal : undefined, item, spelled)
      within(words.problems, since, i)
    }
  }
}

function encodeOne(words: Words, arg: Arg, literal: string | undefined, value: unknown, spelled: boolean): void {
  if (literal !== undefined) words.texts.push(literal)
  if (arg.type === 'flag') {
    if (value !== true) wrong(words, 'expected true (leave the key out to switch it off)')
  } else if (arg.options !== undefined) encodeGroup(words, arg.options, value, spelled)
  else encodeScalar(words, arg, value)
}

/** Arguments behind a literal; one that is its only positional one stands for itself. */
function encodeGroup(words: Words, args: readonly Arg[], value: unknown, spelled: boolean): void {
  const [only, ...others] = argumentsOf(args).positional
  if (!isObject(value)) {
    if (only === undefined || others.length > 0) wrong(words, 'expected an object')
    else encodeArgument(words, only, value, spelled)
    return
  }
  for (const name in value) {
    if (value[name] === undefined) continue
    const since = words.problems.length
    const arg = args.find((one) => one.name === name)
    if (arg === undefined) words.problems.push({ code: 'write/unknown-key', path: '', message: 'unknown key' })
    else encodeArgument(words, arg, value[name], spelled)
    within(words.problems, since, name)
  }
}

function encodeScalar({ texts, problems }: Words, arg: Arg, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    const { encode, decode } = SCALARS[arg.type]
    const text = encode(value as Scalar)
    if (decode(text, arg) === value) {
      texts.push(text)
      return
    }
  }
  wrong({ problems }, `expected ${arg.type === 'bool' ? 'true or false' : SCALARS[arg.type].expected(arg)}`)
}

/** What may be said of words that are read all the same. */
const HARMLESS = new Set(['too-long', 'places', 'dated', 'unsupported'])

/** The reader makes of the words what they were made of. */
function isReadAs(field: Field, texts: readonly string[], values: Values, { dialect }: Run, mayLack = false): boolean {
  const read = readArguments(field, texts, dialect.number)
  return (
    read.complaints.every(({ kind }) => HARMLESS.has(kind) || (mayLack && kind === 'missing')) && isEqual(read.values, values)
  )
}

/** Arguments nest as deep as the table, so this recursion is bounded by it. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  for (const key in b) if (b[key] !== undefined && !(has(a, key) && isEqual(a[key], b[key]))) return false
  for (const key in a) if (!has(b, key)) return false
  return true
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const has = (object: object, key: string): boolean =>
  Object.hasOwn(object, key) && (object as Record<string, unknown>)[key] !== undefined

import type { UnknownStatement } from '../bind/model.ts'
import { type Context, type Field, isAvailable, isKeyword } from '../schema/compile.ts'
import type { Arg } from '../schema/row.ts'
import { nearest } from '../text/distance.ts'
import { headerOf, isObject } from './encode.ts'
import { inOrder } from './order.ts'
import { headerLine, lineOf } from './plain.ts'
import { within } from './problem.ts'
import { hasDefinition, writeUnknown } from './unknown.ts'
import { type Writing, writeLine, wrong } from './writing.ts'

type Values = Readonly<Record<string, unknown>>

/** One statement: a line, or a block with everything in it. */
export function writeStatement(
  run: Writing,
  field: Field,
  value: unknown,
  indentation: string,
  outer: Context | undefined,
): void {
  const { form, args } = field.row
  if (form !== 'block' && form !== 'lines') {
    const line = lineOf(run, field, value, outer)
    if (line !== undefined) writeLine(run, indentation, line)
    return
  }
  const line = headerLine(run, field, value, outer)
  if (line === undefined) return
  const context = field.context as Context
  const inner = indentation + run.unit
  writeLine(run, indentation, `${line} {`)
  if (form === 'lines' && args.length === 0) writeEntries(run, context, value, inner)
  else if (isObject(value)) writeBlock(run, context, value, inner, headerOf(field, value))
  else wrong(run, `expected an object for ${field.row.keyword}`)
  writeLine(run, indentation, '}')
}

/**
 * What stands in a block: settings in the order of the keys (but for those whose order matters, see `order.ts`), then statements without a typed
 * place; these come first where definitions are among them, which count from their line on.
 *
 * @param header - arguments whose words stand in the header.
 */
export function writeBlock(run: Writing, context: Context, block: Values, indentation: string, header: readonly Arg[]): void {
  const { own, inLists } = unknownOf(run, block)
  const isEarly = own.length > 0 && hasDefinition(own, run.dialect.profile)
  if (isEarly) writeUnknown(run, context, own, indentation)
  const keys = inOrder(Object.keys(block), context)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const value = block[key]
    if (value === undefined || key === 'unknown' || key === 'invalid' || isHeader(header, key)) continue
    const before = run.problems.length
    if (key === 'entries' && context.lines) writeEntries(run, context, value, indentation)
    else writeKey(run, context, key, value, indentation, inLists?.get(key) ?? NONE)
    inLists?.delete(key)
    if (run.problems.length > before) within(run.problems, before, key)
  }
  // Lines of a list that is not there otherwise.
  if (inLists !== undefined) for (const [key, strays] of inLists) writeKey(run, context, key, NONE, indentation, strays)
  if (!isEarly && own.length > 0) writeUnknown(run, context, own, indentation)
}

function isHeader(header: readonly Arg[], key: string): boolean {
  for (let i = 0; i < header.length; i++) if ((header[i] as Arg).name === key) return true
  return false
}

interface Unknown {
  readonly own: readonly UnknownStatement[]
  /** Lines of lists of the block, by list. */
  readonly inLists?: Map<string, UnknownStatement[]>
}

const NONE: readonly UnknownStatement[] = []
const NOTHING: Unknown = { own: NONE }

function unknownOf(run: Writing, { unknown }: Values): Unknown {
  if (unknown === undefined) return NOTHING
  if (!Array.isArray(unknown)) {
    wrong(run, 'expected a list of statements', { path: 'unknown' })
    return NOTHING
  }
  const inLists = new Map<string, UnknownStatement[]>()
  const own: UnknownStatement[] = []
  for (const statement of unknown as readonly UnknownStatement[]) {
    if (typeof statement?.in !== 'string') own.push(statement)
    else {
      const known = inLists.get(statement.in)
      if (known === undefined) inLists.set(statement.in, [statement])
      else known.push(statement)
    }
  }
  return { own, inLists }
}

/** All statements of one key. */
function writeKey(
  run: Writing,
  context: Context,
  key: string,
  value: unknown,
  indentation: string,
  strays: readonly UnknownStatement[],
): void {
  const field = knownField(run, context, key)
  if (field === undefined) {
    unknownKey(run, context, key)
    return
  }
  const { form, args } = field.row
  if (form === 'lines' && args.length === 0) {
    writeLine(run, indentation, `${field.row.keyword} {`)
    writeEntries(run, field.context as Context, value, indentation + run.unit)
    writeUnknown(run, field.context as Context, strays, indentation + run.unit)
    writeLine(run, indentation, '}')
  } else if (!field.many) writeStatement(run, field, value, indentation, context)
  else if (!Array.isArray(value)) wrong(run, `expected a list of ${key}`)
  else {
    for (let i = 0; i < value.length; i++) {
      const before = run.problems.length
      writeStatement(run, field, value[i], indentation, context)
      if (run.problems.length > before) within(run.problems, before, i)
    }
  }
}

function writeEntries(run: Writing, context: Context, entries: unknown, indentation: string): void {
  if (!Array.isArray(entries)) {
    wrong(run, 'expected a list of entries')
    return
  }
  for (let i = 0; i < entries.length; i++) {
    const before = run.problems.length
    const entry: unknown = entries[i]
    const field = entryField(context, entry, run.dialect.number)
    if (field === undefined) wrong(run, 'no entry of this list looks like this')
    else {
      // Words of a variadic entry are entries of their own.
      const isWord = field.shape === 'scalar' && field.row.args[0]?.variadic === true
      writeStatement(run, field, isWord ? [entry] : entry, indentation, context)
    }
    if (run.problems.length > before) within(run.problems, before, i)
  }
}

/** The row of an entry: that of its leading word, which is a key of it, or the one without. */
export function entryField(context: Context, entry: unknown, version: number): Field | undefined {
  if (isObject(entry)) {
    for (const key in entry) {
      const field = context.fields.get(key)
      if (field?.row.form === 'line' && field !== context.entry && isAvailable(field, version) && entry[key] !== undefined)
        return field
    }
  }
  return context.entry
}

const isUsable = (field: Field, version: number): boolean => isKeyword(field, version) && field.row.form !== 'line'

/** Looked for once a run: a file has few kinds of blocks and many of each. */
function knownField(run: Writing, context: Context, key: string): Field | undefined {
  let fields = run.fields.get(context)
  if (fields === undefined) {
    fields = new Map()
    run.fields.set(context, fields)
  }
  const known = fields.get(key)
  if (known !== undefined) return known
  const field = fieldOf(context, key, run.dialect.number)
  if (field !== undefined) fields.set(key, field)
  return field
}

/** The keyword of a key: its own, or an alias where the version does not have that. */
export function fieldOf(context: Context, key: string, version: number): Field | undefined {
  const own = context.fields.get(key)
  if (own !== undefined && own.key === key && isUsable(own, version)) return own
  return context.fields.values().find((field) => field.key === key && isUsable(field, version))
}

function unknownKey(run: Writing, context: Context, key: string): void {
  const { dialect } = run
  const known = context.fields.values()
  const place = context.path === '' ? 'the top level' : context.path
  if (known.some((field) => field.key === key && field.row.form !== 'line')) {
    wrong(run, `${dialect.name} does not know \`${key}\` in ${place}`, { code: 'write/unknown-key' })
    return
  }
  const words = new Set(known.filter((field) => isUsable(field, dialect.number)).map((field) => field.key))
  const word = run.problems.length < MOST_SUGGESTIONS ? nearest(key, [...words]) : undefined
  wrong(run, `unknown key in ${place}`, {
    code: 'write/unknown-key',
    ...(word === undefined ? {} : { help: `Did you mean \`${word}\`?` }),
  })
}

/** A suggestion costs an edit distance a keyword. */
const MOST_SUGGESTIONS = 100

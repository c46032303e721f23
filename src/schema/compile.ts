import type { RootKeywords } from '../cst/recover.ts'
import { lazy } from '../text/lazy.ts'
import { type Arg, type Availability, ENTRY, hasSecret, type Lineage, type Row } from './row.ts'
import type { RowTable } from './row-table.ts'
import { versionNumber } from './version.ts'

/** One keyword at one place. */
export interface Field {
  readonly row: Row
  readonly availability: Availability
  /** First and last version as numbers; a keyword without a known version is always there. */
  readonly since: number
  readonly until: number
  /** Key in the model: the keyword, or what it is an alias of. */
  readonly key: string
  /** The model holds a list under `key`. */
  readonly many: boolean
  /** Arguments that stand in order, and those that a literal introduces. */
  readonly positional: readonly Arg[]
  readonly options: ReadonlyMap<string, Arg> | undefined
  /** How the arguments stand in the model. */
  readonly shape: 'object' | 'scalar' | 'first-or-object'
  /** Nothing is to be said about the keyword itself: no fork, no deprecation, no secret. */
  readonly plain: boolean
  /** The argument of a setting that takes exactly one word. */
  readonly only: Arg | undefined
  /** Arguments in order and nothing else: no option, no list, no limit of length. */
  readonly inOrder: boolean
  /** The arguments as a version reads them; undefined where all versions read them alike. */
  readonly specAt: ((version: number) => Pick<Field, 'positional' | 'options'>) | undefined
  /** What stands inside the braces. */
  readonly context: Context | undefined
}

/** Keywords by name; a field is made when it is asked for. */
export interface Fields {
  readonly get: (keyword: string) => Field | undefined
  readonly values: () => readonly Field[]
}

/** The keywords of one block. */
export interface Context {
  readonly path: string
  readonly fields: Fields
  /** For a `lines` block: how an entry without a leading word reads. */
  readonly entry: Field | undefined
  readonly lines: boolean
  /** Keywords with a word that must not be shown. */
  readonly secrets: () => readonly string[]
}

export interface Schema {
  readonly lineage: Lineage
  readonly rows: readonly Row[]
  readonly root: Context
  /** Every place of a keyword, for suggestions. */
  readonly places: ReadonlyMap<string, readonly string[]>
  /** Which blocks stand at the top level and nowhere else, for recovery. */
  readonly rootOnly: RootKeywords
}

/**
 * Rows → look-up tables, one `Map` a block. Fields are made when their keyword is first met: a small file needs a few of hundreds, and a program
 * that checks one file should not pay for all.
 */
export function compile(lineage: Lineage, table: RowTable): Schema {
  const contexts = new Map<string, Context>()
  const contextAt = (path: string, lines: boolean): Context => {
    const known = contexts.get(path)
    if (known !== undefined) return known
    const fields = fieldsOf(table, path, contextAt)
    const context = { path, fields, entry: fields.get(ENTRY), lines, secrets: lazy(() => secretsIn(fields)) }
    contexts.set(path, context)
    return context
  }
  const rows = lazy(() => table.all())
  const places = lazy(() => placesOf(rows()))
  const rootOnly = lazy(() => rootOnlyOf(rows()))
  return {
    lineage,
    get rows() {
      return rows()
    },
    rootOnly: { has: (word) => rootOnly().has(word) },
    get root() {
      return contextAt('', false)
    },
    get places() {
      return places()
    },
  }
}

const secretsIn = (fields: Fields): readonly string[] =>
  fields.values().flatMap(({ row }) => (hasSecret(row) ? [row.keyword] : []))

type ContextAt = (path: string, lines: boolean) => Context

function fieldsOf(table: RowTable, path: string, contextAt: ContextAt): Fields {
  const made = new Map<string, Field>()
  const get = (keyword: string): Field | undefined => {
    const known = made.get(keyword)
    if (known !== undefined) return known
    const row = table.find(path, keyword)
    if (row === undefined) return undefined
    const field = makeField(row, row.in[path] as Availability, path, contextAt)
    made.set(keyword, field)
    return field
  }
  return { get, values: lazy(() => table.keywords(path).map((keyword) => get(keyword) as Field)) }
}

function placesOf(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const row of rows) {
    const known = places.get(row.keyword)
    if (known === undefined) places.set(row.keyword, Object.keys(row.in))
    else known.push(...Object.keys(row.in))
  }
  return places
}

/** Keywords of blocks and flags whose every place is the top level. */
function rootOnlyOf(rows: readonly Row[]): ReadonlySet<string> {
  const elsewhere = new Set<string>()
  const atRoot: string[] = []
  for (const row of rows) {
    for (const path in row.in) {
      if (path !== '' || row.form === 'value') elsewhere.add(row.keyword)
      else atRoot.push(row.keyword)
    }
  }
  return new Set(atRoot.filter((keyword) => !elsewhere.has(keyword)))
}

function makeField(row: Row, availability: Availability, path: string, contextAt: ContextAt): Field {
  const since = availability.since === null ? Number.NaN : versionNumber(availability.since)
  const until = availability.until === undefined ? Number.NaN : versionNumber(availability.until)
  const isBlock = row.form === 'block' || row.form === 'lines'
  const context = lazy(() =>
    isBlock ? contextAt(path === '' ? row.keyword : `${path}/${row.keyword}`, row.form === 'lines') : undefined,
  )
  return {
    row,
    availability,
    since: Number.isNaN(since) ? 0 : since,
    until: Number.isNaN(until) ? Number.POSITIVE_INFINITY : until,
    key: row.aliasOf ?? row.keyword,
    many: isMany(row),
    ...argumentsOf(row.args),
    shape: row.shape ?? (isObject(row) ? 'object' : 'scalar'),
    plain: isPlain(row, availability),
    only: onlyArgument(row),
    inOrder: row.args.every((arg) => arg.literal === undefined && arg.variadic !== true && arg.maxLength === undefined),
    specAt: isDated(row) ? specsOf(row) : undefined,
    get context() {
      return context()
    },
  }
}

const isPlain = (row: Row, { variant }: Availability): boolean =>
  variant === undefined && row.deprecated === undefined && !hasSecret(row)

/** A word longer than `maxLength` has something to be said about it, so such an argument takes the long way. */
function onlyArgument(row: Row): Arg | undefined {
  const { form, args } = row
  const [arg] = args
  const single = form === 'value' && args.length === 1 && arg?.literal === undefined && arg?.maxLength === undefined
  return single && arg?.variadic !== true && arg?.options === undefined && !isDated(row) ? arg : undefined
}

const isDatedArg = ({ since, until, older, options }: Arg): boolean =>
  since !== undefined || until !== undefined || older !== undefined || options?.some(isDatedArg) === true

/** Versions of arguments are those of keepalived; rows that other readers have taken over keep them as notes. */
const isDated = ({ lineage, args }: Row): boolean => lineage === 'keepalived' && args.some(isDatedArg)

/** Arguments by version; a run asks for one version only. */
function specsOf({ args }: Row): NonNullable<Field['specAt']> {
  const made = new Map<number, ReturnType<typeof argumentsOf>>()
  return (version) => {
    const spec = made.get(version) ?? argumentsOf(argsAt(args, version))
    made.set(version, spec)
    return spec
  }
}

/** The arguments as a version reads them. */
export function argsAt(args: readonly Arg[], version: number): readonly Arg[] {
  const known = args.filter(
    ({ since, until }) =>
      (since === undefined || versionNumber(since) <= version) && (until === undefined || version <= versionNumber(until)),
  )
  return known.map((arg) => {
    const old = arg.older !== undefined && version <= versionNumber(arg.older.until) ? { ...arg, ...arg.older } : arg
    return old.options === undefined ? old : { ...old, options: argsAt(old.options, version) }
  })
}

/** Several arguments, or an entry that names its kind. */
const isObject = (row: Row): boolean =>
  row.args.length > 1 || row.alternatives !== undefined || (row.form === 'line' && row.keyword !== ENTRY)

export function argumentsOf(args: readonly Arg[]): Pick<Field, 'positional' | 'options'> {
  const optional = args.filter((arg) => arg.literal !== undefined)
  return {
    positional: args.filter((arg) => arg.literal === undefined || arg.bare === true),
    options:
      optional.length === 0
        ? undefined
        : new Map(optional.flatMap((arg) => (arg.literal ?? []).map((word): [string, Arg] => [word, arg]))),
  }
}

/** Lists in the model: repeatable blocks, groups with a name, and values that pile up. Entries and list words are spread instead. */
function isMany(row: Row): boolean {
  if (row.repeat !== 'accumulate' || row.merge === true || row.form === 'line') return false
  if (row.form === 'lines') return row.args.length > 0
  return row.form === 'block' || row.args.some((arg) => arg.variadic !== true)
}

/** The version reads this keyword. */
export const isAvailable = (field: Field, version: number): boolean => field.since <= version && version <= field.until

/** The same of a keyword that is one: some rows record a widespread mistake, a word that never was. */
export const isKeyword = (field: Field, version: number): boolean =>
  isAvailable(field, version) && field.availability.variant !== 'never a keyword'

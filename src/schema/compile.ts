import { type Arg, type Availability, ENTRY, type Lineage, type Row } from './row.ts'
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
  /** What stands inside the braces. */
  readonly context: Context | undefined
}

/** The keywords of one block. */
export interface Context {
  readonly path: string
  readonly fields: ReadonlyMap<string, Field>
  /** For a `lines` block: how an entry without a leading word reads. */
  readonly entry: Field | undefined
  readonly lines: boolean
}

export interface Schema {
  readonly lineage: Lineage
  readonly rows: readonly Row[]
  readonly root: Context
  /** Every place of a keyword, for suggestions. */
  readonly places: ReadonlyMap<string, readonly string[]>
  /** Keywords that stand at the top level and nowhere else, for recovery. */
  readonly rootOnly: ReadonlySet<string>
}

/** Rows → look-up tables, one `Map` a block. */
export function compile(lineage: Lineage, rows: readonly Row[]): Schema {
  const byPath = new Map<string, Map<string, Field>>()
  const places = new Map<string, string[]>()
  const blocks: { readonly field: { context: Context | undefined }; readonly path: string; readonly lines: boolean }[] = []
  for (const row of rows) {
    for (const [path, availability] of Object.entries(row.in)) {
      const field = makeField(row, availability)
      const fields = byPath.get(path) ?? new Map<string, Field>()
      byPath.set(path, fields.set(row.keyword, field))
      const known = places.get(row.keyword)
      if (known === undefined) places.set(row.keyword, [path])
      else known.push(path)
      if (row.form === 'block' || row.form === 'lines') {
        blocks.push({ field, path: path === '' ? row.keyword : `${path}/${row.keyword}`, lines: row.form === 'lines' })
      }
    }
  }
  const contextOf = (path: string, lines: boolean): Context => {
    const fields = byPath.get(path) ?? new Map<string, Field>()
    return { path, fields, entry: fields.get(ENTRY), lines }
  }
  for (const { field, path, lines } of blocks) field.context = contextOf(path, lines)
  const root = contextOf('', false)
  const rootOnly = [...root.fields.values()].filter(({ row }) => row.form !== 'value' && places.get(row.keyword)?.length === 1)
  return { lineage, rows, root, places, rootOnly: new Set(rootOnly.map(({ row }) => row.keyword)) }
}

function makeField(row: Row, availability: Availability): Field & { context: Context | undefined } {
  const since = availability.since === null ? Number.NaN : versionNumber(availability.since)
  const until = availability.until === undefined ? Number.NaN : versionNumber(availability.until)
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
    context: undefined,
  }
}

const isPlain = (row: Row, { variant }: Availability): boolean =>
  variant === undefined && row.deprecated === undefined && !row.args.some(({ secret }) => secret === true)

/** A word longer than `maxLength` has something to be said about it, so such an argument takes the long way. */
function onlyArgument({ form, args }: Row): Arg | undefined {
  const [arg] = args
  const single = form === 'value' && args.length === 1 && arg?.literal === undefined && arg?.maxLength === undefined
  return single && arg?.variadic !== true && arg?.options === undefined ? arg : undefined
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

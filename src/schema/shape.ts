import { grouped } from '../text/grouped.ts'
import { argumentShape, argumentsShape, headerOf, oneOf, type RecordShape, type Shape } from './argument-shape.ts'
import { type Context, type Field, isAvailable } from './compile.ts'
import { type Arg, ENTRY } from './row.ts'

export type { Member, RecordShape, Shape } from './argument-shape.ts'

/**
 * What the whole model may hold, as the table says: the mirror of `bind`, row by row. Codecs and the JSON Schema are made from it.
 *
 * @param version - whose keywords; all versions of the lineage without it.
 */
export const modelShape = (root: Context, version?: number): RecordShape => ({
  kind: 'record',
  role: 'block',
  name: 'the model',
  path: '',
  row: undefined,
  keys: settings(root, '', version),
  required: [],
})

type Version = number | undefined

const isRead = (field: Field, version: Version): boolean => version === undefined || isAvailable(field, version)

const below = (path: string, key: string): string => (path === '' ? key : `${path}/${key}`)

/** The settings of a block by their key in the model; several keywords (aliases) may share a key. */
function settings(context: Context, path: string, version: Version): RecordShape['keys'] {
  const all = context.fields
    .values()
    .filter((one) => one.row.form !== 'line' && isRead(one, version) && one.availability.variant !== 'never a keyword')
  return new Map(
    [...grouped(all, ({ key }) => key)].map(([key, fields]) => {
      const shapes = fields.map((field) => settingShape(field, below(path, key), version))
      return [key, { shape: oneOf(key, shapes), fields, args: [] }]
    }),
  )
}

function settingShape(field: Field, path: string, version: Version): Shape {
  const { row, many, key } = field
  if (row.form === 'lines' && row.args.length === 0) {
    return { kind: 'list', item: entryShape(field.context as Context, path, version) }
  }
  const isBlock = row.form === 'block' || row.form === 'lines'
  const one = isBlock ? blockShape(field, path, version) : valueShape(key, path, field)
  return many ? { kind: 'list', item: one } : one
}

/** A block: the arguments of its header, its settings, its entries. Header words are optional, since a bad one stands under `invalid`. */
function blockShape({ row, context, key }: Field, path: string, version: Version): RecordShape {
  const inner = context as Context
  const keys = new Map(headerOf(row, path))
  for (const [name, setting] of settings(inner, path, version)) {
    const header = keys.get(name)
    if (header === undefined) keys.set(name, setting)
    else keys.set(name, { ...setting, shape: oneOf(name, [header.shape, setting.shape]), args: header.args })
  }
  if (row.form === 'lines') {
    keys.set('entries', { shape: { kind: 'list', item: entryShape(inner, path, version) }, fields: [], args: [] })
  }
  return { kind: 'record', role: 'block', name: key, path, row, keys, required: [] }
}

/** The words behind a keyword. */
function valueShape(name: string, path: string, { row, shape }: Field): Shape {
  if (row.form === 'flag') return { kind: 'on', name, isFlag: true }
  const arg = row.args[0] as Arg
  const of = { name, path, row }
  const objects = [argumentsShape(of, row.args), ...(row.alternatives ?? []).map((args) => argumentsShape(of, args, args[0]))]
  if (shape === 'object') return oneOf(name, objects)
  const scalar = argumentShape(arg, path)
  if (shape === 'first-or-object') return oneOf(name, [scalar, ...objects])
  // A keyword whose only argument is left out, without a default, is simply on.
  const on: Shape = { kind: 'on', name: 'on', isFlag: false }
  return arg.optional === true && arg.default === undefined ? oneOf(name, [scalar, on]) : scalar
}

/** One entry of a list. The words of a variadic entry are entries themselves. */
function entryShape(context: Context, path: string, version: Version): Shape {
  const members: Shape[] = []
  for (const field of context.fields.values()) {
    if (field.row.form !== 'line' || !isRead(field, version)) continue
    const { row } = field
    const { keyword, args } = row
    const [first] = args
    const own = below(path, keyword)
    if (keyword !== ENTRY && first !== undefined) {
      // A leading word is the name of its argument: `fwmark 5` → { fwmark: 5 }.
      const named = { ...first, name: keyword }
      members.push(argumentsShape({ name: keyword, path: own, row }, [named, ...args.slice(1)], named))
    } else if (first?.variadic === true && field.shape === 'scalar') members.push(argumentShape(withoutList(first), path))
    else members.push(valueShape(context.path.split('/').at(-1) ?? '', own, field))
  }
  return oneOf('entry', members)
}

const withoutList = ({ variadic: _, ...arg }: Arg): Arg => arg

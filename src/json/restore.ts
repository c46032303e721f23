import { scalarCheck } from '../model/scalar-check.ts'
import { SCALARS } from '../schema/scalars.ts'
import type { Member, RecordShape, Shape } from '../schema/shape.ts'
import { nearest } from '../text/distance.ts'
import { type Fault, kindName } from './tree-node.ts'

type Values = Record<string, unknown>

/** How the objects of a form differ from those of the model. */
export interface Form {
  /** Key in the form → key in the model, by path. */
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the form says where the configuration says nothing, by path; such a key is left out. */
  readonly defaultsOf: (path: string, object: Values, around: readonly Values[]) => Values
}

/** What is known on the way down. */
interface Run {
  readonly form: Form
  readonly faults: Fault[]
  /** The objects around a place, the outermost first. */
  readonly around: Values[]
}

/** The value cannot stand there. */
const MISFIT = Symbol('misfit')
/** The form says that nothing was written. */
const ABSENT = Symbol('absent')

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

const ON = new Set<unknown>([1, true, 'ON', 'on', '1', 'true'])
const OFF = new Set<unknown>([0, false, 'OFF', 'off', '0', 'false'])

/**
 * A looser form of JSON as the model: switches in any spelling, numbers as digits, `null` and empty texts as absent. What a value is for is looked up in
 * the shape of the model. As deep as the keyword table, so the recursion is bounded.
 */
export function restore(shape: RecordShape, object: Values, form: Form, faults: Fault[]): Values {
  return record({ form, faults, around: [] }, shape, object, '')
}

function record(run: Run, shape: RecordShape, object: Values, at: string): Values {
  const { path } = shape
  const { form, faults, around } = run
  const renamed = form.renamed[path]
  const defaults = form.defaultsOf(path, object, around)
  around.push(object)
  const values: Values = {}
  for (const key of Object.keys(object)) {
    const value = object[key]
    if (value === null || value === undefined || isSame(value, defaults[key])) continue
    const name = renamed !== undefined && Object.hasOwn(renamed, key) ? (renamed[key] as string) : key
    const place = at === '' ? key.slice(0, 60) : `${at}.${key.slice(0, 60)}`
    const found = memberOf(shape, name)
    if (found === undefined) {
      if (value !== '') faults.push(unknownKey(shape, key, place, faults.length))
      continue
    }
    const restored = fitted(run, found.member.shape, value, place)
    if (restored === MISFIT)
      faults.push({ path: place, message: `expected ${expectedOf(found.member.shape)}, found ${kindName(value)}` })
    else if (restored !== ABSENT) values[found.name] = restored
  }
  around.pop()
  return values
}

/** The key itself, or the one that it is another word for. */
function memberOf({ keys }: RecordShape, name: string): { readonly name: string; readonly member: Member } | undefined {
  const member = keys.get(name)
  if (member !== undefined) return { name, member }
  for (const [key, other] of keys) if (other.fields.some(({ row }) => row.keyword === name)) return { name: key, member: other }
  return undefined
}

/** A suggestion costs an edit distance a key. */
const MOST_SUGGESTIONS = 100

function unknownKey({ keys, name }: RecordShape, key: string, path: string, faults: number): Fault {
  const word = faults < MOST_SUGGESTIONS ? nearest(key, [...keys.keys()]) : undefined
  return { path, message: `unknown key in ${name}`, ...(word === undefined ? {} : { help: `Did you mean \`${word}\`?` }) }
}

function fitted(run: Run, shape: Shape, value: unknown, at: string): unknown {
  switch (shape.kind) {
    case 'word':
      return word(shape, value)
    case 'on':
      return ON.has(value) ? true : OFF.has(value) ? ABSENT : MISFIT
    case 'list': {
      // One word of a list, or several in one text.
      const items = Array.isArray(value)
        ? value
        : typeof value === 'string'
          ? value.split(/ +/).filter((one) => one !== '')
          : [value]
      const list: unknown[] = []
      for (const [i, item] of items.entries()) {
        const restored = fitted(run, shape.item, item, `${at}[${i}]`)
        if (restored === MISFIT)
          run.faults.push({ path: `${at}[${i}]`, message: `expected ${expectedOf(shape.item)}, found ${kindName(item)}` })
        else if (restored !== ABSENT) list.push(restored)
      }
      return list.length === 0 && items.length === 0 && !Array.isArray(value) ? ABSENT : list
    }
    case 'any': {
      for (const member of shape.members) {
        // An object is tried on objects only, and is then what is meant.
        const restored = fitted(run, member, value, at)
        if (restored !== MISFIT) return restored
      }
      return MISFIT
    }
    case 'record':
      return isObject(value) ? record(run, shape, value, at) : MISFIT
  }
}

function word({ arg }: Shape & { readonly kind: 'word' }, value: unknown): unknown {
  if (value === '') return ABSENT
  if (arg.type === 'bool') return ON.has(value) ? true : OFF.has(value) ? false : MISFIT
  if (arg.type === 'flag') return ON.has(value) ? true : OFF.has(value) ? ABSENT : MISFIT
  const { ok } = scalarCheck(arg)
  if (ok(value)) return value
  if (arg.optional === true && value === 0) return ABSENT
  if (typeof value !== 'string' && typeof value !== 'number') return MISFIT
  const read = SCALARS[arg.type].decode(String(value), arg)
  return read !== undefined && ok(read) ? read : MISFIT
}

function expectedOf(shape: Shape): string {
  switch (shape.kind) {
    case 'word':
      return SCALARS[shape.arg.type].expected(shape.arg)
    case 'on':
      return '0 or 1'
    case 'list':
      return `a list of ${shape.item.kind === 'word' ? shape.item.arg.name : shape.item.kind === 'record' ? shape.item.name : 'entries'}`
    case 'any':
      return [...new Set(shape.members.map(expectedOf))].join(' or ')
    case 'record':
      return `an object for ${shape.name}`
  }
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (b !== undefined && typeof a === 'string' && typeof b === 'number' && a === String(b)) || (b === 0 && OFF.has(a))

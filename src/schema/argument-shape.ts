import { argumentsOf, type Field } from './compile.ts'
import type { Arg, Row } from './row.ts'

/** What may stand at one place of the model. */
export type Shape =
  /** a value that stands for one word */
  | { readonly kind: 'word'; readonly arg: Arg }
  /** `true`: a flag, or a keyword without the argument that it may have */
  | { readonly kind: 'on'; readonly name: string; readonly isFlag: boolean }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'any'; readonly name: string; readonly members: readonly Shape[] }
  | RecordShape

/** An object with these keys and no others; a block has `unknown` and `invalid` besides. */
export interface RecordShape {
  readonly kind: 'record'
  /** The words behind a keyword are a `value`, those behind one of its arguments `options`. */
  readonly role: 'block' | 'value' | 'options'
  /** How messages name it. */
  readonly name: string
  /** Where it stands, by the keys of the model; the top level is `''`. */
  readonly path: string
  readonly row: Row | undefined
  readonly keys: ReadonlyMap<string, Member>
  readonly required: readonly string[]
}

/** What may stand under one key, and the settings or arguments that put it there. */
export interface Member {
  readonly shape: Shape
  readonly fields: readonly Field[]
  readonly args: readonly Arg[]
}

/** Any of several shapes; one alone is itself. */
export function oneOf(name: string, members: readonly Shape[]): Shape {
  const [only] = members
  return only !== undefined && members.length === 1 ? only : { kind: 'any', name, members }
}

/** One argument of a row, as the model holds it. */
export function argumentShape(arg: Arg, path: string): Shape {
  const one: Shape = arg.options === undefined ? { kind: 'word', arg } : optionsShape(arg, arg.options, `${path}/${arg.name}`)
  return arg.variadic === true || arg.repeatable === true ? { kind: 'list', item: one } : one
}

/** Nested arguments: an object, or the value of the one that stands in order when no other is given (`via 10.0.0.1`). */
function optionsShape({ name }: Arg, options: readonly Arg[], path: string): Shape {
  const group: Shape = { ...argumentsShape({ name, path, row: undefined }, options), role: 'options' }
  const [only, ...others] = argumentsOf(options).positional
  return only === undefined || others.length > 0 ? group : oneOf(name, [argumentShape(only, path), group])
}

/**
 * A list of arguments as an object. Those that the target insists on must be there; the others may.
 *
 * @param chosenBy - the argument whose literal chose this list among alternatives: it is there too.
 */
export function argumentsShape(
  of: Pick<RecordShape, 'name' | 'path' | 'row'>,
  args: readonly Arg[],
  chosenBy?: Arg,
): RecordShape {
  const required = args.filter((arg) => arg === chosenBy || isRequired(arg)).map((arg) => arg.name)
  return { kind: 'record', role: 'value', ...of, keys: keysOf(args, of.path), required }
}

/** The words of the header of a block; an argument of several alternatives is one key. */
export const headerOf = (row: Row, path: string): RecordShape['keys'] =>
  keysOf([...row.args, ...(row.alternatives ?? []).flat()], path)

function keysOf(args: readonly Arg[], path: string): RecordShape['keys'] {
  const keys = new Map<string, Member>()
  for (const arg of args) {
    const shape = argumentShape(arg, path)
    const known = keys.get(arg.name)
    const member: Member =
      known === undefined
        ? { shape, fields: [], args: [arg] }
        : { shape: oneOf(arg.name, [known.shape, shape]), fields: [], args: [...known.args, arg] }
    keys.set(arg.name, member)
  }
  return keys
}

/** An argument behind a literal can be left out, unless the literal can be as well. */
const isRequired = (arg: Arg): boolean => arg.optional !== true && (arg.literal === undefined || arg.bare === true)

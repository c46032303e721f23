import type { Field } from '../schema/compile.ts'
import { argumentsOf } from '../schema/compile.ts'
import type { Arg } from '../schema/row.ts'
import { SCALARS, type Scalar } from '../schema/scalars.ts'

/** What can be wrong with the words of one statement. `word` is the place of the word among the arguments. */
export type Complaint =
  | { readonly kind: 'missing'; readonly arg: Arg }
  | { readonly kind: 'bad'; readonly arg: Arg; readonly word: number }
  | { readonly kind: 'too-long'; readonly arg: Arg; readonly word: number }
  /** An address with `-x` or `/x` behind it, which is cut off. */
  | { readonly kind: 'tail'; readonly arg: Arg; readonly word: number }
  | { readonly kind: 'extra'; readonly word: number }

/** Where the words of a value stand among the words that were read. */
export interface Mark {
  readonly arg: Arg
  /** The first word: the literal, where one is written. */
  readonly from: number
  /** Behind the last word. */
  readonly to: number
  /** The values of nested arguments. */
  readonly inner: readonly Mark[]
}

export interface ReadResult {
  /** Values by argument name; lists for variadic and repeatable arguments. */
  readonly values: Record<string, unknown>
  readonly complaints: readonly Complaint[]
}

/**
 * Words → values, by the arguments of a row. Order among arguments with a literal is free; optional ones are skipped where a word does not fit.
 *
 * @param marks - is told where the words of each value stand, in the order of the text.
 */
export function readArguments(field: Field, words: readonly string[], marks?: Mark[]): ReadResult {
  const isPlain = field.inOrder && words.length === field.positional.length && marks === undefined
  const plain = isPlain ? readInOrder(field.positional, words) : undefined
  if (plain !== undefined) return plain
  const alternative = alternativeOf(field, words[0])
  const spec = alternative === undefined ? field : argumentsOf(alternative)
  const reader: Reader = { words, at: 0, values: {}, complaints: [], marks }
  readList(reader, spec, () => false)
  if (reader.at < words.length) reader.complaints.push({ kind: 'extra', word: reader.at })
  return reader
}

/** The other list of arguments that the first word chooses. */
export const alternativeOf = ({ row }: Field, first = ''): readonly Arg[] | undefined =>
  row.alternatives?.find((args) => args[0]?.literal?.includes(first) === true)

/** The usual header, `10.0.0.1 80`. Undefined when a word does not fit. */
function readInOrder(args: readonly Arg[], words: readonly string[]): ReadResult | undefined {
  const values: Record<string, unknown> = {}
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as Arg
    const value = SCALARS[arg.type].decode(words[i] as string, arg)
    if (value === undefined) return undefined
    values[arg.name] = value
  }
  return { values, complaints: NONE }
}

const NONE: readonly Complaint[] = []

interface Reader {
  readonly words: readonly string[]
  at: number
  values: Record<string, unknown>
  readonly complaints: Complaint[]
  marks: Mark[] | undefined
}

/** Stops at a word that `isOuter` claims for the list around this one, unless it is a literal of this list. */
function readList(
  reader: Reader,
  { positional, options }: Pick<Field, 'positional' | 'options'>,
  isOuter: (word: string) => boolean,
): void {
  const { words, complaints } = reader
  let next = 0
  while (reader.at < words.length) {
    const from = reader.at
    const word = words[from] as string
    const option = options?.get(word)
    if (option !== undefined && (option.repeatable === true || !(option.name in reader.values))) {
      reader.at++
      const inner = readOption(reader, option, (inside) => options?.has(inside) === true || isOuter(inside))
      mark(reader, option, from, inner)
      if (option.bare === true && next < positional.length && positional[next] === option) next++
      continue
    }
    const arg = positional[next]
    if (arg === undefined || isOuter(word)) break
    if (arg.variadic === true) {
      readVariadic(reader, arg, options)
      mark(reader, arg, from)
      next++
      continue
    }
    const value = SCALARS[arg.type].decode(word, arg)
    if (value === undefined && arg.optional === true && (next + 1 < positional.length || options !== undefined)) {
      next++ // an optional argument that the word does not fit: it may be the next one
      if (next === positional.length) {
        complaints.push({ kind: 'bad', arg, word: reader.at })
        reader.at++
        mark(reader, arg, from)
      }
      continue
    }
    take(reader, arg, value)
    mark(reader, arg, from)
    next++
  }
  for (const arg of positional.slice(next)) {
    if (arg.optional !== true && !(arg.name in reader.values)) complaints.push({ kind: 'missing', arg })
  }
}

const mark = ({ marks, at }: Reader, arg: Arg, from: number, inner: readonly Mark[] = []): void => {
  marks?.push({ arg, from, to: at, inner })
}

function readVariadic(reader: Reader, arg: Arg, options: Field['options']): void {
  const list: Scalar[] = []
  for (; reader.at < reader.words.length && options?.has(reader.words[reader.at] as string) !== true; reader.at++) {
    const value = SCALARS[arg.type].decode(reader.words[reader.at] as string, arg)
    if (value === undefined) reader.complaints.push({ kind: 'bad', arg, word: reader.at })
    else list.push(value)
  }
  reader.values[arg.name] = list
}

/** An argument whose literal has just been read. Gives the marks of what is nested in it. */
function readOption(reader: Reader, arg: Arg, isOuter: (word: string) => boolean): readonly Mark[] | undefined {
  if (arg.type === 'flag') {
    put(reader, arg, true)
    return undefined
  }
  if (arg.options !== undefined) {
    const { values: outer, marks } = reader
    reader.values = {}
    reader.marks = marks === undefined ? undefined : []
    const group = argumentsOf(arg.options)
    readList(reader, group, isOuter)
    const { values: inner, marks: found } = reader
    reader.values = outer
    reader.marks = marks
    put(reader, arg, unwrapped(inner, group.positional))
    return found
  }
  const word = reader.words[reader.at]
  if (word === undefined) reader.complaints.push({ kind: 'missing', arg })
  else take(reader, arg, SCALARS[arg.type].decode(word, arg))
  return undefined
}

/** A group of which only its one positional argument is given is that argument: `via 10.0.0.1`. */
function unwrapped(values: Record<string, unknown>, positional: readonly Arg[]): unknown {
  const [only, ...others] = Object.keys(values)
  return only !== undefined && others.length === 0 && positional.length === 1 && positional[0]?.name === only
    ? values[only]
    : values
}

function take(reader: Reader, arg: Arg, decoded: Scalar | undefined): void {
  let value = decoded
  if (value === undefined && arg.type === 'ip') {
    // inet_stosockaddr reads an address up to the first - or / and looks no further
    value = SCALARS.ip.decode((reader.words[reader.at] as string).replace(/[-/].*$/, ''), arg)
    if (value !== undefined) reader.complaints.push({ kind: 'tail', arg, word: reader.at })
  }
  if (value === undefined) reader.complaints.push({ kind: 'bad', arg, word: reader.at })
  else {
    put(reader, arg, value)
    if (arg.maxLength !== undefined && typeof value === 'string' && value.length > arg.maxLength) {
      reader.complaints.push({ kind: 'too-long', arg, word: reader.at })
    }
  }
  reader.at++
}

function put(reader: Reader, arg: Arg, value: unknown): void {
  if (arg.repeatable !== true) reader.values[arg.name] = value
  else {
    const list = reader.values[arg.name] as unknown[] | undefined
    if (list === undefined) reader.values[arg.name] = [value]
    else list.push(value)
  }
}

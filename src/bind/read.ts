import type { Field } from '../schema/compile.ts'
import { argumentsOf } from '../schema/compile.ts'
import type { Arg } from '../schema/row.ts'
import { SCALARS, type Scalar } from '../schema/scalars.ts'
import { tooManyPlaces, withoutTail } from './one-word.ts'

/** What can be wrong with the words of one statement. `word` is the place of the word among the arguments. */
export type Complaint =
  | { readonly kind: 'missing'; readonly arg: Arg }
  | { readonly kind: 'bad'; readonly arg: Arg; readonly word: number }
  | { readonly kind: 'too-long'; readonly arg: Arg; readonly word: number }
  /** An address with `-x` or `/x` behind it, which is cut off. */
  | { readonly kind: 'tail'; readonly arg: Arg; readonly word: number }
  | { readonly kind: 'extra'; readonly word: number; readonly unread?: true }
  /** More decimal places than are kept. */
  | { readonly kind: 'places'; readonly arg: Arg; readonly word: number }
  /** An option that is given again; the last one counts. */
  | { readonly kind: 'again'; readonly arg: Arg; readonly word: number }
  /** A word that the one before it has taken with it. */
  | { readonly kind: 'swallowed'; readonly arg: Arg; readonly word: number }
  /** A literal that is reported as out of date, or as not supported. */
  | { readonly kind: 'dated'; readonly arg: Arg; readonly word: number; readonly instead: string }
  | { readonly kind: 'unsupported'; readonly arg: Arg; readonly word: number }

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
export function readArguments(
  field: Field,
  words: readonly string[],
  version = Number.POSITIVE_INFINITY,
  marks?: Mark[],
): ReadResult {
  const own = field.specAt?.(version) ?? field
  const isPlain = field.inOrder && words.length === own.positional.length && marks === undefined
  const plain = isPlain ? readInOrder(own.positional, words) : undefined
  if (plain !== undefined) return plain
  const alternative = alternativeOf(field, words[0])
  const spec = alternative === undefined ? own : argumentsOf(alternative)
  const reader: Reader = { words, at: 0, values: {}, complaints: [], previous: undefined, marks }
  readList(reader, spec, () => false)
  if (field.row.needsWord === true && words.length === 0) {
    reader.complaints.push({ kind: 'missing', arg: field.row.args[0] as Arg })
  }
  if (reader.at < words.length) {
    const unread = reader.previous?.last === true
    reader.complaints.push({ kind: 'extra', word: reader.at, ...(unread ? { unread } : {}) })
  }
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
    if (value === undefined || tooManyPlaces(arg, words[i] as string)) return undefined
    values[arg.name] = value
  }
  return { values, complaints: NONE }
}

const NONE: readonly Complaint[] = []

interface Reader {
  readonly words: readonly string[]
  at: number
  /** The argument that was read last. */
  previous: Arg | undefined
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
    const option = positional[next]?.first === true ? undefined : options?.get(word)
    if (option !== undefined && isOption(reader, option)) {
      if (option.repeatable !== true && option.name in reader.values) complaints.push({ kind: 'again', arg: option, word: from })
      remarks(reader, option, word)
      reader.at++
      const inner = readOption(reader, option, (inside) => options?.has(inside) === true || isOuter(inside))
      mark(reader, option, from, inner)
      reader.previous = option
      if (option.bare === true && next < positional.length && positional[next] === option) next++
      continue
    }
    const arg = positional[next] ?? passedOver(positional, reader, word) ?? oneMore(positional, word)
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
    if (arg.bareOutOfDate !== undefined) {
      complaints.push({ kind: 'dated', arg, word: reader.at, instead: arg.bareOutOfDate })
    }
    take(reader, arg, value)
    mark(reader, arg, from)
    next++
  }
  for (; next < positional.length; next++) {
    const arg = positional[next] as Arg
    const isBad = complaints.some((one) => one.kind === 'bad' && one.arg === arg)
    if (arg.optional !== true && !isBad && !(arg.name in reader.values)) complaints.push({ kind: 'missing', arg })
  }
}

/** Not a second time where that is not allowed, and not anywhere else than behind its argument. */
const isOption = ({ values, previous }: Reader, { name, repeatable, again, after }: Arg): boolean =>
  (repeatable === true || again === true || !(name in values)) &&
  (after === undefined || previous?.name === after) &&
  (previous?.ends !== true || previous.name === name)

/** An argument that was left out so far and that the word is one of. */
const passedOver = (positional: readonly Arg[], { values }: Reader, word: string): Arg | undefined =>
  positional.find((arg) => arg.free === true && !(arg.name in values) && SCALARS[arg.type].decode(word, arg) !== undefined)

/** An argument without its literal that may be given again, as the destination of a route. */
function oneMore(positional: readonly Arg[], word: string): Arg | undefined {
  const arg = positional.at(-1)
  return arg?.again === true && arg.bare === true && SCALARS[arg.type].decode(word, arg) !== undefined ? arg : undefined
}

/** What is said of the literal itself. */
function remarks({ complaints, at }: Reader, arg: Arg, word: string): void {
  const instead = arg.outOfDate?.[word]
  if (instead !== undefined) complaints.push({ kind: 'dated', arg, word: at, instead })
  if (arg.unsupported === true) complaints.push({ kind: 'unsupported', arg, word: at })
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
    if (arg.swallows === true && reader.at < reader.words.length) {
      reader.complaints.push({ kind: 'swallowed', arg, word: reader.at++ })
    }
    return undefined
  }
  if (arg.options !== undefined) {
    const { values: outer, marks } = reader
    reader.values = {}
    reader.marks = marks === undefined ? undefined : []
    reader.previous = undefined
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
  if (value === undefined) {
    value = withoutTail(arg, reader.words[reader.at] as string)
    if (value !== undefined) reader.complaints.push({ kind: 'tail', arg, word: reader.at })
  }
  if (value === undefined) reader.complaints.push({ kind: 'bad', arg, word: reader.at })
  else {
    put(reader, arg, value)
    if (tooManyPlaces(arg, reader.words[reader.at] as string)) reader.complaints.push({ kind: 'places', arg, word: reader.at })
    if (arg.maxLength !== undefined && typeof value === 'string' && value.length > arg.maxLength) {
      reader.complaints.push({ kind: 'too-long', arg, word: reader.at })
    }
  }
  reader.at++
  reader.previous = arg
}

function put(reader: Reader, arg: Arg, value: unknown): void {
  if (arg.repeatable !== true) reader.values[arg.name] = value
  else {
    const list = reader.values[arg.name] as unknown[] | undefined
    if (list === undefined) reader.values[arg.name] = [value]
    else list.push(value)
  }
}

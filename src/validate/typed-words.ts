import { readArguments } from '../bind/read.ts'
import type { Document } from '../cst/document.ts'
import { CLOSE_BRACE, field as columnOf, FIRST, NEXT } from '../cst/statements.ts'
import { argumentTokens, keywordOf, prefixOf, wordText } from '../cst/words.ts'
import type { Span } from '../diagnostics/finding.ts'
import { definitionAt, substitute } from '../expand/definitions.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import { argumentsOf, type Context, type Field, isAvailable } from '../schema/compile.ts'
import type { Arg, ArgType } from '../schema/row.ts'
import type { Reading } from './rule.ts'

/** A word of a configuration that a row gives a type. */
export interface TypedWord extends Span {
  readonly value: string
  readonly arg: Arg
  readonly field: Field
  /** The block that the line stands in. */
  readonly context: Context
}

/**
 * All words of some types, in the order of the effective text. The rows say which words those are, wherever they stand in a line, so a new keyword
 * needs nothing here. Commands are not among them: their words are cut in another way. Blocks that cannot hold such a word are not entered.
 */
export function* typedWords(subject: Reading, types: readonly ArgType[]): Generator<TypedWord> {
  const { sources, schema } = subject
  const root = sources.root ?? 0
  const main = sources.documents[root]
  if (main === undefined) return
  const walk: Walk = { subject, types: new Set(types), holding: new Map(), definitions: new Map() }
  yield* rows(walk, root, 0, main.statements.count, schema.root)
}

interface Walk {
  readonly subject: Reading
  readonly types: ReadonlySet<ArgType>
  /** By path of a block: the keywords that have such a word, or have one somewhere inside. */
  readonly holding: Map<string, ReadonlySet<string>>
  /** Definitions met so far, in a text that is read as it stands. */
  readonly definitions: Map<string, string>
}

function* rows(walk: Walk, file: number, from: number, to: number, context: Context): Generator<TypedWord> {
  const { sources, dialect } = walk.subject
  const document = sources.documents[file] as Document
  const includes = sources.includes[file]
  const holding = holdingIn(walk, context)
  for (let row = from; row < to; row = columnOf(document.statements, row, NEXT)) {
    const included = includes?.get(row)
    if (included !== undefined) {
      for (const other of included) {
        yield* rows(walk, other, 0, (sources.documents[other] as Document).statements.count, context)
      }
      continue
    }
    const definition = document.profile.directives ? definitionAt(document, row) : undefined
    if (definition !== undefined) walk.definitions.set(definition.name, definition.value)
    const keyword = keywordOf(document, row)
    const own = context.fields.get(keyword)
    const field = own !== undefined && isAvailable(own, dialect.number) ? own : context.entry
    if (field === undefined || !holding.has(field.row.keyword) || prefixOf(document, row) !== undefined) continue
    yield* wordsOf(walk, file, row, context, field, field === own ? 0 : -1)
    const inner = field.context
    if (inner !== undefined) yield* rows(walk, file, row + 1, columnOf(document.statements, row, NEXT), inner)
  }
}

function holdingIn(walk: Walk, context: Context): ReadonlySet<string> {
  const known = walk.holding.get(context.path)
  if (known !== undefined) return known
  const found = new Set<string>()
  for (const field of context.fields.values()) {
    const inner = field.context
    if (hasType(allArguments(field), walk.types) || (inner !== undefined && holdingIn(walk, inner).size > 0))
      found.add(field.row.keyword)
  }
  walk.holding.set(context.path, found)
  return found
}

const allArguments = ({ row: { args, alternatives = [] } }: Field): readonly Arg[] => [...args, ...alternatives.flat()]

const hasType = (args: readonly Arg[], types: ReadonlySet<ArgType>): boolean =>
  args.some(({ type, options = [] }) => types.has(type) || hasType(options, types))

/** `first`: 0 behind a keyword, -1 where the keyword is the first word of an entry. */
function* wordsOf(walk: Walk, file: number, row: number, context: Context, field: Field, first: 0 | -1): Generator<TypedWord> {
  const args = allArguments(field)
  if (!hasType(args, walk.types)) return
  const document = walk.subject.sources.documents[file] as Document
  const { tokens, statements } = document
  const words = argumentTokens(document, row)
  const all = first === 0 ? words : [columnOf(statements, row, FIRST), ...words]
  const known = (text: string): string =>
    document.profile.directives && text.includes('$') ? (substitute(text, walk.definitions) ?? text) : text
  const texts = all.map((token) => known(wordText(document, token)))
  const taken = new Set<number>()
  for (const { value, arg } of valuesOf(args, readArguments(field, texts).values, walk.types)) {
    // What an expansion has left as it is may be anything.
    if (document.profile.directives && value.includes('$')) continue
    const at = texts.findIndex((text, i) => text === value && !taken.has(i))
    if (at < 0) continue
    taken.add(at)
    const token = all[at] as number
    yield { value, arg, field, context, file, start: startOf(tokens, token), end: endOf(tokens, token) }
  }
}

interface Typed {
  readonly value: string
  readonly arg: Arg
}

function* valuesOf(
  args: readonly Arg[],
  values: Readonly<Record<string, unknown>>,
  types: ReadonlySet<ArgType>,
): Generator<Typed> {
  for (const arg of args) {
    const value = values[arg.name]
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) {
      if (arg.options !== undefined) yield* valuesOf(arg.options, nested(arg.options, one), types)
      else if (types.has(arg.type) && typeof one === 'string') yield { value: one, arg }
    }
  }
}

/** A group of options of which only its one positional argument is given is that argument. */
function nested(options: readonly Arg[], value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  const [only] = argumentsOf(options).positional
  return only === undefined ? {} : { [only.name]: value }
}

/** The brace that closes a block; its header where there is none. */
export function closeSpan({ sources }: Reading, { file, row }: { readonly file: number; readonly row: number }): Span {
  const { tokens, statements } = sources.documents[file] as Document
  const close = columnOf(statements, row, CLOSE_BRACE)
  const token = close < 0 ? columnOf(statements, row, FIRST) : close
  return { file, start: startOf(tokens, token), end: endOf(tokens, token) }
}

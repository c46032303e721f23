import type { MutableBlock, UnknownStatement } from '../bind/model.ts'
import { originOf } from '../bind/origins.ts'
import { type Document, headSpan } from '../cst/document.ts'
import { CLOSE_BRACE, FIRST, field, NEXT, OPEN_BRACE } from '../cst/statements.ts'
import { argumentsOf, argumentTokens, hasKeyword, keywordOf } from '../cst/words.ts'
import type { Span } from '../diagnostics/finding.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import type { Reading } from './rule.ts'

/** A statement of one of the files. */
export interface Place {
  readonly file: number
  readonly row: number
}

/** Blocks of a list in the model: `blocks(model, 'virtual_server')`. Empty where there is none. */
export function blocks(block: MutableBlock, key: string): readonly MutableBlock[] {
  const list = block[key]
  return Array.isArray(list) ? (list as MutableBlock[]) : NONE
}

const NONE: readonly MutableBlock[] = []

/** A block that stands once, or several times and is read as one: `blockOf(model, 'global_defs')`. */
export const blockOf = (block: MutableBlock, key: string): MutableBlock | undefined =>
  typeof block[key] === 'object' && block[key] !== null && !Array.isArray(block[key]) ? (block[key] as MutableBlock) : undefined

/** A setting of a block by its type; undefined when it is absent or could not be read. */
export const numberOf = (block: MutableBlock, key: string): number | undefined =>
  typeof block[key] === 'number' ? (block[key] as number) : undefined
export const textOf = (block: MutableBlock, key: string): string | undefined =>
  typeof block[key] === 'string' ? (block[key] as string) : undefined

/** The keyword stands in the block, readable or not. A rule about an absent setting must ask this, or one cause gets two findings. */
export const isWritten = (block: MutableBlock, key: string): boolean =>
  block[key] !== undefined ||
  (block.unknown !== undefined && isAmong(block.unknown, key)) ||
  (block.invalid !== undefined && block.invalid[key] !== undefined)

/** The model shows every line of the block: rules about lines that it does not show need not look at them. */
export const isEven = ({ origins }: Reading, block: MutableBlock): boolean =>
  block.unknown === undefined && !origins.uneven.has(block)

const isAmong = (unknown: readonly UnknownStatement[], key: string): boolean => unknown.some(({ keyword }) => keyword === key)

/** The statements directly inside a block (undefined: at the top level), in order, includes followed. */
export const statementsIn = (subject: Reading, block: object | undefined): readonly Place[] => within(subject, block, EVERY)

/** A choice of statements: a plain function, because rules look for a few lines among 100,000. */
type Choice = (document: Document, row: number) => boolean

const EVERY: Choice = () => true

function within(subject: Reading, block: object | undefined, isChosen: Choice): readonly Place[] {
  const origin = block === undefined ? undefined : originOf(subject.origins, block)
  if (block !== undefined && origin === undefined) return NO_PLACES
  return below(subject, origin?.file ?? subject.sources.root ?? 0, origin?.row ?? -1, isChosen)
}

const NO_PLACES: readonly Place[] = []

/** The statements below one of a file (-1: of the whole file); in the place of an include those of its files. */
function below(subject: Reading, file: number, parent: number, isChosen: Choice = EVERY, found: Place[] = []): readonly Place[] {
  const document = subject.sources.documents[file] as Document
  const { statements } = document
  const includes = subject.sources.includes[file]
  const end = parent < 0 ? statements.count : field(statements, parent, NEXT)
  for (let row = parent + 1; row < end; row = field(statements, row, NEXT)) {
    const included = includes?.get(row)
    if (included !== undefined) for (const other of included) below(subject, other, -1, isChosen, found)
    else if (isChosen(document, row)) found.push({ file, row })
  }
  return found
}

/** The lines of the lists of one keyword in a block, in order: the entries of its `track_script`. */
export const entryPlaces = (subject: Reading, block: object | undefined, keyword: string): readonly Place[] =>
  find(subject, block, keyword).flatMap((place) => childPlaces(subject, place))

/** The statements inside a statement. */
export const childPlaces = (subject: Reading, { file, row }: Place): readonly Place[] => below(subject, file, row)

/** Every statement with a brace behind it, in every file. */
export function* allBlocks(subject: Reading): Generator<Place & { readonly document: Document }> {
  for (const [file, document] of subject.originals.entries()) {
    const { statements } = document
    for (let row = 0; row < statements.count; row++) {
      if (field(statements, row, OPEN_BRACE) >= 0) yield { file, row, document }
    }
  }
}

const documentOf = (subject: Reading, { file }: Place): Document => subject.sources.documents[file] as Document

export const keywordAt = (subject: Reading, place: Place): string => keywordOf(documentOf(subject, place), place.row)

/** What a word of a statement says, 0 being the first argument. */
export const wordAt = (subject: Reading, place: Place, index: number): string | undefined =>
  argumentsOf(documentOf(subject, place), place.row)[index]

/** Keyword to last word. */
export const lineSpan = (subject: Reading, place: Place): Span => ({
  file: place.file,
  ...headSpan(documentOf(subject, place), place.row),
})

/** The keyword of a statement, or the first word of an entry. */
export function keywordSpan(subject: Reading, { file, row }: Place): Span {
  const { tokens, statements } = subject.sources.documents[file] as Document
  const first = field(statements, row, FIRST)
  return { file, start: startOf(tokens, first), end: endOf(tokens, first) }
}

/** One word of a statement, 0 being the first argument; the whole line when there is no such word. */
export function wordSpan(subject: Reading, place: Place, index: number): Span {
  const document = documentOf(subject, place)
  const token = argumentTokens(document, place.row)[index]
  return token === undefined
    ? lineSpan(subject, place)
    : { file: place.file, start: startOf(document.tokens, token), end: endOf(document.tokens, token) }
}

/** The header of a block: `virtual_server 10.0.0.1 80`. */
export function headerSpan(subject: Reading, block: object): Span {
  const origin = originOf(subject.origins, block)
  return origin === undefined ? { file: 0, start: 0, end: 0 } : lineSpan(subject, origin)
}

/** The first word of an entry of a list: the address, or the name of what is tracked. */
export function entrySpan(subject: Reading, entry: object): Span {
  const origin = originOf(subject.origins, entry)
  return origin === undefined ? headerSpan(subject, entry) : keywordSpan(subject, origin)
}

/** The brace that closes a block, where keepalived looks at the block as a whole; the header where it is missing. */
export function closeSpan(subject: Reading, block: object): Span {
  const origin = originOf(subject.origins, block)
  return origin === undefined ? headerSpan(subject, block) : closeSpanAt(subject, origin)
}

/** The same of a statement: a list has no block of its own. */
export function closeSpanAt(subject: Reading, place: Place): Span {
  const { statements, tokens } = documentOf(subject, place)
  const close = field(statements, place.row, CLOSE_BRACE)
  return close < 0 ? lineSpan(subject, place) : { file: place.file, start: startOf(tokens, close), end: endOf(tokens, close) }
}

/** One word of a block's header, 0 being the one behind the keyword. */
export function headerWordSpan(subject: Reading, block: object, index: number): Span {
  const origin = originOf(subject.origins, block)
  return origin === undefined ? headerSpan(subject, block) : wordSpan(subject, origin, index)
}

/** The statements of one keyword (or its aliases) inside a block. */
export function find(subject: Reading, block: object | undefined, ...keywords: readonly string[]): readonly Place[] {
  const [only = ''] = keywords
  if (keywords.length > 1) {
    return within(subject, block, (document, row) => keywords.some((keyword) => hasKeyword(document, row, keyword)))
  }
  if (block === undefined) return subject.topLevel().get(only) ?? NO_PLACES
  return within(subject, block, (document, row) => hasKeyword(document, row, only))
}

/** The statements at the top level by their keyword: many rules ask for a few among 100,000. */
export function topLevel(subject: Reading): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>()
  for (const place of statementsIn(subject, undefined)) {
    const keyword = keywordAt(subject, place)
    const known = found.get(keyword)
    if (known === undefined) found.set(keyword, [place])
    else known.push(place)
  }
  return found
}

/** The statements of keywords in all blocks of one name at the top level, in order: those of `global_defs`, which are read as one. */
export function* settingsIn(subject: Reading, block: string, ...keywords: readonly string[]): Generator<Place> {
  for (const outer of find(subject, undefined, block)) {
    for (const place of childPlaces(subject, outer)) if (keywords.includes(keywordAt(subject, place))) yield place
  }
}

/** The line that sets a keyword in a block (the last one), or the block's header when it cannot be found. */
export function settingSpan(subject: Reading, block: object, ...keywords: readonly string[]): Span {
  const place = find(subject, block, ...keywords).at(-1)
  return place === undefined ? headerSpan(subject, block) : lineSpan(subject, place)
}

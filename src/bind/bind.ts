import { type Document, hasBlock } from '../cst/document.ts'
import { FIRST, LAST, NEXT, OPEN_BRACE, field as rowField } from '../cst/statements.ts'
import { keywordOf, prefixOf, wordText } from '../cst/words.ts'
import { collector, omittedOf } from '../diagnostics/collect.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Finding, Span } from '../diagnostics/finding.ts'
import { definitionAt } from '../expand/definitions.ts'
import type { Sources } from '../expand/sources.ts'
import { DEFINITION, PREFIX, WORD } from '../lex/kinds.ts'
import { kindOf, type Tokens, textOf } from '../lex/tokens.ts'
import { type Context, type Field, isAvailable, type Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { hasSecret } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'
import * as codes from './codes.ts'
import { checkUse, complain, repeated, reportUnknown } from './complain.ts'
import { fieldOf } from './field.ts'
import type { MutableBlock } from './model.ts'
import { tooManyPlaces } from './one-word.ts'
import { type Origins, originWriter, packOrigin } from './origins.ts'
import { contextName, hide, type Place, pushUnknown, type Run, report, tokenSpan } from './place.ts'
import { readArguments } from './read.ts'
import { pushEntry, set } from './store.ts'
import { readValue } from './value.ts'
import { fieldWords, isNever, isOpen, type Words } from './words.ts'

/** The typed model of a configuration, what was noticed on the way, and where every block was written. */
export interface Bound {
  readonly model: MutableBlock
  readonly findings: readonly Finding[]
  /** Findings that were counted only, by severity. */
  readonly omitted: Readonly<Record<Severity, number>>
  readonly origins: Origins
  /** Words that must not be shown: passwords and keys. */
  readonly secrets: readonly Span[]
}

export interface BindOptions {
  /** The id that `@id` lines are compared with; without one such lines are checked but stay out of the typed model. */
  readonly configId?: string | undefined
  /** Given for an expanded text: the names in it that stay as written. */
  readonly uncertain?: ReadonlySet<string> | undefined
}

/** Statements → model, in one walk over the statement table with one look-up a keyword. */
export function bind(sources: Sources, schema: Schema, dialect: Dialect, { configId, uncertain }: BindOptions = {}): Bound {
  const model: MutableBlock = {}
  const run: Run = {
    sources,
    schema,
    dialect,
    configId,
    found: collector(),
    origins: originWriter(),
    secrets: [],
    definitions: new Map(),
    uncertain,
  }
  const root = sources.root ?? 0
  const main = sources.documents[root]
  if (main !== undefined) bindRows(run, root, 0, main.statements.count, schema.root, model)
  return {
    model,
    findings: run.found.findings,
    omitted: omittedOf(run.found),
    origins: run.origins.origins,
    secrets: run.secrets,
  }
}

/** Depth is that of the keyword tables: an unknown block is kept whole, not entered. */
function bindRows(run: Run, file: number, from: number, to: number, context: Context, block: MutableBlock): void {
  const document = run.sources.documents[file] as Document
  const { statements } = document
  const includes = run.sources.includes[file]
  const simple = includes === undefined || includes.size === 0
  // One place for all statements of the block: a check makes hundreds of thousands of them otherwise.
  const place = { run, file, document, row: from, context, block }
  for (let row = from; row < to; row = rowField(statements, row, NEXT)) {
    place.row = row
    const included = simple ? undefined : includes.get(row)
    if (included === undefined) bindStatement(place)
    else {
      for (const other of included) {
        bindRows(run, other, 0, (run.sources.documents[other] as Document).statements.count, context, block)
      }
    }
  }
}

export function bindStatement(place: Place): void {
  const { run, document, row, context, block } = place
  const { tokens, statements, profile } = document
  const first = rowField(statements, row, FIRST)
  const keyword = kindOf(tokens, first) === WORD ? textOf(tokens, first) : keywordOf(document, row)
  if (profile.directives && (kindOf(tokens, first) === DEFINITION || hasPrefix(tokens, first))) {
    bindDirective(place, keyword)
    return
  }
  const field = context.fields.get(keyword)
  if (field?.plain !== true || !isAvailable(field, run.dialect.number) || !bindPlain(place, field, first)) {
    bindKeyword(place, keyword, block)
  }
}

const hasPrefix = (tokens: Tokens, first: number): boolean =>
  first > 0 && (kindOf(tokens, first - 1) === PREFIX || (first > 1 && kindOf(tokens, first - 2) === PREFIX))

/** The common case in one go: a flag, or a setting with one word. False when there is anything else to do or to say. */
function bindPlain({ document, row, block, context }: Place, field: Field, first: number): boolean {
  const { tokens, statements, profile } = document
  const last = rowField(statements, row, LAST)
  if (rowField(statements, row, OPEN_BRACE) >= 0 || block[field.key] !== undefined || context.lines) return false
  if (field.row.form === 'flag') {
    if (last !== first) return false
    block[field.key] = true
    return true
  }
  const arg = field.only
  if (arg === undefined || last === first || last > first + 2) return false
  const word = kindOf(tokens, last) === WORD ? textOf(tokens, last) : wordText(document, last)
  if (profile.directives && (word.includes('$') || word.includes('\\'))) return false
  const value = SCALARS[arg.type].decode(word, arg)
  if (value === undefined || tooManyPlaces(arg, word)) return false
  block[field.key] = field.many ? [value] : value
  return true
}

/** A definition, or a statement behind a condition or a sequence. */
function bindDirective(place: Place, keyword: string): void {
  const { run, document, row, block } = place
  const definition = definitionAt(document, row)
  if (definition !== undefined) {
    run.definitions.set(definition.name, definition.value)
    pushUnknown(block, document, row)
    return
  }
  const holds = condition(run, document, row)
  if (holds !== true) pushUnknown(block, document, row)
  // A line under an unknown condition is checked, but against a block that is thrown away.
  if (holds !== false) bindKeyword(holds === true ? place : { ...place, block: {} }, keyword, holds === true ? block : {})
}

function bindKeyword(place: Place, keyword: string, block: MutableBlock): void {
  const { run, document, row, context } = place
  if (keyword.startsWith('include') && document.profile.includeWords.includes(keyword) && isInclude(document, row)) {
    // An include that nobody followed: a text that was parsed alone, or a file that could not be read and has its finding.
    pushUnknown(block, document, row)
    return
  }
  if (document.profile.directives && keyword.includes('$') && isOpen(keyword, run)) {
    // What stands here only a full expansion can tell, or the reader when it draws a number.
    if (isNever(keyword, context)) reportUnknown(place, keyword)
    else pushUnknown(block, document, row)
    return
  }
  const first = rowField(document.statements, row, FIRST)
  const field = fieldOf(context, keyword, run.dialect)
  if (field === undefined) reportUnknown(place, keyword)
  else bindField(place, field, fieldWords(place, field, first))
}

/** Where directives exist a quoted word, or one with nothing behind it, is no include but an unknown keyword. */
function isInclude({ tokens, statements, profile }: Document, row: number): boolean {
  const first = rowField(statements, row, FIRST)
  return !profile.directives || (rowField(statements, row, LAST) > first && kindOf(tokens, first) === WORD)
}

/** Whether a conditional line counts; undefined where the id is not known. */
function condition(run: Run, document: Document, row: number): boolean | undefined {
  const prefix = prefixOf(document, row)
  if (prefix === undefined || run.configId === undefined || !prefix.startsWith('@')) return undefined
  const negated = prefix.startsWith('@^')
  return (prefix.slice(negated ? 2 : 1) === run.configId) !== negated
}

function bindField(place: Place, field: Field, { tokens, texts, deferred }: Words): void {
  const { run, document, row, block } = place
  const { form } = field.row
  const isBlock = form === 'block' || form === 'lines'
  if (!field.plain) {
    if (form !== 'line') checkUse(place, field)
    hideSecrets(place, field, tokens)
  }
  if (deferred) {
    pushUnknown(block, document, row)
    return
  }
  if (isBlock) bindBlock(place, field, tokens, texts)
  else {
    if (hasBlock(document, row)) {
      // In a list a brace is a word of a line of its own, and what stands in front of it is read as ever.
      if (form === 'line') readValue(place, field, tokens, texts)
      const brace = form === 'line' ? tokenSpan(document, rowField(document.statements, row, OPEN_BRACE)) : {}
      report(
        place,
        codes.blockAfterValue,
        [form === 'line' ? contextName(place.context) : field.row.keyword, contextName(place.context)],
        brace,
      )
      // Its content has no typed place, so the statement is kept as a whole.
      pushUnknown(block, document, row)
      return
    }
    const value = readValue(place, field, tokens, texts)
    if (value === undefined) pushUnknown(block, document, row)
    else if (form === 'line') {
      pushEntry(block, field, value)
      if (isBlockValue(value)) run.origins.add(value, packOrigin(place.file, row))
    } else set(place, field, value)
  }
}

function bindBlock(place: Place, field: Field, tokens: readonly number[], texts: readonly string[]): void {
  const { run, file, document, row, block } = place
  const { values, complaints } = readArguments(field, texts, run.dialect.number)
  const inner: MutableBlock = values
  for (const complaint of complaints) {
    complain(place, field, complaint, tokens, texts)
    if (complaint.kind === 'bad') {
      inner.invalid ??= {}
      inner.invalid[complaint.arg.name] = complaint.arg.secret === true ? '' : (texts[complaint.word] as string)
    }
  }
  if (!hasBlock(document, row)) report(place, codes.blockMissing, [field.row.keyword])
  const existing = block[field.key]
  const target: MutableBlock = field.row.merge === true && isBlockValue(existing) ? Object.assign(existing, inner) : inner
  if (field.row.form === 'lines') {
    if (field.row.args.length > 0) target.entries = []
    else target.entries = Array.isArray(existing) && field.row.repeat === 'accumulate' ? existing : []
  }
  const context = field.context as Context
  // A list without a name is no place of its own: its entries belong to the block around it.
  if (run.shallow !== true || (field.row.form === 'lines' && field.row.args.length === 0)) {
    bindRows(run, file, row + 1, rowField(document.statements, row, NEXT), context, target)
  }
  if (field.row.form === 'lines' && field.row.args.length === 0) {
    if (existing !== undefined && field.row.repeat !== 'accumulate') repeated(place, field)
    // A list without a name is the list itself; what is not an entry goes to the enclosing block.
    block[field.key] = target.entries
    for (const statement of target.unknown ?? []) {
      block.unknown ??= []
      block.unknown.push({ ...statement, in: field.key })
    }
    return
  }
  set(place, field, target)
  run.origins.add(target, packOrigin(file, row))
}

const isBlockValue = (value: unknown): value is MutableBlock =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function hideSecrets(place: Place, field: Field, tokens: readonly number[]): void {
  if (hasSecret(field.row)) hide(place, tokens)
}

import { type Document, hasBlock, headSpan } from '../cst/document.ts'
import { FIRST, field as rowField, LAST, NEXT, PARENT } from '../cst/statements.ts'
import { isWord, keywordOf, prefixOf, wordText } from '../cst/words.ts'
import { type Collector, collector } from '../diagnostics/collect.ts'
import type { CodeRow, Data, Finding, Span } from '../diagnostics/finding.ts'
import { definitionAt, substitute } from '../expand/definitions.ts'
import type { Sources } from '../expand/sources.ts'
import { DEFINITION } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import type { Context, Field, Schema } from '../schema/compile.ts'
import { isAvailable } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import type { Arg } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'
import * as codes from './codes.ts'
import type { MutableBlock, Origin } from './model.ts'
import { type Complaint, readArguments } from './read.ts'
import { suggest } from './suggest.ts'
import { keep } from './unknown.ts'

/** The typed model of a configuration, what was noticed on the way, and where every block was written. */
export interface Bound {
  readonly model: MutableBlock
  readonly findings: readonly Finding[]
  /** Findings that were counted only. */
  readonly omitted: number
  readonly origins: ReadonlyMap<object, Origin>
  /** Words that must not be shown: passwords and keys. */
  readonly secrets: readonly Span[]
}

export interface BindOptions {
  /** The id that `@id` lines are compared with; without one such lines are checked but stay out of the typed model. */
  readonly configId?: string | undefined
}

/** The state of one binding. */
interface Run {
  readonly sources: Sources
  readonly schema: Schema
  readonly dialect: Dialect
  readonly configId: string | undefined
  readonly found: Collector
  readonly origins: Map<object, Origin>
  readonly secrets: Span[]
  readonly definitions: Map<string, string>
}

/** Statements → model, in one walk over the statement table with one look-up a keyword. */
export function bind(sources: Sources, schema: Schema, dialect: Dialect, { configId }: BindOptions = {}): Bound {
  const model: MutableBlock = {}
  const run: Run = {
    sources,
    schema,
    dialect,
    configId,
    found: collector(),
    origins: new Map(),
    secrets: [],
    definitions: new Map(),
  }
  const main = sources.documents[0]
  if (main !== undefined) bindRows(run, 0, 0, main.statements.count, schema.root, model)
  return { model, findings: run.found.findings, omitted: run.found.omitted(), origins: run.origins, secrets: run.secrets }
}

/** Depth is that of the keyword tables: an unknown block is kept whole, not entered. */
function bindRows(run: Run, file: number, from: number, to: number, context: Context, block: MutableBlock): void {
  const document = run.sources.documents[file] as Document
  const { statements } = document
  const includes = run.sources.includes[file]
  for (let row = from; row < to; row = rowField(statements, row, NEXT)) {
    const included = includes?.get(row)
    if (included === undefined) bindStatement(run, file, document, row, context, block)
    else {
      for (const other of included) {
        bindRows(run, other, 0, (run.sources.documents[other] as Document).statements.count, context, block)
      }
    }
  }
}

function bindStatement(run: Run, file: number, document: Document, row: number, context: Context, block: MutableBlock): void {
  const first = rowField(document.statements, row, FIRST)
  if (kindOf(document.tokens, first) === DEFINITION) {
    const definition = definitionAt(document, row)
    if (definition !== undefined) run.definitions.set(definition.name, definition.value)
    pushUnknown(block, document, row)
    return
  }
  const conditional = document.profile.directives ? condition(run, document, row) : 'holds'
  if (conditional === 'fails') {
    pushUnknown(block, document, row)
    return
  }
  // A line under an unknown condition is checked, but against a block that is thrown away.
  const into: MutableBlock = conditional === 'unknown' ? {} : block
  if (conditional === 'unknown') pushUnknown(block, document, row)
  const place: Place = { run, file, document, row, context, block: into }
  const keyword = keywordOf(document, row)
  const field = context.fields.get(keyword)
  if (field !== undefined && isAvailable(field, run.dialect.number) && field.availability.variant !== NEVER) {
    bindField(place, field, words(place, first + 1))
  } else if (context.entry !== undefined) bindField(place, context.entry, words(place, first))
  else unknown(place, keyword)
}

/** A row that records a widespread mistake: the word was never a keyword. */
const NEVER = 'never a keyword'

/** The surroundings of one statement. */
export interface Place {
  readonly run: Run
  readonly file: number
  readonly document: Document
  readonly row: number
  readonly context: Context
  readonly block: MutableBlock
}

interface Words {
  readonly tokens: readonly number[]
  readonly texts: readonly string[]
  /** A word names something that only a full expansion knows. */
  readonly deferred: boolean
}

function words({ run, document, row }: Place, from: number): Words {
  const last = rowField(document.statements, row, LAST)
  const tokens: number[] = []
  const texts: string[] = []
  let deferred = false
  for (let i = from; i <= last; i++) {
    if (!isWord(document.tokens, i)) continue
    let text = wordText(document, i)
    if (document.profile.directives && text.includes('$')) {
      const known = substitute(text, run.definitions)
      if (known === undefined) deferred = true
      else text = known
    }
    tokens.push(i)
    texts.push(text)
  }
  return { tokens, texts, deferred }
}

function condition(run: Run, document: Document, row: number): 'holds' | 'fails' | 'unknown' {
  const prefix = prefixOf(document, row)
  if (prefix === undefined) return 'holds'
  if (run.configId === undefined || !prefix.startsWith('@')) return 'unknown'
  const negated = prefix.startsWith('@^')
  return (prefix.slice(negated ? 2 : 1) === run.configId) !== negated ? 'holds' : 'fails'
}

function bindField(place: Place, field: Field, { tokens, texts, deferred }: Words): void {
  const { run, document, row, block } = place
  const { form } = field.row
  const isBlock = form === 'block' || form === 'lines'
  if (form !== 'line') checkUse(place, field)
  hideSecrets(place, field, tokens)
  if (deferred) {
    pushUnknown(block, document, row)
    return
  }
  if (isBlock) bindBlock(place, field, tokens, texts)
  else {
    if (hasBlock(document, row)) report(place, codes.blockAfterValue, [field.row.keyword, contextName(place.context)])
    const value = valueOf(place, field, tokens, texts)
    if (value === undefined) pushUnknown(block, document, row)
    else if (form === 'line') pushEntry(block, field, value)
    else set(place, field, value)
  }
}

function valueOf(place: Place, field: Field, tokens: readonly number[], texts: readonly string[]): unknown {
  if (field.row.form === 'flag') {
    if (texts.length > 0) extraWords(place, field, tokens, 0)
    return true
  }
  const only = field.positional.length === 1 && field.options === undefined && field.row.alternatives === undefined
  const arg = field.positional[0]
  if (only && arg !== undefined && arg.variadic !== true && arg.maxLength === undefined && texts.length === 1) {
    const value = SCALARS[arg.type].decode(texts[0] as string, arg)
    if (value === undefined) complain(place, field, { kind: 'bad', arg, word: 0 }, tokens, texts)
    return value
  }
  const { values, complaints } = readArguments(field, texts)
  let broken = false
  for (const complaint of complaints) {
    complain(place, field, complaint, tokens, texts)
    if (complaint.kind === 'bad' || complaint.kind === 'missing') broken = true
  }
  if (broken) return undefined
  return shaped(field, values)
}

function shaped(field: Field, values: Record<string, unknown>): unknown {
  const arg = field.row.args[0] as Arg
  if (field.shape === 'scalar') return values[arg.name] ?? arg.default ?? true
  if (field.shape === 'first-or-object' && Object.keys(values).length === 1 && arg.name in values) return values[arg.name]
  return values
}

function bindBlock(place: Place, field: Field, tokens: readonly number[], texts: readonly string[]): void {
  const { run, file, document, row, block } = place
  const { values, complaints } = readArguments(field, texts)
  const inner: MutableBlock | unknown[] = { ...values }
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
    else target.entries = Array.isArray(existing) ? existing : []
  }
  const context = field.context as Context
  bindRows(run, file, row + 1, rowField(document.statements, row, NEXT), context, target)
  if (field.row.form === 'lines' && field.row.args.length === 0) {
    // A list without a name is the list itself; what is not an entry goes to the enclosing block.
    block[field.key] = target.entries
    for (const statement of target.unknown ?? []) {
      block.unknown ??= []
      block.unknown.push({ ...statement, in: field.key })
    }
    return
  }
  const index = set(place, field, target)
  run.origins.set(target, { file, row, key: field.key, index, parent: block })
}

const isBlockValue = (value: unknown): value is MutableBlock => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Stores a value and says what a second one does. Returns its place in the list, -1 where there is none. */
function set(place: Place, field: Field, value: unknown): number {
  const { block } = place
  const { key, row } = field
  const existing = block[key]
  if (field.many) {
    if (existing === undefined) block[key] = [value]
    else (existing as unknown[]).push(value)
    return (block[key] as unknown[]).length - 1
  }
  if (existing === undefined || row.merge === true) {
    block[key] = value
    return -1
  }
  if (row.repeat === 'accumulate' && Array.isArray(existing) && Array.isArray(value)) {
    block[key] = [...existing, ...value]
    return -1
  }
  if (row.form !== 'flag') repeated(place, field)
  if (row.repeat !== 'first-wins' && row.repeat !== 'warn-and-ignore') block[key] = value
  else pushUnknown(block, place.document, place.row)
  return -1
}

function pushEntry(block: MutableBlock, field: Field, value: unknown): void {
  const entries = block.entries as unknown[]
  if (field.row.args[0]?.variadic === true && Array.isArray(value)) entries.push(...value)
  else entries.push(value)
}

const pushUnknown = (block: MutableBlock, document: Document, row: number): void => {
  block.unknown ??= []
  block.unknown.push(keep(document, row))
}

// ---- findings

const contextName = (context: Context): string => (context.path === '' ? 'the top level' : (context.path.split('/').at(-1) as string))

function report(place: Place, code: CodeRow, data: Data, more: Partial<Finding> = {}): void {
  const { run, file, document, row } = place
  run.found.add({ code, data, file, ...headSpan(document, row), ...more })
}

const tokenSpan = (document: Document, token: number): { readonly start: number; readonly end: number } => ({
  start: startOf(document.tokens, token),
  end: endOf(document.tokens, token),
})

const keywordSpan = ({ document, row }: Place): { readonly start: number; readonly end: number } =>
  tokenSpan(document, rowField(document.statements, row, FIRST))

function checkUse(place: Place, field: Field): void {
  if (field.row.deprecated !== undefined) {
    report(place, codes.deprecated, [field.row.keyword, field.row.deprecated], keywordSpan(place))
  }
  const { variant } = field.availability
  if (variant !== undefined && variant !== 'sina') report(place, codes.forkKeyword, [field.row.keyword, variant], keywordSpan(place))
}

function unknown(place: Place, keyword: string): void {
  const { run, document, row, context } = place
  pushUnknown(place.block, document, row)
  if (keyword === '') return // a brace without a keyword has its own finding
  const suggestion = suggest(keyword, context, run.schema, run.dialect)
  const secret = suggestion.field !== undefined && suggestion.field.row.args.some((arg) => arg.secret === true)
  if (secret) hide(place, words(place, rowField(document.statements, row, FIRST) + 1).tokens)
  const code = suggestion.code ?? (hasBlock(document, row) ? codes.unknownBlock : codes.unknownKeyword)
  report(place, code, [keyword, contextName(context), suggestion.text], {
    ...keywordSpan(place),
    ...(run.dialect.unknownKeywords === 'silent' ? {} : { reported: true }),
    ...(suggestion.replacement === undefined
      ? {}
      : {
          fix: {
            title: `write ${suggestion.replacement}`,
            safe: false,
            edits: [{ file: place.file, ...keywordSpan(place), newText: suggestion.replacement }],
          },
        }),
  })
}

function complain(place: Place, field: Field, complaint: Complaint, tokens: readonly number[], texts: readonly string[]): void {
  const { document, run } = place
  const { keyword, missing } = field.row
  if (complaint.kind === 'extra') {
    extraWords(place, field, tokens, complaint.word)
    return
  }
  const { arg } = complaint
  const expected = SCALARS[arg.type].expected(arg)
  if (complaint.kind === 'missing') {
    const [effect, consequence] = codes.missingOutcome(missing, run.dialect.name)
    report(place, codes.missingValue, [keyword, expected], { effect, consequence, reported: missing !== 'crash' && missing !== 'logged' })
    return
  }
  const word = arg.secret === true ? '…' : (texts[complaint.word] as string)
  const span = tokenSpan(document, tokens[complaint.word] as number)
  if (complaint.kind === 'too-long') report(place, codes.tooLong, [keyword, word, arg.maxLength as number], span)
  else {
    report(place, codes.badValue, [keyword, word, expected, field.row.bad], {
      ...span,
      reported: run.dialect.reports && arg.unchecked !== true,
      effect: field.row.lineage === 'lvs' ? 'misread' : 'ignored',
    })
  }
}

function extraWords(place: Place, field: Field, tokens: readonly number[], from: number): void {
  const { document } = place
  const first = tokens[from] as number
  const span = { start: tokenSpan(document, first).start, end: tokenSpan(document, tokens.at(-1) as number).end }
  const text = document.text.slice(span.start, span.end)
  const isComment = text.startsWith('//') || text.startsWith('/*')
  const words = field.row.args.some((arg) => arg.secret === true) ? '…' : text
  if (isComment) report(place, codes.slashComment, [words], span)
  else {
    report(place, codes.extraWords, [field.row.keyword, words], {
      ...span,
      ...(field.row.extra === 'error' ? { severity: 'error', reported: true, effect: 'rejected' } : {}),
    })
  }
}

function repeated(place: Place, field: Field): void {
  const { row } = field
  const previous = findPrevious(place, row.keyword)
  const overlay = row.repeat === 'overlay'
  report(place, overlay ? codes.overlaid : codes.repeated, [row.keyword, row.repeat], {
    reported: row.repeatReported === true || row.repeat === 'warn-and-ignore' || row.repeat === 'error',
    ...(previous === undefined ? {} : { related: [{ ...previous, message: 'the one before' }] }),
  })
}

/** How many statements back the earlier use is looked for. */
const FARTHEST = 1000

/** The nearest earlier statement of the same keyword in the same block of this file. */
function findPrevious({ file, document, row }: Place, keyword: string): Span | undefined {
  const { statements } = document
  const parent = rowField(statements, row, PARENT)
  let at = row - 1
  for (let steps = 0; at > parent && steps < FARTHEST; steps++, at--) {
    while (rowField(statements, at, PARENT) !== parent) at = rowField(statements, at, PARENT)
    if (keywordOf(document, at) === keyword) return { file, ...headSpan(document, at) }
  }
  return undefined
}

function hideSecrets(place: Place, field: Field, tokens: readonly number[]): void {
  if (field.row.args.some((arg) => arg.secret === true)) hide(place, tokens)
}

function hide({ run, file, document }: Place, tokens: readonly number[]): void {
  for (const token of tokens) run.secrets.push({ file, ...tokenSpan(document, token) })
}

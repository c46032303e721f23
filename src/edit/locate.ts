import { type Mark, readArguments } from '../bind/read.ts'
import { type Written, wordsWritten } from '../bind/written.ts'
import type { Config } from '../config.ts'
import { type Document, headSpan } from '../cst/document.ts'
import { FIRST, LAST, field as rowField } from '../cst/statements.ts'
import type { Span } from '../diagnostics/finding.ts'
import type { Result } from '../diagnostics/result.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import type { Field } from '../schema/compile.ts'
import { ENTRY } from '../schema/row.ts'
import type { Range } from '../text/position.ts'
import { type Editing, editing, fail, fileSpan } from './editing.ts'
import { isBlockField, isWordList } from './fields.ts'
import { lastToken } from './lines.ts'
import { type Path, type Step, written } from './path.ts'
import { quietly } from './placement.ts'
import { type Place, resolve } from './resolve.ts'
import { isCutAgain } from './words.ts'

/** Where a value of the model is written. */
export interface Location {
  /** The path with an index for every element. */
  readonly path: string
  readonly value: unknown
  readonly file: string
  /** The words of the value; of a block all of it, of a flag its keyword. */
  readonly range: Range
  /** The statement around it: from the keyword to the last word or the closing brace. */
  readonly statement: Range
  /** The text stands there as it is. Otherwise the value comes from a definition or a sequence, and this is where that is used. */
  readonly exact: boolean
}

/**
 * Where a value of the model is written: of a setting that stands twice the one that counts. Not `ok` where the path leads to nothing.
 *
 * @example locate(parse('vrrp_instance A {\n  priority 100\n}\n'), 'vrrp_instance["A"].priority') // range: 2:12 to 2:15
 */
export function locate(config: Config, path: Path): Result<Location> {
  const run = editing(config)
  const place = resolve(run, path)
  const item = place?.items.at(-1)
  if (place !== undefined && (item === undefined || place.value === undefined))
    fail(run, 'edit/no-such-place', written(place.steps))
  if (place === undefined || item === undefined || place.value === undefined) return { ok: false, diagnostics: run.problems }
  const document = run.reading.sources.documents[item.file] as Document
  const whole = wholeSpan(document, item)
  const inner = wordsOf(run, document, item, place) ?? whole
  const { rangeOf } = run
  const span = fileSpanOf(run, inner)
  return {
    ok: true,
    value: {
      path: written(place.steps),
      value: place.value,
      file: (config.sources.documents[span.file] as Document).file,
      range: rangeOf(span),
      statement: rangeOf(fileSpanOf(run, whole)),
      exact: span.exact,
    },
    diagnostics: [],
  }
}

function fileSpanOf(run: Editing, span: Span): Span & { readonly exact: boolean } {
  const exact = quietly(run, () => fileSpan(run, span))
  if (exact !== undefined) return { ...exact, exact: true }
  return { ...(run.config.boundTo?.originOf(span).use ?? span), exact: false }
}

const wholeSpan = (document: Document, { file, row }: Written): Span => ({
  file,
  start: headSpan(document, row).start,
  end: endOf(document.tokens, lastToken(document, row)),
})

/** The words behind a place; undefined where the whole statement is meant. */
function wordsOf(run: Editing, document: Document, item: Written, { steps, owner }: Place): Span | undefined {
  const { field, file, row } = item
  if (field === undefined) return undefined
  const rest = steps.slice(owner.length)
  const { tokens, texts } = wordsWritten(run.reading, item)
  const first = rowField(document.statements, row, FIRST)
  const between = (from: number, to: number): Span | undefined =>
    to <= from || tokens[from] === undefined
      ? undefined
      : { file, start: startOf(document.tokens, tokens[from]), end: endOf(document.tokens, tokens[to - 1] ?? tokens[from]) }
  if (tokens[0] !== undefined && isCutAgain(document, item, field)) {
    const last = rowField(document.statements, row, LAST)
    return { file, start: startOf(document.tokens, tokens[0]), end: endOf(document.tokens, last) }
  }
  const marks: Mark[] = []
  if (field.row.form !== 'flag') readArguments(field, texts, undefined, marks)
  if (rest.length === 0) {
    if (isBlockField(field)) return undefined
    const last = steps.at(-1)
    // Of a line with several elements the word of one.
    const at = isWordList(field) && typeof last === 'number' ? texts.length - item.count + last - item.from : -1
    if (at >= 0) return between(at, at + 1)
    const keyword = { file, start: startOf(document.tokens, first), end: endOf(document.tokens, first) }
    return between(0, marks.at(-1)?.to ?? 0) ?? keyword
  }
  const found = markAt(field, marks, rest)
  return found === undefined ? undefined : between(found.from, found.to)
}

interface Found {
  readonly from: number
  readonly to: number
}

/** Words of an argument by its steps, the literal in front of it not among them. */
function markAt(field: Field, all: readonly Mark[], steps: readonly Step[]): Found | undefined {
  const { row } = field
  let marks = all
  let found: Found | undefined
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as Step
    // A leading word names the first argument; a setting with one argument is that argument.
    const name = row.form === 'line' && row.keyword !== ENTRY && i === 0 && step === row.keyword ? row.args[0]?.name : step
    const own = typeof name === 'string' ? marks.filter(({ arg }) => arg.name === name) : marks
    const index = steps[i + 1]
    const isElement = typeof name === 'string' && typeof index === 'number' && own[0]?.arg.repeatable === true
    // Of an option that is given again the last one counts.
    const mark = isElement ? own[index] : own.at(typeof name === 'string' ? -1 : 0)
    if (mark === undefined) return undefined
    if (isElement) i++
    if (typeof step === 'number' || (mark.arg.variadic === true && typeof steps[i + 1] === 'number')) {
      const at = mark.from + Number(typeof step === 'number' ? step : steps[i + 1])
      return at < mark.to ? { from: at, to: at + 1 } : undefined
    }
    const isPlain = mark.inner.length === 0 && mark.arg.variadic !== true && mark.arg.options === undefined
    found = isPlain ? { from: mark.to - 1, to: mark.to } : { from: mark.inner[0]?.from ?? mark.from, to: mark.to }
    marks = mark.inner
  }
  return found
}

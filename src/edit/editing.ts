import type { MutableBlock } from '../bind/model.ts'
import type { Origin } from '../bind/origins.ts'
import { type Reading, readingOf, type Site } from '../bind/written.ts'
import type { Config } from '../config.ts'
import { type Document, headSpan } from '../cst/document.ts'
import { rangesOf } from '../cst/ranges.ts'
import { FIRST, field } from '../cst/statements.ts'
import { prefixOf } from '../cst/words.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/finding.ts'
import { startOf, tokenIndexAt } from '../lex/tokens.ts'
import { schemaOf } from '../schema/registry.ts'
import type { Range } from '../text/position.ts'
import { type Changes, changes } from './changes.ts'
import { type EditCode, problem } from './problems.ts'

/** The state of one operation: what is read, which edits were found, and why there are none. */
export interface Editing {
  readonly config: Config
  readonly reading: Reading
  readonly model: MutableBlock
  readonly changes: Changes
  readonly problems: Diagnostic[]
  /** Offsets → lines and columns; the lines of a file are counted once. */
  readonly rangeOf: (span: Span) => Range
  /** Lists of the next model of whose elements it is known which old ones they are; -1 for a new one. */
  readonly partners: Map<unknown, readonly number[]>
  /** Elements of the next model that take their text along, by the list and the element's index. */
  readonly carried: Map<unknown, Carried>
}

/** A text that is written at another place. */
export interface Carried {
  readonly index: number
  readonly spot: Spot
}

/** A statement of one of the files as they are written. */
export interface Spot {
  readonly file: number
  readonly document: Document
  readonly row: number
}

export function editing(config: Config): Editing {
  const { boundTo, dialect, configId } = config
  const sources = boundTo?.sources ?? config.sources
  return {
    config,
    reading: readingOf({ sources, schema: schemaOf(dialect), dialect, configId, uncertain: boundTo?.uncertain }),
    model: config.bound.model,
    changes: changes(config.sources.documents),
    problems: [],
    rangeOf: rangesOf(config.sources.documents),
    partners: new Map(),
    carried: new Map(),
  }
}

/** The whole of what was read. */
export const rootSite = ({ reading: { sources, schema } }: Editing): Site => ({
  context: schema.root,
  parts: [{ file: sources.root ?? 0, row: -1 }],
})

export function fail(
  editing: Editing,
  code: EditCode,
  detail: string,
  place?: Span,
  related: readonly (Span & { readonly message: string })[] = [],
): undefined {
  editing.problems.push(problem(editing.config, code, detail, '', place, related, editing.rangeOf))
  return undefined
}

/**
 * The statement of a file that a statement of the effective text is. Undefined, with a finding, for what a definition or a sequence has made: the place
 * to edit is another one then.
 */
export function spotOf(editing: Editing, origin: Origin): Spot | undefined {
  const { config, reading } = editing
  const bound = reading.sources.documents[origin.file] as Document
  if (origin.row < 0) return { file: 0, document: config.document, row: -1 }
  const first = startOf(bound.tokens, field(bound.statements, origin.row, FIRST))
  const at = fileSpan(editing, { file: origin.file, start: first, end: headSpan(bound, origin.row).start + 1 })
  if (at === undefined) return undefined
  const document = config.sources.documents[at.file] as Document
  const row = rowAt(document, at.start)
  if (row < 0) return fail(editing, 'edit/from-definition', '', at)
  if (prefixOf(document, row) !== undefined)
    return fail(editing, 'edit/conditional', '', { file: at.file, ...headSpan(document, row) })
  return { file: at.file, document, row }
}

/** Offsets of the text that was bound → offsets of a file. Undefined, with a finding, where the text does not stand in a file as it is. */
export function fileSpan(editing: Editing, span: Span): Span | undefined {
  const expanded = editing.config.boundTo
  if (expanded === undefined || span.file !== expanded.file) return span
  const { use, definition } = expanded.originOf(span)
  if (expanded.isExact(span)) return use
  const related = definition === undefined ? [] : [{ ...definition, message: 'it comes from here' }]
  return fail(editing, 'edit/from-definition', '', use, related)
}

/** The statement whose keyword stands at an offset; -1 without one. */
function rowAt({ tokens, statements }: Document, offset: number): number {
  const token = tokenIndexAt(tokens, offset)
  let low = 0
  let high = statements.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (field(statements, middle, FIRST) <= token) low = middle
    else high = middle - 1
  }
  return statements.count > 0 && startOf(tokens, field(statements, low, FIRST)) === offset ? low : -1
}

import type { Document } from '../cst/document.ts'
import { FIRST, NEXT, field as rowField } from '../cst/statements.ts'
import { keywordOf } from '../cst/words.ts'
import type { Collector } from '../diagnostics/collect.ts'
import { type Definition, definitionAt } from '../expand/definitions.ts'
import type { Sources } from '../expand/sources.ts'
import { DEFINITION } from '../lex/kinds.ts'
import { kindOf } from '../lex/tokens.ts'
import type { Context, Field, Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { lazy } from '../text/lazy.ts'
import { bindStatement } from './bind.ts'
import { fieldOf } from './field.ts'
import type { MutableBlock } from './model.ts'
import { type Origin, originWriter } from './origins.ts'
import type { Place, Run } from './place.ts'
import { fieldWords, type Words } from './words.ts'

/** What a configuration was bound from. */
export interface Reading {
  readonly sources: Sources
  readonly schema: Schema
  readonly dialect: Dialect
  readonly configId: string | undefined
  readonly uncertain: ReadonlySet<string> | undefined
  /** Definitions of a file that is bound as it stands, those inside of blocks as well, in the order of the text. */
  readonly definitions: () => readonly Defined[]
}

type Defined = Definition & { readonly row: number }

export function readingOf(given: Omit<Reading, 'definitions'>): Reading {
  const { documents, root = 0 } = given.sources
  return { ...given, definitions: lazy(() => definitionsOf(documents[root] as Document)) }
}

/** A block of the model as it is written: by one statement, or by several that are read as one. Row -1 is the whole of a file. */
export interface Site {
  readonly context: Context
  readonly parts: readonly Origin[]
}

/** What one statement of a block has put into the model. */
export interface Written extends Origin {
  /** Key of the block; `unknown` for a statement without a typed place. */
  readonly key: string
  /** Undefined for a statement without a typed place. */
  readonly field: Field | undefined
  /** The first element that comes from it, where the model holds a list; 0 otherwise. */
  readonly from: number
  /** How many elements come from it: 1 for a value or a block, 0 where the statement has no effect. */
  readonly count: number
  /** What was there before does not count any more. */
  readonly replaces: boolean
}

/**
 * The statements of a block in the order of the text, includes followed, each with what it has put into the model. Binding does not keep this: a check
 * never asks. It is found by binding the statements of the one block again and looking at what each of them changes.
 */
export function writtenIn(reading: Reading, site: Site): readonly Written[] {
  const found: Written[] = []
  const { sources } = reading
  const run = runOf(reading)
  const block: MutableBlock = {}
  const walk = (file: number, parent: number): void => {
    const document = sources.documents[file] as Document
    const { statements } = document
    const includes = sources.includes[file]
    const definitions = file === (sources.root ?? 0) ? reading.definitions() : NONE
    let defined = 0
    const end = parent < 0 ? statements.count : rowField(statements, parent, NEXT)
    for (let row = parent + 1; row < end; row = rowField(statements, row, NEXT)) {
      const included = includes?.get(row)
      if (included !== undefined) {
        for (const other of included) walk(other, -1)
        continue
      }
      for (let next = definitions[defined]; next !== undefined && next.row < row; next = definitions[++defined]) {
        run.definitions.set(next.name, next.value)
      }
      found.push(...observe({ run, file, document, row, context: site.context, block }))
    }
  }
  for (const { file, row } of site.parts) walk(file, row)
  return found
}

/** The words of a statement as binding sees them: behind the keyword, or all of an entry. Empty for a statement without a typed place. */
export function wordsWritten(reading: Reading, { file, row, field }: Written): Words {
  const document = reading.sources.documents[file] as Document
  const run = runOf(reading)
  if (file === (reading.sources.root ?? 0)) {
    for (const definition of reading.definitions()) {
      if (definition.row >= row) break
      run.definitions.set(definition.name, definition.value)
    }
  }
  const first = rowField(document.statements, row, FIRST)
  // Which words belong to a statement depends on nothing but the text and the definitions.
  const place: Place = { run, file, document, row, context: reading.schema.root, block: {} }
  return field === undefined ? NO_WORDS : fieldWords(place, field, first)
}

const NO_WORDS: Words = { tokens: [], texts: [], deferred: false }

/** Binds one statement and compares the block before and after it. */
function observe(place: Place): readonly Written[] {
  const { document, row, file, context, block, run } = place
  const field = fieldOf(context, keywordOf(document, row), run.dialect)
  const key = field === undefined ? undefined : field.row.form === 'line' ? 'entries' : field.key
  const before = key === undefined ? 0 : lengthOf(block[key])
  const unknownBefore = lengthOf(block.unknown)
  bindStatement(place)
  const unknown = lengthOf(block.unknown) - unknownBefore
  const result: Written[] = []
  const isList = field?.row.form === 'lines' && field.row.args.length === 0
  if (key !== undefined && (unknown === 0 || isList)) {
    const after = block[key]
    const grows = field?.many === true || field?.row.form === 'line' || field?.row.repeat === 'accumulate'
    const from = grows ? before : 0
    const count = Array.isArray(after) ? after.length - from : 1
    result.push({ file, row, key, field, from, count, replaces: !grows && field?.row.merge !== true })
  }
  if (unknown > 0) {
    result.push({
      file,
      row,
      key: 'unknown',
      field: isList ? field : undefined,
      from: unknownBefore,
      count: unknown,
      replaces: false,
    })
  }
  return result
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

const NONE: readonly Defined[] = []

function definitionsOf(document: Document): readonly Defined[] {
  const { statements, tokens, profile, text } = document
  if (!profile.directives || !text.includes('$')) return NONE
  const found: Defined[] = []
  for (let row = 0; row < statements.count; row++) {
    const definition = kindOf(tokens, rowField(statements, row, FIRST)) === DEFINITION ? definitionAt(document, row) : undefined
    if (definition !== undefined) found.push({ ...definition, row })
  }
  return found
}

const SILENT: Collector = {
  add: () => {},
  findings: [],
  omitted: () => 0,
  counts: { error: 0, warning: 0, info: 0 },
}

const runOf = ({ definitions: _, ...reading }: Reading): Run => ({
  ...reading,
  found: SILENT,
  origins: originWriter(),
  secrets: [],
  definitions: new Map(),
  shallow: true,
})

import { type Document, headSpan } from '../cst/document.ts'
import { FIRST, field } from '../cst/statements.ts'
import type { Collector } from '../diagnostics/collect.ts'
import type { CodeRow, Data, Finding, Span } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import type { Context, Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import type { MutableBlock } from './model.ts'
import type { originWriter } from './origins.ts'
import { keep } from './unknown.ts'

/** The state of one binding. */
export interface Run {
  readonly sources: Sources
  readonly schema: Schema
  readonly dialect: Dialect
  readonly configId: string | undefined
  readonly found: Collector
  readonly origins: ReturnType<typeof originWriter>
  readonly secrets: Span[]
  readonly definitions: Map<string, string>
  /** Names that an expansion has left as written; undefined where nothing was expanded. */
  readonly uncertain: ReadonlySet<string> | undefined
  /** Blocks are read without what stands inside them. */
  readonly shallow?: true
}

/** The surroundings of one statement. */
export interface Place {
  readonly run: Run
  readonly file: number
  readonly document: Document
  readonly row: number
  readonly context: Context
  readonly block: MutableBlock
}

/** The block's keyword, for messages. */
export const contextName = ({ path }: Context): string => (path === '' ? 'the top level' : (path.split('/').at(-1) as string))

/** Reports at the statement, or at the span in `more`. */
export function report({ run, file, document, row }: Place, code: CodeRow, data: Data, more: Partial<Finding> = {}): void {
  run.found.add({ code, data, file, ...headSpan(document, row), ...more })
}

export const tokenSpan = ({ tokens }: Document, token: number): { readonly start: number; readonly end: number } => ({
  start: startOf(tokens, token),
  end: endOf(tokens, token),
})

export const keywordSpan = ({ document, row }: Place): { readonly start: number; readonly end: number } =>
  tokenSpan(document, field(document.statements, row, FIRST))

/** Keeps a statement that has no typed place. */
export function pushUnknown(block: MutableBlock, document: Document, row: number): void {
  block.unknown ??= []
  block.unknown.push(keep(document, row))
}

/** Marks words that must not be shown. */
export function hide({ run, file, document }: Place, tokens: readonly number[]): void {
  for (const token of tokens) run.secrets.push({ file, ...tokenSpan(document, token) })
}

import type { Document } from '../cst/document.ts'
import { FIRST, field } from '../cst/statements.ts'
import { type Collector, collector } from '../diagnostics/collect.ts'
import type { CodeRow, Data, Finding, Span } from '../diagnostics/finding.ts'
import { startOf } from '../lex/tokens.ts'
import { type Emitter, emitter } from './emit.ts'
import * as codes from './expansion-codes.ts'
import { type Names, noNames } from './lasting.ts'
import type { Line } from './line.ts'
import { EXPAND_LIMITS, type ExpandLimits, type ExpandOptions, NEW_READER } from './options.ts'
import type { Sources } from './sources.ts'

/** The value of a definition, as written; one of several lines is used line by line. */
export interface Value {
  readonly lines: readonly Line[]
  /** Where the value stands, for messages. */
  readonly span: Span
  /** Set under a condition that is not known: what the name stands for is not known either. */
  readonly uncertain: boolean
}

/** A line that waits to be read, with what goes in front of each line that comes out of it. */
export interface Pending {
  readonly line: Line
  /** `@id ` of a condition that is not known; empty otherwise. */
  readonly guard: string
  /** The physical line, when it is all of one. */
  readonly whole: boolean
  /** The line had a comment that ends in a backslash. */
  readonly commentBackslash?: boolean
}

/** A running sequence. */
export interface Sequence {
  readonly kind: 'sequence'
  /** Sets the variables for the next round; false when there is none. */
  readonly next: () => boolean
  readonly text: Line
  readonly guard: string
}

/** A definition whose last line ended in a backslash. */
export interface OpenDefinition {
  readonly name: string
  readonly lines: Line[]
  /** Its value when there are no lines. */
  readonly empty: Line
  readonly head: Span
  readonly uncertain: boolean
}

/** A value of several lines that is being read. */
export interface RunningValue {
  readonly kind: 'value'
  readonly lines: readonly Line[]
  next: number
  readonly guard: string
}

/** A file that is being read. */
export interface OpenFile {
  readonly file: number
  readonly text: string
  /** Offset of the next line. */
  at: number
  /** Start of the lines that are passed on as they are and have not been copied yet. */
  copied: number
}

/** An include that only the expansion sees, and that nobody has looked up yet. */
export interface Wanted extends Span {
  readonly key: string
  readonly word: string
  readonly pattern: string
  /** The directory that the pattern is relative to. */
  readonly directory: string
  /** Names of the files around it, outermost first. */
  readonly above: readonly string[]
}

/** The state of one expansion. */
export interface State {
  readonly sources: Sources
  readonly options: ExpandOptions
  readonly limits: ExpandLimits
  /** Directives that come out of a definition are not seen by this version. */
  readonly isNew: boolean
  readonly definitions: Map<string, Value>
  readonly out: Emitter
  readonly found: Collector
  readonly files: OpenFile[]
  /** Sequences and values of several lines, innermost last: the line that comes next is that of the last one. */
  readonly running: (Sequence | RunningValue)[]
  readonly wanted: Map<string, Wanted>
  /** Names that stay as written because nobody can say what they stand for. */
  readonly uncertain: Set<string>
  readonly names: Names
  /** Names whose definitions stay in the effective text. */
  readonly lasting: ReadonlySet<string>
  /** References without a definition, until it is known whether one follows. */
  readonly undefinedUses: Map<string, Span>
  /** Findings by code and place: a sequence says everything once. */
  readonly said: Set<string>
  /** Offset of an include statement → the files it brings in, for each file. */
  readonly includesOf: (file: number) => ReadonlyMap<number, readonly number[]>
  rest: Pending | undefined
  open: OpenDefinition | undefined
  steps: number
  lines: number
  /** Depth of the braces of the line that is being written, for its margin. */
  braces: number
  stopped: boolean
}

export function createState(sources: Sources, options: ExpandOptions, lasting: ReadonlySet<string>): State {
  const known = new Map<number, ReadonlyMap<number, readonly number[]>>()
  return {
    sources,
    options,
    limits: { ...EXPAND_LIMITS, ...options.limits },
    isNew: (options.version ?? NEW_READER) >= NEW_READER,
    definitions: new Map(),
    out: emitter(),
    found: collector(),
    files: [],
    running: [],
    wanted: new Map(),
    uncertain: new Set(),
    names: noNames(),
    lasting,
    undefinedUses: new Map(),
    said: new Set(),
    includesOf(file) {
      const map = known.get(file) ?? offsetsOf(sources, file)
      known.set(file, map)
      return map
    },
    rest: undefined,
    open: undefined,
    steps: 0,
    lines: 0,
    braces: 0,
    stopped: false,
  }
}

function offsetsOf({ documents, includes }: Sources, file: number): ReadonlyMap<number, readonly number[]> {
  const { tokens, statements } = documents[file] as Document
  const rows = includes[file] ?? new Map<number, readonly number[]>()
  return new Map([...rows].map(([row, files]) => [startOf(tokens, field(statements, row, FIRST)), files]))
}

/** Says something about a place, once. */
export function say(state: State, code: CodeRow, span: Span, data: Data, more: Partial<Finding> = {}): void {
  const key = `${code.code} ${span.file}:${span.start}:${span.end}`
  if (state.said.has(key)) return
  state.said.add(key)
  state.found.add({ code, data, ...span, ...more })
}

/** Ends the expansion with its one finding about it. */
export function stop(state: State, span: Span, what: string, most: number): void {
  if (!state.stopped) say(state, codes.limitReached, span, [what, most])
  state.stopped = true
}

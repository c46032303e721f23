import type { Effect, Severity } from './diagnostic.ts'

/** A place in one of the files of a configuration, by offsets. */
export interface Span {
  /** Index into the files. */
  readonly file: number
  readonly start: number
  readonly end: number
}

/** What a message is made of: words of the file, numbers, names of keywords. */
export type Data = readonly (string | number)[]

/** An edit by offsets in one file. */
export interface SpanEdit extends Span {
  readonly newText: string
}

/**
 * A finding before it is put into words: cheap to make, because a file of junk has a million of them.
 * `describe.ts` turns the ones that are shown into diagnostics.
 */
export interface Finding extends Span {
  readonly code: CodeRow
  readonly data: Data
  readonly related?: readonly (Span & { readonly message: string })[]
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly SpanEdit[] }
  /** Overrides of the code's usual answers. */
  readonly severity?: Severity
  readonly effect?: Effect
  readonly consequence?: string
  readonly help?: string
  readonly reported?: boolean
  readonly exit?: ExitClass
  /** The line that the target stumbles over because of it, and names in its place. */
  readonly stumbles?: Span
  /** Help that costs something to find, asked for only when the finding is shown. */
  readonly late?: () => Pick<Finding, 'help' | 'fix'>
}

/**
 * What a reported finding does to the exit status of the target's `-t`:
 * `error` 5, `cannot-run` 4 unless something of another class is reported, `security` 6 whatever else is reported, `missing-word` 2 at once,
 * `include-fault` 6 before anything is validated, `none` is printed and does not count, `crash` and `hang` no status at all, `unseen` 0 whatever else is reported,
 * `unread` 0 because nothing of the file is read.
 */
export type ExitClass =
  | 'error'
  | 'cannot-run'
  | 'security'
  | 'missing-word'
  | 'include-fault'
  | 'none'
  | 'crash'
  | 'hang'
  | 'unseen'
  | 'unread'

/** What a code means: the row behind every finding and behind `explain`. */
export interface CodeRow {
  /** `stage/what`, stable. */
  readonly code: string
  readonly severity: Severity
  readonly effect: Effect
  /** The fact, from the finding's data. */
  readonly message: (...data: string[]) => string
  /** What the target does. */
  readonly consequence: (...data: string[]) => string
  /** What to write instead. */
  readonly help?: (...data: string[]) => string
  /** Whether the target's `-t` says something about it. The 1.2.2 parser says nothing about anything. */
  readonly reported: boolean
  /** First version of keepalived whose `-t` says it; all do without it. */
  readonly reportedSince?: string
  /**
   * What the target says of it depends on how its own scanners read: the whole `text` (braces, quotes, known words), or the `line` where that has
   * characters which they see differently.
   */
  readonly byReader?: 'text' | 'line'
  /** The target says it instead of reading the words of the line. */
  readonly unread?: true
  /** `error` without it. */
  readonly exit?: ExitClass
  /** A paragraph for `explain`: why this matters, with the source of the fact. */
  readonly explanation: string
  /** A snippet that has the finding, and the same snippet without it. Both are tests. */
  readonly bad: string
  readonly good: string
  /** A call of the library that leads to it, for what is no finding about a configuration. It is a test. */
  readonly sample?: string
}

export type Report = (finding: Finding) => void

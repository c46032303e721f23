import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import type { Dialect } from '../schema/dialects.ts'
import type { ConfigTest } from '../validate/config-test.ts'

/** How one main file was read. */
export interface Outcome {
  readonly dialect: Dialect
  readonly chosen: string
  readonly configTest: ConfigTest
}

/** What a run of `check` has found, for what is written at its end. */
export interface Report {
  readonly shown: readonly Diagnostic[]
  /** Findings beyond the limit. */
  readonly omitted: number
  /** Every file that was read, included ones too, each once. */
  readonly files: readonly string[]
  /** At least one. */
  readonly outcomes: readonly Outcome[]
  /** A main file could not be read. */
  readonly unreadable: boolean
  /** `--fail-on` */
  readonly least: Severity
  readonly quiet: boolean
  /** Undefined where it has been removed under the program. */
  readonly directory: string | undefined
}

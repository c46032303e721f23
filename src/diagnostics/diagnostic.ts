import type { Range } from '../text/position.ts'

/** `error`: the configuration does not mean what it says, or takes a service down. `warning`: without effect or works by luck. */
export type Severity = 'error' | 'warning' | 'info'

/**
 * What the target does with the place:
 * `rejected` (it refuses the configuration), `ignored` (goes on without it), `misread` (takes it for something else), `truncated` (keeps a part),
 * `default` (uses its default instead), `crash` (the process dies), `outage` (services are removed), `accepted` (nothing, it works).
 */
export type Effect = 'rejected' | 'ignored' | 'misread' | 'truncated' | 'default' | 'crash' | 'outage' | 'accepted'

/** Another place that belongs to a finding. */
export interface Related {
  readonly message: string
  readonly file: string
  readonly range: Range
}

/** Replace `range` of `file` by `newText`. */
export interface FileEdit {
  readonly file: string
  readonly range: Range
  readonly newText: string
}

/** Edits that remove a finding. `safe`: the result means what the file evidently meant; others need a human. */
export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly FileEdit[]
}

/** One finding. Codes are stable; messages are not. A secret never appears in any text of it. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  /** The fact, in one sentence. */
  readonly message: string
  readonly effect: Effect
  /** What the target will do, in one sentence. */
  readonly consequence: string
  /** The target's own configuration test says something about this place. */
  readonly reported: boolean
  readonly file: string
  readonly range: Range
  /** Where in the model: `virtual_server[0].real_server[1]`. */
  readonly path: string
  /** What to write instead. */
  readonly help?: string
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
}

/** Where expansion stops: a mistake of one line can ask for more than a machine has. */
export interface ExpandLimits {
  /** Substitutions in all, 4,000,000 by default. */
  readonly steps: number
  /** Lines that come out of directives, 1,000,000 by default. Lines that stand in a file as they are do not count. */
  readonly lines: number
  /** Definitions inside definitions, sequences inside sequences, files inside files: 64 by default. */
  readonly depth: number
}

export const EXPAND_LIMITS: ExpandLimits = { steps: 4_000_000, lines: 1_000_000, depth: 64 }

/** What expansion has to be told: it asks no machine. */
export interface ExpandOptions {
  /** The id of `keepalived -i`; without one, lines behind `@id` stay behind their condition. */
  readonly configId?: string | undefined
  /** The environment of the daemon for `${_ENV NAME}`; without one such words are left as written. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** The absolute directory that file names are relative to, for `${_PWD}`. */
  readonly directory?: string | undefined
  /** The reader's version as a number (`Dialect.number`); the newest by default. */
  readonly version?: number | undefined
  readonly limits?: Partial<ExpandLimits> | undefined
  /** Every include is as strict as `includea`. */
  readonly allConfig?: boolean | undefined
}

/**
 * From this version on directives that come out of a definition are not seen, `_ENV` is known, a comment leaves nothing behind, and lines that are too
 * long or hold a NUL are reported and dropped.
 */
export const NEW_READER = 2_003_000

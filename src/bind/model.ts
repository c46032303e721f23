/** A statement that has no typed place in the model, with its words. Nothing is dropped. */
export interface UnknownStatement {
  readonly keyword: string
  readonly args: readonly string[]
  /** `@id`, `@^id`, `~SEQ(…)` in front of it, as written. */
  readonly prefix?: string
  readonly block?: readonly UnknownStatement[]
  /** The list it stood in, for a line of a list that has no place of its own for it. */
  readonly in?: string
}

/** A block of the model while it is made: typed settings by keyword, `unknown` statements, header words that are `invalid`. */
export interface MutableBlock {
  [key: string]: unknown
  unknown?: UnknownStatement[]
  invalid?: Record<string, string>
}

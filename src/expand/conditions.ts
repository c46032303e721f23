import { type Line, sliceLine } from './line.ts'

/** What a condition makes of its line. */
export interface Conditioned {
  /** The line without its condition. */
  readonly line: Line
  /** The condition, when its id cannot be compared. */
  readonly guard: string
}

/** Characters at which the id would end for the tree. Nobody has them in an id. */
const NO_WORD = /[\r\v\f{}"#!]/g

/**
 * `@id rest`, `@^id rest`: undefined when the line is dropped. The id ends at the first blank and may be empty; a line with nothing behind it is
 * dropped whether the condition holds or not.
 */
export function applyCondition(line: Line, configId: string | undefined): Conditioned | undefined {
  const [whole, negated, id] = /^@(\^?)([^ \t]*)[ \t]*/.exec(line.text) as unknown as [string, string, string]
  if (whole.length === line.text.length) return undefined
  const rest = sliceLine(line, whole.length)
  if (configId === undefined) return { line: rest, guard: `@${negated}${id.replace(NO_WORD, '?')} ` }
  // An empty id never equals, not even an empty one.
  const equal = id !== '' && id === configId
  return equal !== (negated === '^') ? { line: rest, guard: '' } : undefined
}

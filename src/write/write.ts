import type { Result } from '../diagnostics/result.ts'
import type { Model } from '../model/types.ts'
import { type Dialect, dialectOf, keepalived, LATEST_KEEPALIVED } from '../schema/dialects.ts'
import { schemaOf } from '../schema/registry.ts'
import { writeBlock } from './block.ts'
import { isObject } from './encode.ts'
import { diagnosticOf } from './problem.ts'
import { resultOf } from './statement.ts'
import { writingOf, writtenText } from './writing.ts'

export interface WriteOptions {
  /** Who is to read the text; without it the newest keepalived. */
  readonly target?: string
  /** Blanks a level, 4 without it; at most 10. */
  readonly indent?: number
  /** Line end, `\n` without it. */
  readonly eol?: '\n' | '\r\n'
}

/**
 * A model as configuration text: one statement a line, in the order of the model's keys but where the order means something, quotes only where they
 * are needed. Read by the same target the text gives the same model. What the target cannot say (a keyword of another version, a line end inside
 * of a word, a line beyond its limit) is a finding with the path of the place, and there is no text then.
 *
 * @example write({ vrrp_instance: [{ name: 'A', priority: 100 }] }) // { ok: true, value: 'vrrp_instance A {\n    priority 100\n}\n', … }
 */
export function write(model: Model, { target, indent = 4, eol = '\n' }: WriteOptions = {}): Result<string> {
  const dialect = dialectOf(target ?? keepalived(LATEST_KEEPALIVED).id)
  if (dialect === undefined || !isObject(model)) {
    const message = dialect === undefined ? 'the target is not known' : 'expected an object for the model'
    return { ok: false, diagnostics: [diagnosticOf({ code: 'write/invalid', path: '', message })] }
  }
  return writeFor(model, dialect, ' '.repeat(Math.max(0, Math.min(10, Math.trunc(indent) || 0))), eol)
}

/** The same for a reader that has no name of its own. */
export function writeFor(model: Model, dialect: Dialect, unit?: string, eol?: string): Result<string> {
  const run = writingOf(dialect, unit, eol)
  writeBlock(run, schemaOf(dialect).root, model as Readonly<Record<string, unknown>>, '', [])
  return resultOf(run, writtenText(run))
}

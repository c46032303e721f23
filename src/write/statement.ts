import type { Result } from '../diagnostics/result.ts'
import type { Context, Field } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { writeStatement } from './block.ts'
import { wordsOf } from './line.ts'
import { diagnosticOf } from './problem.ts'
import { type Writing, writingOf, writtenText } from './writing.ts'

/*
 * One setting or block as text, for whoever writes a part of a file:
 *
 *   statementWords(field, value, dialect, context?): Result<readonly string[]>
 *   writeSetting(field, value, dialect, { indentation, unit, eol, context }?): Result<string>
 *
 * `field` is the keyword's entry of the table (`context.fields.get('priority')`, better `fieldOf` of block.ts, which knows versions and aliases;
 * `context.entry` or `entryOf` for an entry of a list). `value` is what the model holds: of a keyword that the model has a list for (`field.many`)
 * one item of it, of a list block without a name (`virtual_ipaddress`) the list.
 */

/** How a part of a file is laid out. */
export interface Layout {
  /** Blanks in front of its first line. */
  readonly indentation?: string
  /** Blanks of one level more. */
  readonly unit?: string
  readonly eol?: string
  /** The list that an entry stands in: what would be read as another kind of entry is then a problem. */
  readonly context?: Context
}

/**
 * The words of one line in their quotes: a setting, the header of a block without its brace, an entry of a list (which has no keyword).
 *
 * @example statementWords(field, 'a b', dialect) // { ok: true, value: ['notification_email_from', '"a b"'], diagnostics: [] }
 */
export function statementWords(field: Field, value: unknown, dialect: Dialect, context?: Context): Result<readonly string[]> {
  const run = writingOf(dialect)
  return resultOf(run, wordsOf(run, field, value, context) ?? [])
}

/**
 * The lines of a setting, a whole block or an entry, without a line end behind the last.
 *
 * @example writeSetting(field, { name: 'A', priority: 100 }, dialect) // { ok: true, value: 'vrrp_instance A {\n    priority 100\n}', … }
 */
export function writeSetting(field: Field, value: unknown, dialect: Dialect, layout: Layout = {}): Result<string> {
  const { indentation = '', unit, eol = '\n', context } = layout
  const run = writingOf(dialect, unit, eol)
  writeStatement(run, field, value, indentation, context)
  const text = writtenText(run)
  return resultOf(run, text.endsWith(eol) ? text.slice(0, -eol.length) : text)
}

export const resultOf = <A>({ problems }: Writing, value: A): Result<A> =>
  problems.length === 0 ? { ok: true, value, diagnostics: [] } : { ok: false, diagnostics: problems.map(diagnosticOf) }

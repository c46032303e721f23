import type { UnknownStatement } from '../bind/model.ts'
import type { Context, Field } from '../schema/compile.ts'
import { resultOf, statementWords, writeSetting } from '../write/statement.ts'
import { writeUnknown } from '../write/unknown.ts'
import { writingOf, writtenText } from '../write/writing.ts'
import type { Anchor } from './changes.ts'
import type { Editing, Spot } from './editing.ts'
import { isBlockField } from './fields.ts'
import { aligned, moved, restyled, type Style, styleAt } from './layout.ts'
import { extentOf, indentationAt } from './lines.ts'

/** A statement that is to be written. Without a field it is one that has no typed place. */
export interface Fresh {
  readonly field: Field | undefined
  readonly context: Context
  readonly value: unknown
}

/** Writes a statement at a place, as its neighbours are written. */
export function insertStatement(editing: Editing, fresh: Fresh, anchor: Anchor): void {
  const style = styleAt(anchor)
  const text = textOf(editing, fresh, anchor, style)
  if (text === undefined) return
  const isBlock = fresh.field === undefined ? /\n/.test(text) : isBlockField(fresh.field)
  editing.changes.insert(anchor, { text, spaced: isBlock && style.spaced })
}

function textOf(editing: Editing, { field, context, value }: Fresh, anchor: Anchor, style: Style): string | undefined {
  const { dialect } = editing.reading
  const { indentation, unit, eol } = style
  if (field === undefined) {
    const run = writingOf(dialect, unit, eol)
    writeUnknown(run, context, [value as UnknownStatement], indentation)
    const result = resultOf(run, writtenText(run).slice(0, -eol.length))
    if (result.ok) return restyled(result.value, style)
    editing.problems.push(...result.diagnostics)
    return undefined
  }
  const result = writeSetting(field, value, dialect, { indentation, unit, eol, context })
  if (!result.ok) {
    editing.problems.push(...result.diagnostics)
    return undefined
  }
  if (isBlockField(field)) return restyled(result.value, style)
  const words = field.row.form === 'line' ? undefined : statementWords(field, value, dialect, context)
  return words?.ok === true ? indentation + aligned(words.value, anchor) : result.value
}

/** Takes a text along from another place, with its comments. False where it shares a line with something else. */
export function insertText(editing: Editing, spot: Spot, text: string, anchor: Anchor, isBlock: boolean): boolean {
  const { document, row } = spot
  const { start, top, bottom } = extentOf(document, row)
  if (top < 0 || bottom < 0) return false
  const style = styleAt(anchor)
  const whole = moved(text.replace(/\r?\n$/, ''), indentationAt(document, start), style.indentation, style.eol)
  editing.changes.insert(anchor, { text: whole, spaced: isBlock && style.spaced })
  return true
}

/** The lines of a statement, with the comments that belong to it. */
export function textAt({ document, row }: Spot): string {
  const { top, bottom } = extentOf(document, row)
  return document.text.slice(Math.max(0, top), Math.max(0, bottom))
}

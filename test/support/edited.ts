import { type Config, type ParseOptions, parse } from '../../src/config.ts'
import { applyEdits } from '../../src/edit/apply.ts'
import type { Edits } from '../../src/edit/operations.ts'

/** The text after an operation, or the code of the reason why there is none. */
export function edited(text: string, operation: (config: Config) => Edits, options: ParseOptions = {}): string {
  const result = operation(parse(text, options))
  return result.ok ? applyEdits(text, result.value) : (result.diagnostics[0]?.code ?? 'no reason')
}

/** What is replaced by what, edit by edit. */
export function replacements(text: string, operation: (config: Config) => Edits, options: ParseOptions = {}): readonly string[] {
  const result = operation(parse(text, options))
  if (!result.ok) return result.diagnostics.map(({ code }) => code)
  return result.value.map(({ range, newText }) => `${text.slice(range.start.offset, range.end.offset)} → ${newText}`)
}

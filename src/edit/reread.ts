import { assemble, type Config } from '../config.ts'
import { type Document, headSpan, parseDocument } from '../cst/document.ts'
import { keywordOf } from '../cst/words.ts'
import type { SpanEdit } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import { schemaOf } from '../schema/registry.ts'

/**
 * The configuration as it is read with edits made, in the dialect and with the options of the first reading. Files that are included stay the ones that
 * were loaded; an include that is new is not followed.
 */
export function reread(config: Config, edits: readonly SpanEdit[]): Config {
  const { dialect, chosen, options, sources } = config
  const changed = new Map<number, SpanEdit[]>()
  for (const edit of edits) {
    const known = changed.get(edit.file)
    if (known === undefined) changed.set(edit.file, [edit])
    else known.push(edit)
  }
  const documents = sources.documents.map((document, file) => {
    const own = changed.get(file)
    return own === undefined
      ? document
      : parseDocument(withEdits(document.text, own), document.file, document.profile, schemaOf(dialect).rootOnly)
  })
  const includes = sources.includes.map((known, file) => {
    const document = documents[file] as Document
    return changed.has(file) && known.size > 0 ? includesIn(document, known, sources.documents[file] as Document) : known
  })
  const next: Sources = { ...sources, documents, includes }
  return assemble({ dialect, reason: chosen }, next, options)
}

/** In order and without overlaps. */
function withEdits(text: string, edits: readonly SpanEdit[]): string {
  const chunks: string[] = []
  let at = 0
  for (const { start, end, newText } of edits) {
    chunks.push(text.slice(at, start), newText)
    at = end
  }
  chunks.push(text.slice(at))
  return chunks.join('')
}

type Includes = ReadonlyMap<number, readonly number[]>

/** Include lines of a changed file bring in what lines with the same text did. */
function includesIn(document: Document, known: Includes, before: Document): Includes {
  const textOf = (one: Document, row: number): string => {
    const { start, end } = headSpan(one, row)
    return one.text.slice(start, end)
  }
  const byText = new Map<string, (readonly number[])[]>()
  for (const [row, files] of known) {
    const text = textOf(before, row)
    byText.set(text, [...(byText.get(text) ?? []), files])
  }
  const result = new Map<number, readonly number[]>()
  const { includeWords } = document.profile
  for (let row = 0; row < document.statements.count; row++) {
    if (!includeWords.includes(keywordOf(document, row))) continue
    const files = byText.get(textOf(document, row))?.shift()
    if (files !== undefined) result.set(row, files)
  }
  return result
}

import { assemble, type Config } from '../config.ts'
import { type Document, headSpan, parseDocument } from '../cst/document.ts'
import { keywordOf } from '../cst/words.ts'
import type { SpanEdit } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import { schemaOf } from '../schema/registry.ts'
import { grouped } from '../text/grouped.ts'

/**
 * The configuration as it is read with edits made, in the dialect and with the options of the first reading. Files that are included stay the ones that
 * were loaded; an include that is new is not followed.
 */
export function reread(config: Config, edits: readonly SpanEdit[]): Config {
  const { dialect, chosen, options, sources } = config
  const changed = byName(config, edits)
  const documents = sources.documents.map((document, file) => {
    const own = changed.get(nameOf(document, file))
    return own === undefined
      ? document
      : parseDocument(withEdits(document.text, own), document.file, document.profile, schemaOf(dialect).rootOnly)
  })
  const includes = sources.includes.map((known, file) => {
    const document = documents[file] as Document
    return document !== sources.documents[file] && known.size > 0
      ? includesIn(document, known, sources.documents[file] as Document)
      : known
  })
  const next: Sources = { ...sources, documents, includes }
  return assemble({ dialect, reason: chosen }, next, options)
}

/** A file that is included twice is there twice, and an edit of it one of both. Texts without a name are files of their own. */
const nameOf = ({ file: name }: Document, file: number): string => (name === '' ? `${file}` : `/${name}`)

function byName({ sources: { documents } }: Config, edits: readonly SpanEdit[]): ReadonlyMap<string, readonly SpanEdit[]> {
  const result = grouped(edits, ({ file }) => nameOf(documents[file] as Document, file))
  for (const own of result.values()) own.sort((a, b) => a.start - b.start || a.end - b.end)
  return result
}

/** Of two that overlap the first one; of two of the same file that say the same only one. */
function withEdits(text: string, edits: readonly SpanEdit[]): string {
  const chunks: string[] = []
  let at = 0
  for (const [i, { start, end, newText }] of edits.entries()) {
    const before = edits[i - 1]
    if (start < at || (before?.start === start && before.end === end && before.newText === newText)) continue
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

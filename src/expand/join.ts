import { type Document, parseDocument } from '../cst/document.ts'
import type { RootKeywords } from '../cst/recover.ts'
import { FIRST, field } from '../cst/statements.ts'
import { startOf } from '../lex/tokens.ts'
import { effectiveOf } from './effective.ts'
import { type Emitter, emitter } from './emit.ts'
import type { Expanded } from './expand.ts'
import type { Sources } from './sources.ts'

/** The files of a reader without directives as one text: each include line gives way to what it brings in. */
export function joinFiles(sources: Sources, rootKeywords: RootKeywords = new Set()): Expanded {
  const out = emitter()
  copyFile(out, sources, 0)
  const { text, map } = out.done()
  const main = sources.documents[0] as Document
  const document = parseDocument(text, main.file, main.profile, rootKeywords)
  return { ...effectiveOf(sources, document, map), findings: [], uncertain: new Set(), wanted: [] }
}

/** As deep as includes were followed. */
function copyFile(out: Emitter, sources: Sources, file: number): void {
  const { text, tokens, statements } = sources.documents[file] as Document
  let copied = 0
  for (const [row, files] of sources.includes[file] ?? []) {
    if (files.length === 0) continue
    const start = startOf(tokens, field(statements, row, FIRST))
    out.copy(text, file, copied, text.lastIndexOf('\n', start - 1) + 1)
    for (const one of files) copyFile(out, sources, one)
    const newline = text.indexOf('\n', start)
    copied = newline < 0 ? text.length : newline + 1
  }
  out.copy(text, file, copied, text.length)
}

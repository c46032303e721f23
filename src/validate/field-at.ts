import { type Document, parentOf } from '../cst/document.ts'
import { keywordOf } from '../cst/words.ts'
import type { Context, Field } from '../schema/compile.ts'

/** What the table says of the keyword of a statement, at the place where it stands. */
export function fieldAt(root: Context, document: Document, row: number): Field | undefined {
  const parent = parentOf(document, row)
  const context = parent < 0 ? root : fieldAt(root, document, parent)?.context
  return context?.fields.get(keywordOf(document, row))
}

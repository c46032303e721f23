import { type Document, parseDocument } from '../cst/document.ts'
import type { RootKeywords } from '../cst/recover.ts'
import { FIRST, field, LAST, OPEN_BRACE, PARENT } from '../cst/statements.ts'
import type { FileEdit } from '../diagnostics/diagnostic.ts'
import { BLANK, BOM, COMMENT, EOL } from '../lex/kinds.ts'
import { kindOf, startOf, type Tokens } from '../lex/tokens.ts'
import { applyEdits } from './apply.ts'

/**
 * The text after the edits has the same tree: its statements have the same words and the same blocks around them. Where braces do not pair up, or a
 * top-level keyword stands inside a block, the tree depends on margins too, and this is how that is known.
 */
export function isSameTree(document: Document, edits: readonly FileEdit[], rootKeywords: RootKeywords): boolean {
  const result = parseDocument(applyEdits(document.text, edits), document.file, document.profile, rootKeywords)
  const { statements: before, problems } = document
  const { statements: after } = result
  if (before.count !== after.count || problems.count !== result.problems.count) return false
  for (let row = 0; row < before.count; row++) {
    if (field(before, row, PARENT) !== field(after, row, PARENT)) return false
    if (field(before, row, OPEN_BRACE) < 0 !== field(after, row, OPEN_BRACE) < 0) return false
    if (!isSameLine(document, result, row)) return false
  }
  return true
}

function isSameLine(before: Document, after: Document, row: number): boolean {
  let a = field(before.statements, row, FIRST)
  let b = field(after.statements, row, FIRST)
  const lastA = field(before.statements, row, LAST)
  const lastB = field(after.statements, row, LAST)
  for (; a <= lastA && b <= lastB; a++, b++) {
    while (!isWord(before.tokens, a)) a++
    while (!isWord(after.tokens, b)) b++
    const start = startOf(before.tokens, a)
    const length = startOf(before.tokens, a + 1) - start
    if (!after.text.startsWith(before.text.slice(start, start + length), startOf(after.tokens, b))) return false
    if (startOf(after.tokens, b + 1) - startOf(after.tokens, b) !== length) return false
  }
  return a > lastA && b > lastB
}

const isWord = (tokens: Tokens, token: number): boolean => {
  const kind = kindOf(tokens, token)
  return kind !== BLANK && kind !== EOL && kind !== COMMENT && kind !== BOM
}

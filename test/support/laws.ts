import { parseDocument, print } from '../../src/cst/document.ts'
import { CLOSE_BRACE, FIRST, field, LAST, NEXT, OPEN_BRACE, PARENT } from '../../src/cst/statements.ts'
import type { LexicalProfile } from '../../src/lex/profile.ts'
import { endOf, startOf } from '../../src/lex/tokens.ts'

/** What is wrong with the tree of a text; empty when every law holds. Cheap enough for 200,000 texts. */
export function brokenLaws(text: string, profile: LexicalProfile, rootKeywords: ReadonlySet<string>): string {
  const document = parseDocument(text, '', profile, rootKeywords)
  const { tokens, statements } = document
  if (print(document) !== text) return 'print differs'
  let at = 0
  let copy = ''
  for (let i = 0; i < tokens.count; i++) {
    if (startOf(tokens, i) !== at || endOf(tokens, i) <= at) return `token ${i} leaves a gap`
    copy += text.slice(startOf(tokens, i), endOf(tokens, i))
    at = endOf(tokens, i)
  }
  if (at !== text.length || copy !== text) return 'the tokens do not tile the text'
  for (let row = 0; row < statements.count; row++) {
    const parent = field(statements, row, PARENT)
    const next = field(statements, row, NEXT)
    if (parent >= row || next <= row || next > statements.count) return `row ${row} is misplaced`
    if (parent >= 0 && (field(statements, parent, NEXT) < next || field(statements, parent, OPEN_BRACE) < 0)) {
      return `row ${row} is outside its parent`
    }
    if (field(statements, row, LAST) < field(statements, row, FIRST)) return `row ${row} ends before it starts`
    const open = field(statements, row, OPEN_BRACE)
    const close = field(statements, row, CLOSE_BRACE)
    if (close >= 0 && close <= open) return `row ${row} closes before it opens`
  }
  return ''
}

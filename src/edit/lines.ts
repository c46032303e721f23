import { type Document, hasBlock, parentOf } from '../cst/document.ts'
import { CLOSE_BRACE, FIRST, field, LAST, NEXT, OPEN_BRACE } from '../cst/statements.ts'
import { BLANK, BOM, COMMENT, EOL } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'

/** Where a statement stands, with what belongs to it. */
export interface Extent {
  /** From the keyword to the last word or the closing brace. */
  readonly start: number
  readonly end: number
  /** Start of its first line, comments above it included; -1 where something else stands in front of it on its line. */
  readonly top: number
  /** Behind the line end, a comment on the line included; -1 where something else stands behind it on its line. */
  readonly bottom: number
}

export function extentOf(document: Document, row: number): Extent {
  const { tokens, statements } = document
  const first = field(statements, row, FIRST)
  const last = lastToken(document, row)
  return {
    start: startOf(tokens, first),
    end: endOf(tokens, last),
    top: topOf(document, first),
    bottom: bottomOf(document, last),
  }
}

/** The last word or brace of a statement; where its own brace is missing, that of the last statement inside. */
export function lastToken({ statements }: Document, row: number): number {
  let last = -1
  let at = row
  for (;;) {
    const close = field(statements, at, CLOSE_BRACE)
    if (close >= 0) return Math.max(last, close)
    last = Math.max(last, field(statements, at, LAST), field(statements, at, OPEN_BRACE))
    const inner = field(statements, at, NEXT) - 1
    if (inner === at) return last
    at = inner
  }
}

const isBlank = (kind: number): boolean => kind === BLANK || kind === BOM

/** The token in front of the blanks before a token; -1 at the start of the text. */
export function tokenBefore({ tokens }: Document, token: number): number {
  let at = token - 1
  while (at >= 0 && isBlank(kindOf(tokens, at))) at--
  return at
}

/** The token behind the blanks after a token; the number of tokens at the end of the text. */
export function tokenBehind({ tokens }: Document, token: number): number {
  let at = token + 1
  while (at < tokens.count && isBlank(kindOf(tokens, at))) at++
  return at
}

function topOf(document: Document, first: number): number {
  const { tokens } = document
  let before = tokenBefore(document, first)
  if (before >= 0 && kindOf(tokens, before) !== EOL) return -1
  // A comment on a line of its own directly above belongs to the statement.
  for (;;) {
    const comment = before - 1
    if (before < 0 || comment < 0 || kindOf(tokens, comment) !== COMMENT) break
    const above = tokenBefore(document, comment)
    if (above >= 0 && kindOf(tokens, above) !== EOL) break
    before = above
  }
  if (before >= 0) return endOf(tokens, before)
  return tokens.count > 0 && kindOf(tokens, 0) === BOM ? endOf(tokens, 0) : 0
}

function bottomOf(document: Document, last: number): number {
  const { tokens } = document
  let at = tokenBehind(document, last)
  if (at < tokens.count && kindOf(tokens, at) === COMMENT) at++
  if (at >= tokens.count) return tokens.text.length
  return kindOf(tokens, at) === EOL ? endOf(tokens, at) : -1
}

/** The blanks at the start of the line that an offset is on. */
export function indentationAt({ text }: Document, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return (/^\uFEFF?([ \t]*)/.exec(text.slice(start, offset)) as RegExpExecArray)[1] as string
}

/** The line end that the file uses around an offset: of the line, or of the one before. */
export function eolAt({ text }: Document, offset: number): string {
  const after = text.indexOf('\n', Math.max(0, offset - 1))
  const at = after >= 0 ? after : text.lastIndexOf('\n')
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n'
}

/** Start of the run of empty lines above a line start, and end of the run below it. Only blanks make no line. */
export function emptyAbove({ text }: Document, offset: number): { readonly from: number; readonly count: number } {
  let from = offset
  let count = 0
  while (from > 0) {
    const start = from < 2 ? 0 : text.lastIndexOf('\n', from - 2) + 1
    if (text[from - 1] !== '\n' || !isEmpty(text, start, from)) break
    from = start
    count++
  }
  return { from, count }
}

export function emptyBelow({ text }: Document, offset: number): { readonly to: number; readonly count: number } {
  let to = offset
  let count = 0
  while (to < text.length) {
    const newline = text.indexOf('\n', to)
    if (newline < 0 || !isEmpty(text, to, newline + 1)) break
    to = newline + 1
    count++
  }
  return { to, count }
}

function isEmpty(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at)
    if (c !== 32 && c !== 9 && c !== 13 && c !== 10) return false
  }
  return true
}

/** Whether an empty line stands between the end of one statement and the first line of the next. */
export const isSpaced = (document: Document, above: Extent, below: Extent): boolean =>
  above.bottom >= 0 && below.top > above.bottom && emptyBelow(document, above.bottom).count > 0

/** How many statements are looked at for the style of a file. */
export const NEAR = 1000

/** The blanks of one level, as the first indented block of the file has them; four without one. */
function unitOf(document: Document): string {
  const { statements, tokens } = document
  for (let row = 0; row + 1 < Math.min(statements.count, NEAR); row++) {
    if (!hasBlock(document, row) || field(statements, row, NEXT) === row + 1) continue
    const outer = indentationAt(document, startOf(tokens, field(statements, row, FIRST)))
    const inner = indentationAt(document, startOf(tokens, field(statements, row + 1, FIRST)))
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length)
  }
  return '    '
}

/** The blanks of one level: of the innermost block around that is indented, otherwise as the file has them. */
export function unitAt(document: Document, row: number): string {
  const { statements, tokens } = document
  const indentationOf = (one: number): string => indentationAt(document, startOf(tokens, field(statements, one, FIRST)))
  for (let at = row; at >= 0; at = parentOf(document, at)) {
    const parent = parentOf(document, at)
    const [outer, inner] = parent < 0 ? ['', ''] : [indentationOf(parent), indentationOf(at)]
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length)
  }
  return unitOf(document)
}

/** The indentation of a statement; one that shares its line would have stood one level deeper than its block. */
export function marginOf(document: Document, row: number): string {
  const { start, top } = extentOf(document, row)
  if (top >= 0) return indentationAt(document, start)
  return parentOf(document, row) < 0 ? '' : indentationAt(document, start) + unitAt(document, row)
}

import { type Line, sliceLine } from './line.ts'

/** A line cut at its first brace: what makes a statement (with a `{` behind it) or is a brace, and what is read next as a line of its own. */
export interface Split {
  readonly head: Line
  readonly rest: Line | undefined
}

/** Braces of a reference that stays as it is are not structure here: it is one finding, not a block. */
const KEPT_REFERENCE = /\$\{\w[\w \t]*\}/y

/** Cuts at a brace anywhere outside double quotes. In this scan a backslash means nothing, and behind a quote without a partner nothing is looked at. */
export function splitAtBrace(line: Line): Split {
  const { text } = line
  const end = firstBrace(text)
  if (end < 0) return { head: line, rest: undefined }
  // A `{` stays with its keyword, which changes nothing; a `}` is a line of its own.
  const cut = end === 0 || text[end] === '{' ? end + 1 : end
  let next = cut
  while (text[next] === ' ' || text[next] === '\t') next++
  return { head: trimmedEnd(line, cut), rest: next < text.length ? sliceLine(line, next) : undefined }
}

function trimmedEnd(line: Line, cut: number): Line {
  let end = cut
  while (end > 1 && (line.text[end - 1] === ' ' || line.text[end - 1] === '\t')) end--
  return sliceLine(line, 0, end)
}

function firstBrace(text: string): number {
  let reference: RegExp | undefined
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 0x7b || c === 0x7d) return at
    if (c === 0x22) {
      const close = text.indexOf('"', at + 1)
      if (close < 0) return -1
      at = close
    } else if (c === 0x24 && text[at + 1] === '{') {
      reference ??= new RegExp(KEPT_REFERENCE)
      reference.lastIndex = at
      const match = reference.exec(text)
      if (match !== null) at += match[0].length - 1
    }
  }
  return -1
}

/** A directive stands behind one of the braces of the text, where a line of its own begins. */
export const hasDirectiveBehindBrace = (text: string): boolean => /[{}][ \t]*(?:[@~$]|include[rmwba]?[ \t\v\f\r])/.test(text)

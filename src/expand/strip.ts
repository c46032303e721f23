import { type Line, replaceIn, sliceLine } from './line.ts'

/** What is left of `[from, to)` of a text without its comment, leading and trailing blanks. Escapes stay as they are written. */
export interface Stripped {
  readonly start: number
  readonly end: number
  /** A comment was cut off that ends in a backslash, which old versions leave behind. */
  readonly commentBackslash: boolean
  /** The line ends inside double quotes. */
  readonly open: boolean
}

const BLANKS = ' \t'

/**
 * decomment(): one scan, in which `#` and `!` end the line outside double quotes. A backslash takes the next character with it; that of `\#` is
 * only dropped by `withoutEscapes`, so that the text stays a slice of the file.
 */
export function strip(text: string, from: number, to: number): Stripped {
  let start = from
  while (start < to && BLANKS.includes(text[start] as string)) start++
  let end = to
  let quoted = false
  for (let at = start; at < to; at++) {
    const c = text.charCodeAt(at)
    if (c === 0x22) quoted = !quoted
    else if (c === 0x5c) at++
    else if ((c === 0x23 || c === 0x21) && !quoted) {
      end = at
      break
    }
  }
  const commentBackslash = end < to && text[to - 1] === '\\'
  while (end > start && BLANKS.includes(text[end - 1] as string)) end--
  return { start, end, commentBackslash, open: quoted }
}

/** The line without its comment. Blanks in front of a backslash that ends it go as well. */
export function stripLine(line: Line): Line {
  const { start, end } = strip(line.text, 0, line.text.length)
  const stripped = sliceLine(line, start, end)
  const [, blanks, backslashes] = /([ \t]+)(\\+)$/.exec(stripped.text) ?? []
  if (blanks === undefined || backslashes === undefined || backslashes.length % 2 === 0) return stripped
  const to = stripped.text.length - backslashes.length
  return replaceIn(stripped, to - blanks.length, to, '', undefined)
}

/** The text with `\#` and `\!` outside double quotes as keepalived holds it: without the backslash. */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\#') && !text.includes('\\!')) return text
  let result = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const c = text[at] as string
    const next = text[at + 1]
    if (c === '"') quoted = !quoted
    if (c === '\\' && next !== undefined) {
      if (quoted || (next !== '#' && next !== '!')) result += c
      result += next
      at++
    } else result += c
  }
  return result
}

/** The same for a line: where anything changes its characters are no longer known one by one. */
export function lineWithoutEscapes(line: Line): Line {
  const text = withoutEscapes(line.text)
  if (text === line.text) return line
  const [first] = line.parts
  return { text, parts: [{ at: 0, use: { ...(first as Line['parts'][0]).use }, exact: false }] }
}

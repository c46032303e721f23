import type { Span } from '../diagnostics/finding.ts'
import { strip, withoutEscapes } from '../expand/strip.ts'
import type { PhysicalLine } from './physical.ts'

/** What the block parser gets: one keyword with its words, or a brace. */
export interface LogicalLine {
  readonly words: readonly string[]
  readonly text: string
  readonly at: Span
  /** The line of the file that the first pass names. */
  readonly named: Span | undefined
  /** The text has characters that the three scanners of the reader see differently. */
  readonly odd: boolean
}

export interface LogicalOptions {
  /** Later passes read a copy that is stripped already, and strip it again. */
  readonly passes: 1 | 2
  /** Before this version a comment that ends in a backslash leaves it behind. */
  readonly keepsCommentBackslash: boolean
  readonly onQuote: (line: PhysicalLine) => void
  readonly onDropped: (line: PhysicalLine) => void
  /** The copy of the line begins with `!`, which later passes take for the end of a file. */
  readonly onFileEnd: (line: PhysicalLine) => void
}

/** A definition, and an include that was not followed. */
const NOT_READ = /^(?:\$[A-Za-z_]\w*=|include[rmwba]?[ \t\r\v\f])/

/** decomment, the cut at braces and alloc_strvec: a physical line → logical lines. */
export function* logicalLines(line: PhysicalLine, options: LogicalOptions): Generator<LogicalLine> {
  if (line.dropped === true) {
    options.onDropped(line)
    return
  }
  let text = stripped(line, line.text, options)
  if (options.passes === 2 && text !== '') {
    if (text.startsWith('!')) {
      options.onFileEnd(line)
      return
    }
    text = stripped(line, text, options)
  }
  if (text === '') return
  const odd = /[\\'"\0]/.test(line.text)
  // A directive is one behind a brace as well, and takes the rest of the line.
  for (let rest = text; rest !== '' && !NOT_READ.test(rest); ) {
    const cut = cutAtBrace(rest)
    const head = rest.slice(0, cut).replace(/[ \t]+$/, '')
    rest = rest.slice(cut).replace(/^[ \t]+/, '')
    const { words, unclosed } = wordsOf(head)
    if (unclosed) options.onQuote(line)
    if (words.length > 0) yield { words, text: head, at: line, named: line.named, odd }
  }
}

function stripped(line: PhysicalLine, text: string, { keepsCommentBackslash, onQuote }: LogicalOptions): string {
  const { start, end, commentBackslash, open } = strip(text, 0, text.length)
  let result = text.slice(start, end)
  if (open) onQuote(line)
  if (commentBackslash && keepsCommentBackslash) result += '\\'
  // A backslash as the last byte loses the blanks in front of it.
  if (/[^\\](\\\\)*\\$/.test(result)) result = result.replace(/[ \t]+(\\+)$/, '$1')
  return withoutEscapes(result)
}

/** Where the first logical line of a text ends: behind a brace that begins it, in front of the first one outside quotes. */
function cutAtBrace(text: string): number {
  if (text[0] === '{' || text[0] === '}') return 1
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === '{' || c === '}') return i
    if (c === '"') {
      const close = text.indexOf('"', i + 1)
      if (close < 0) return text.length
      i = close
    }
  }
  return text.length
}

/** Cuts at white space and quotes. A quoted word without its end is dropped. */
export function wordsOf(text: string): { readonly words: readonly string[]; readonly unclosed: boolean } {
  const words: string[] = []
  for (let i = 0; i < text.length; ) {
    const c = text[i] as string
    if (c === ' ' || c === '\t' || c === '\r' || c === '\v' || c === '\f') i++
    else if (c === '"') {
      const close = text.indexOf('"', i + 1)
      if (close < 0) return { words, unclosed: true }
      words.push(text.slice(i + 1, close))
      i = close + 1
    } else {
      let end = i + 1
      while (end < text.length && !' \t\r\v\f"'.includes(text[end] as string)) end++
      words.push(text.slice(i, end))
      i = end
    }
  }
  return { words, unclosed: false }
}

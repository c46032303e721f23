import type { LexicalProfile } from '../lex/profile.ts'
import { type Quoted, quote } from './quote.ts'

/** The words of one statement, as the tree has them. */
export interface Kept {
  readonly keyword: string
  readonly args: readonly string[]
  readonly prefix?: string | undefined
}

/** A statement by its words → its line without a brace, as far as we read the same words in it; or why there is none. */
export function keptLine({ keyword, args, prefix }: Kept, profile: LexicalProfile): Quoted {
  const words: string[] = []
  if (prefix !== undefined) {
    if (!isPrefix(prefix, profile)) return { ok: false, why: '`prefix` is no condition or sequence' }
    words.push(prefix)
  }
  if (isRaw(keyword, args, profile)) {
    // The text behind these two is not cut into words.
    const [raw = ''] = args
    if (!isRawText(raw)) return { ok: false, why: 'the text behind its keyword would not end with the line' }
    words.push(raw === '' || isDefinition(keyword, profile) ? keyword + raw : `${keyword} ${raw}`)
    return { ok: true, text: words.join(' ') }
  }
  for (const [i, word] of [keyword, ...args].entries()) {
    const quoted = quote(word, profile, i === 0 ? 'first' : 'argument', true)
    if (!quoted.ok) return quoted
    words.push(quoted.text)
  }
  return { ok: true, text: words.join(' ') }
}

/** Conditions and sequences in front of a statement. */
export const isPrefix = (prefix: string, { directives }: LexicalProfile): boolean =>
  directives && /^(?:@[^ \t\r\n\v\f{}"#!]*(?: |$))?(?:~(?:SEQx?|LST)\([^)\n\r]*\)(?: |$))*$/.test(prefix) && !/^$| $/.test(prefix)

export const isDefinition = (keyword: string, { directives }: LexicalProfile): boolean =>
  directives && /^\$[A-Za-z_]\w*=$/.test(keyword)

/** The value of a definition and the pattern of an include stand as one text behind their keyword. */
export const isRaw = (keyword: string, args: readonly string[], profile: LexicalProfile): boolean =>
  profile.directives &&
  ((isDefinition(keyword, profile) && args.length <= 1) || (profile.includeWords.includes(keyword) && args.length === 1))

const LONGEST_RAW = 100_000

/** Several lines only behind backslashes, no comment outside of quotes. */
const isRawText = (raw: string): boolean =>
  raw.length < LONGEST_RAW &&
  !raw.includes('\0') &&
  /^(?:\\[ \t]*(?:[#!][^\r\n]*)?\r*\n|\\[^\r\n]|"(?:\\[^\r\n]|[^"\\\r\n])*"?|[^\\"#!\r\n])*$/.test(raw)

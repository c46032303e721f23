import type { LexicalProfile } from '../lex/profile.ts'
import { scriptWords } from './script-words.ts'

/** Where a word stands, as far as that decides how it must be written. */
export type WordPlace =
  /** the keyword, or the first word of an entry */
  | 'first'
  | 'argument'
  /** behind a keyword that takes a command, where both kinds of quotes mean something */
  | 'command'

/** A word as it is written, or why there is no way to write it. */
export type Quoted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

/** Words that mean the same bare to every reader, wherever they stand. Nearly all words are such. */
export const PLAIN_WORD = /^[\w.:/+,=%*()[\];<>?^|&-]+$/

/**
 * A word → its text, in quotes where it needs them. What a reader would take for something else has no text.
 *
 * @param kept - the word was kept as it stood, so that what its reader makes of it does not matter, only what we do.
 */
export function quote(word: string, profile: LexicalProfile, place: WordPlace, kept = false): Quoted {
  if (PLAIN_WORD.test(word) && !(place === 'first' && profile.includeWords.includes(word))) return { ok: true, text: word }
  if (word.length > profile.lineLimit) return no('it is longer than a line')
  const why = unwritable(word)
  if (why !== '') return { ok: false, why }
  return profile.directives ? quoteUpstream(word, profile, place, kept) : quoteLvs(word, profile, place, kept)
}

const no = (why: string): Quoted => ({ ok: false, why })
const yes = (text: string): Quoted => ({ ok: true, text })

function unwritable(word: string): string {
  if (word.includes('\n')) return 'it holds a line end, and no word goes on in the next line'
  if (word.includes('\0')) return 'it holds a NUL, which ends the line'
  // Lone surrogates of one kind stand for bytes that are not UTF-8 (text/decode.ts), others for nothing.
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDC7F\uDD00-\uDFFF]/.test(word))
    return 'it holds half of a character'
  return ''
}

// ---- keepalived 1.3 and later, DPVS: no escapes in quotes, comments and braces everywhere outside of them

function quoteUpstream(word: string, profile: LexicalProfile, place: WordPlace, kept: boolean): Quoted {
  if (!kept && (word === '{' || word === '}') && place === 'first') return no('a brace is no word here, even in quotes')
  if (!kept && hasReference(word)) return no('it would be read as the name of a definition, and nothing protects the sign `$`')
  if (!word.includes('"')) {
    // The braces of a reference are part of its word.
    if (isBare(kept && word !== '' ? word.replace(REFERENCE, '$') : word, profile, place)) return yes(word)
    if (closes(word)) return yes(`"${word}"`)
    return no('a backslash at its end would take the closing quote with it')
  }
  if (place === 'command') {
    // Both cuts must see it as one word: the stripper of comments by its double quotes, the one of scripts by both kinds.
    for (const text of [`"${word}"`, `'${word}'`, word]) if (isOneCommandWord(text, word)) return yes(text)
    return no('its quotes do not fit into quotes')
  }
  if (kept && /^(?:\\.|[^"\\])*$/s.test(word) && isInert(`"${word}"`)) return yes(`"${word}"`)
  return no('it holds a double quote, and there is no way to write one inside of quotes')
}

/** Such a word may stand without quotes. A backslash in front of a comment sign would be taken away. */
const isBare = (word: string, { includeWords }: LexicalProfile, place: WordPlace): boolean =>
  word !== '' &&
  !/[ \t\r\v\f{}#!]/.test(word) &&
  // A backslash at its end would take the blank behind it into the word.
  !(place === 'command' && (word.includes("'") || word.endsWith('\\'))) &&
  !(place === 'first' && (/^[@$~\uFEFF]/.test(word) || includeWords.includes(word)))

/** A closing quote behind the word is not taken for an escaped one. */
const closes = (word: string): boolean => ((/\\*$/.exec(word) as RegExpExecArray)[0].length & 1) === 0

const REFERENCE = /\$\{[A-Za-z0-9_ \t]*\}/g

/** `${NAME}` puts its braces into the line where nothing defines it; the names with an underscore in front are always defined. */
const hasReference = (word: string): boolean =>
  word.includes('$') && /\$\{[A-Za-z_][A-Za-z0-9_ \t]*\}|\$_[A-Z]+(?=$|[ \t,)])/.test(word)

function isOneCommandWord(text: string, word: string): boolean {
  const words = scriptWords(text)
  if (words?.length !== 1 || words[0]?.text !== word) return false
  return isInert(text)
}

/**
 * Nothing outside of double quotes ends the line or opens a block, neither for the comment stripper, to which a backslash hides a quote, nor for the
 * splitter at braces, to which it does not.
 */
function isInert(text: string): boolean {
  for (const hidden of [true, false]) {
    let isOpen = false
    for (let i = 0; i < text.length; i++) {
      const c = text[i] as string
      if (c === '\\' && hidden) i++
      else if (c === '"') isOpen = !isOpen
      else if (!isOpen && /[{}#!\r]/.test(c)) return false
    }
    if (isOpen && hidden) return false
  }
  return true
}

// ---- keepalived 1.2.2: a quote is a word of its own, what stands between two is joined by single blanks

function quoteLvs(word: string, profile: LexicalProfile, place: WordPlace, kept: boolean): Quoted {
  if (word.includes('\r')) return no('it holds a line end, and no word goes on in the next line')
  if (word.includes('"')) return no('it holds a double quote, which is a word of its own')
  if (!kept && place === 'first' && profile.includeWords.includes(word)) return no('it would be read as an include')
  if (word !== '' && !/^[#!{}\uFEFF]|[{}]$|[ \t\v\f]/.test(word)) return yes(word)
  if (!kept && place === 'first') return no('it needs quotes, which are words of their own here')
  if (
    word
      .trim()
      .split(/[ \t\v\f]+/)
      .join(' ') !== word
  )
    return no('blanks at its ends and several in a row are lost in quotes')
  if (!kept && /(?:^| )[#!]/.test(word)) return no('a `#` or `!` at the start of a word ends the line, in quotes too')
  return yes(`"${word}"`)
}

import { DEFINITION, OPEN_QUOTE, PREFIX, QUOTED, RAW, WORD } from '../lex/kinds.ts'
import { endOf, kindOf, startOf, type Tokens } from '../lex/tokens.ts'
import type { Document } from './document.ts'
import { FIRST, field, LAST } from './statements.ts'

/** Tokens of the words behind a statement's keyword. */
export function argumentTokens(document: Document, row: number): readonly number[] {
  const { tokens, statements } = document
  const last = field(statements, row, LAST)
  const found: number[] = []
  for (let i = field(statements, row, FIRST) + 1; i <= last; i++) if (isWord(tokens, i)) found.push(i)
  return found
}

export function isWord(tokens: Tokens, index: number): boolean {
  const kind = kindOf(tokens, index)
  return kind === WORD || kind === QUOTED || kind === OPEN_QUOTE || kind === RAW || kind === DEFINITION
}

/**
 * What a word token says: quotes removed, escaped comment signs of the upstream profile unescaped. In the 1.2.2 profile the words between
 * quotes are joined by single blanks, as `set_value` does.
 */
export function wordText(document: Document, token: number): string {
  const { tokens, profile } = document
  const start = startOf(tokens, token)
  const end = endOf(tokens, token)
  switch (kindOf(tokens, token)) {
    case QUOTED:
    case OPEN_QUOTE: {
      const inner = tokens.text.slice(start + 1, kindOf(tokens, token) === QUOTED ? end - 1 : end)
      return profile.directives
        ? inner
        : inner
            .trim()
            .split(/[ \t\v\f]+/)
            .join(' ')
    }
    default: {
      const word = tokens.text.slice(start, end)
      return profile.directives && word.includes('\\') ? word.replace(/\\([#!])/g, '$1') : word
    }
  }
}

/** The keyword of a statement; empty for a block without one. */
export function keywordOf(document: Document, row: number): string {
  const first = field(document.statements, row, FIRST)
  return isWord(document.tokens, first) ? wordText(document, first) : ''
}

/** The same as to compare it, without making a text of it: rules look for a few lines among 100,000. */
export function hasKeyword(document: Document, row: number, keyword: string): boolean {
  const { tokens, statements } = document
  const first = field(statements, row, FIRST)
  // Only comment signs can be escaped, and no keyword has one.
  if (kindOf(tokens, first) !== WORD) return keywordOf(document, row) === keyword
  const start = startOf(tokens, first)
  return endOf(tokens, first) - start === keyword.length && tokens.text.startsWith(keyword, start)
}

export const argumentsOf = (document: Document, row: number): readonly string[] =>
  argumentTokens(document, row).map((token) => wordText(document, token))

/** `@id` and `@^id` in front of a statement, as written; undefined without one. Sequences in front count as well. */
export function prefixOf(document: Document, row: number): string | undefined {
  const { tokens, statements } = document
  let first = field(statements, row, FIRST) - 1
  while (first >= 0 && kindOf(tokens, first) === 0) first--
  return first >= 0 && kindOf(tokens, first) === PREFIX
    ? tokens.text.slice(startOf(tokens, first), endOf(tokens, first)).trim()
    : undefined
}

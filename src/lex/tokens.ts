import { fitting } from '../text/table.ts'
import { parse } from './generated/parser.js'
import { KIND_BITS, KIND_MASK, KIND_NAMES, RAW, type TokenKind } from './kinds.ts'
import type { LexicalProfile } from './profile.ts'

/** All tokens of a text: `table[i]` is `start << 4 | kind`, `i < count`. They tile the text: each ends where the next one starts. */
export interface Tokens {
  readonly text: string
  readonly table: Int32Array
  readonly count: number
}

/** One token, made when asked for. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Longest text that is cut into tokens (28 bits of offset). A longer one is a single `raw` token. */
export const MOST_CHARACTERS = 2 ** 28 - 1

/** Text → tokens. Total: every string has tokens, nothing throws, time is linear. */
export function lex(text: string, profile: LexicalProfile): Tokens {
  if (text.length > MOST_CHARACTERS) return { text, table: Int32Array.of(RAW), count: 1 }
  const { tokens, count } = parse(text, { startRule: profile.startRule })
  return { text, table: fitting(tokens, count), count }
}

export const kindOf = (tokens: Tokens, index: number): number => (tokens.table[index] as number) & KIND_MASK

export const startOf = (tokens: Tokens, index: number): number =>
  index < tokens.count ? (tokens.table[index] as number) >>> KIND_BITS : tokens.text.length

export const endOf = (tokens: Tokens, index: number): number => startOf(tokens, index + 1)

export const textOf = (tokens: Tokens, index: number): string => tokens.text.slice(startOf(tokens, index), endOf(tokens, index))

export const tokenAt = (tokens: Tokens, index: number): Token => ({
  kind: KIND_NAMES[kindOf(tokens, index)] as TokenKind,
  start: startOf(tokens, index),
  end: endOf(tokens, index),
  text: textOf(tokens, index),
})

/** The token that holds an offset, by binary search; -1 for an empty text. */
export function tokenIndexAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOf(tokens, middle) <= offset) low = middle
    else high = middle - 1
  }
  return tokens.count === 0 ? -1 : low
}

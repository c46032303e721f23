/**
 * The kinds of token. A token is one int, `start << 4 | kind`; it ends where the next one starts, so the tokens tile the text by construction.
 * Constants, not an enum: the generated parser and the hot loops compare plain numbers.
 */
export const BLANK = 0
export const EOL = 1
export const COMMENT = 2
export const WORD = 3
export const QUOTED = 4
export const OPEN = 5
export const CLOSE = 6
/** A double quote without a partner on its line, with the rest of the line. */
export const OPEN_QUOTE = 7
/** `$NAME=` at the start of a line. */
export const DEFINITION = 8
/** Text that is not cut into words: the value of a definition, the pattern of an include. */
export const RAW = 9
/** `@id`, `@^id`, `~SEQ(…)`, `~LST(…)` in front of a statement. */
export const PREFIX = 10
export const BOM = 11

export const KIND_BITS = 4
export const KIND_MASK = 15

/** Names of the kinds, in the order of their numbers. */
export const KIND_NAMES = [
  'blank',
  'eol',
  'comment',
  'word',
  'quoted',
  'open',
  'close',
  'open-quote',
  'definition',
  'raw',
  'prefix',
  'bom',
] as const

export type TokenKind = (typeof KIND_NAMES)[number]

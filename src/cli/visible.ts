/** Stands for a character that has no picture, or one that would move the cursor or turn the direction of writing. */
export const INVISIBLE = '·'

const PLAIN = /^[\x20-\x7e]*$/

/** A text from a file that can be printed on a terminal without harm. One character for each, so that lines stay lines. */
export const visible = (text: string): string => (PLAIN.test(text) ? text : withoutHidden(text))

/**
 * Control characters, lone surrogates (bytes that are not UTF-8), and format characters such as the byte order mark.
 * The pattern is made when it is needed: its classes are a millisecond of a start.
 */
const withoutHidden = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu, INVISIBLE)

/** Columns that a terminal uses for one visible character. */
export function columnsOf(character: string): number {
  if (character <= '~') return 1
  if (/\p{M}/u.test(character)) return 0
  const c = character.codePointAt(0) as number
  const wide =
    (c >= 0x1100 && c <= 0x115f) ||
    (c >= 0x2e80 && c <= 0xa4cf && c !== 0x303f) ||
    (c >= 0xac00 && c <= 0xd7a3) ||
    (c >= 0xf900 && c <= 0xfaff) ||
    (c >= 0xfe30 && c <= 0xfe6f) ||
    (c >= 0xff00 && c <= 0xff60) ||
    (c >= 0xffe0 && c <= 0xffe6) ||
    (c >= 0x1f300 && c <= 0x1faff) ||
    (c >= 0x20000 && c <= 0x3fffd)
  return wide ? 2 : 1
}

/** Numbers as the C library reads them. */

const C_NUMBER = /^[ \t]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/

/** The number of a word by `strtoul` with base 0: 0x is hexadecimal, a leading 0 octal. Undefined when the word is more than a number. */
export function cNumber(word: string): bigint | undefined {
  const match = C_NUMBER.exec(word)
  if (match === null) return undefined
  const digits = match[2] as string
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  return match[1] === '-' ? -value : value
}

/** Its low 32 bits, which is what is left in an `unsigned int`. */
export function wrappedNumber(word: string): number | undefined {
  const value = cNumber(word)
  return value === undefined ? undefined : Number(BigInt.asUintN(32, value))
}

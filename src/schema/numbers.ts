/** Numbers as the C library reads them. */

/** How the target's C code turns the word into a number, which decides what becomes of a bad one. */
export type NumberReader =
  /** digits only and in range, else reported and dropped (`read_unsigned_strvec` strict) */
  | 'strict'
  /** as strict under `-t`, but trailing text is tolerated with a warning at run time */
  | 'lenient'
  /** decimal seconds with at most six places (`read_timer`) */
  | 'timer'
  /** as strict, but 0x is hexadecimal and a leading 0 octal (`read_unsigned_base_strvec`) */
  | 'c'
  /** the same with the low 32 bits of whatever is written, also of a negative number (`find_entry` of rttables) */
  | 'c-wrapped'
  /** leading digits count, garbage is 0, nothing is said (1.2.2) */
  | 'atoi'
  /** atoi, then silently clamped to the range (DPVS) */
  | 'atoi-clamped'
  /** floating point seconds (DPVS) */
  | 'float'
  /** kept as text in a small buffer (1.2.2 `persistence_timeout`) */
  | 'text'

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

import type { Arg, ArgType } from '../schema/row.ts'
import { SCALARS, type Scalar } from '../schema/scalars.ts'

/** `read_decimal_unsigned_long_func`, by which times are read, rounds to the places it keeps, and says so. */
export const tooManyPlaces = ({ number, scale }: Arg, word: string): boolean =>
  number === 'timer' &&
  scale !== undefined &&
  word.length > scale + 1 &&
  word.length - word.lastIndexOf('.') - 1 > scale &&
  word.includes('.')

const CUT: ReadonlySet<ArgType> = new Set<ArgType>(['ip', 'ipv4', 'ipv6'])

/** inet_stosockaddr reads an address up to the first -, or where there is none up to the first /, and looks no further. */
export const withoutTail = (arg: Arg, word: string): Scalar | undefined =>
  CUT.has(arg.type) && arg.exact !== true
    ? SCALARS[arg.type].decode(word.replace(/-.*$|^([^-/]*)\/[^-]*$/s, '$1'), arg)
    : undefined

/** What one word is read as, whatever is said of it. */
export const readWord = (arg: Arg, word: string): Scalar | undefined =>
  SCALARS[arg.type].decode(word, arg) ?? withoutTail(arg, word)

import { isAscending, isCidr, isIpv4, isIpv6, isMulticast, isNetmask, isRange } from './addresses.ts'
import { cNumber, wrappedNumber } from './numbers.ts'
import type { Arg, ArgType, NumberReader } from './row.ts'

/** A value of the model that stands for one word. */
export type Scalar = string | number | boolean

/**
 * Both directions of one argument type, side by side. `codecs.ts` makes an io-ts `Type<A, string, string>` of each; the hot path from text to
 * model uses these directly, so that a check never loads io-ts.
 */
export interface ScalarCodec {
  /** Word → value, undefined when the word is not one. */
  readonly decode: (word: string, arg: Arg) => Scalar | undefined
  /** Value → word. */
  readonly encode: (value: Scalar) => string
  /** What a right word looks like: `an integer from 1 to 255`. */
  readonly expected: (arg: Arg) => string
}

const INTEGER = /^[ \t]*[+-]?\d+$/
const NUMERIC = /^[ \t]*[+-]?\d/
const DECIMAL = /^[ \t]*[+-]?(\d+\.?\d*|\.\d+)$/
/** A number of the readers of keepalived that has no digits is 0; a blank one for those without a sign only. */
const BLANK = /^[ \t]*$/
const BLANK_TIMER = /^[ \t]*\+?\.?$/
const NEGATIVE = /^[ \t]*-/

/** What 64 bits hold of microseconds (read_timer). */
const MOST_SECONDS = 18446744073709.55

const CHECKED: ReadonlySet<NumberReader | undefined> = new Set<NumberReader | undefined>(['strict', 'lenient', 'timer'])

/** The unsigned readers of keepalived refuse the sign, also of a zero (read_unsigned_func). */
const isRefused = (word: string, { min = -1, number }: Arg): boolean => min >= 0 && CHECKED.has(number) && NEGATIVE.test(word)

const inRange = (value: number, arg: Arg): number | undefined =>
  Number.isFinite(value) && (arg.min === undefined || value >= arg.min) && (arg.max === undefined || value <= arg.max)
    ? value
    : undefined

/** Digits alone, which nearly every number is: what they are without a pattern. Undefined for any other word. */
function plainNumber(word: string): number | undefined {
  if (word.length === 0 || word.length > 15) return undefined
  let value = 0
  for (let i = 0; i < word.length; i++) {
    const digit = word.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return value
}

/** A number without an exponent, which no reader of configurations knows. */
function digits(value: Scalar): string {
  const text = String(value)
  if (typeof value !== 'number' || !text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}

const range = ({ min, max, unit }: Arg): string => {
  const of = unit === undefined ? '' : unit === 's' ? ' (seconds)' : ` (${unit})`
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}${of}`
  return (min !== undefined ? ` of at least ${min}` : max !== undefined ? ` of at most ${max}` : '') + of
}

const text: ScalarCodec = {
  decode: (word, { pattern }) => (pattern === undefined || new RegExp(pattern).test(word) ? word : undefined),
  encode: String,
  expected: ({ says = 'a word' }) => says,
}

const matching = (test: (word: string) => boolean, expected: string): ScalarCodec => ({
  decode: (word) => (test(word) ? word : undefined),
  encode: String,
  expected: () => expected,
})

// keepalived reads numbers with strtol/strtod: a leading blank (in quotes) and a plus sign count, an empty word is 0.
const int: ScalarCodec = {
  decode: (word, arg) => {
    if (arg.number === 'c') return inRange(Number(word === '' ? 0 : (cNumber(word) ?? Number.NaN)), arg)
    const plain = plainNumber(word)
    if (plain !== undefined) return inRange(plain, arg)
    const isZero = word === '' || (BLANK.test(word) && (arg.min ?? 0) >= 0)
    return (INTEGER.test(word) || isZero) && !isRefused(word, arg) ? inRange(Number(word), arg) : undefined
  },
  encode: digits,
  expected: (arg) => `an integer${range(arg)}`,
}

/** A port behind an address that may be left out may be 0, which says the same (inet_stosockaddr); one behind a word of its own may not. */
export const mayBeZero = ({ optional, literal }: Arg): boolean => optional === true && literal === undefined

// An empty word is 0.
const port: ScalarCodec = {
  decode: (word, arg) => {
    const { min = 0, max = 65535 } = arg
    const value = plainNumber(word) ?? ((INTEGER.test(word) && !isRefused(word, arg)) || word === '' ? Number(word) : Number.NaN)
    return (value >= min && value <= max) || (value === 0 && mayBeZero(arg)) ? value : undefined
  },
  encode: String,
  expected: ({ min = 1, max = 65535 }) => `a port from ${min} to ${max}`,
}

const decimal: ScalarCodec = {
  decode: (word, arg) => {
    const plain = plainNumber(word)
    if (plain === undefined) {
      if (BLANK.test(word) || (arg.number === 'timer' && BLANK_TIMER.test(word))) return inRange(0, arg)
      if (!DECIMAL.test(word) || isRefused(word, arg)) return undefined
    }
    const value = plain ?? Number(word)
    return arg.number === 'timer' && arg.max === undefined && value > MOST_SECONDS ? undefined : inRange(value, arg)
  },
  encode: digits,
  expected: (arg) => `a number${range(arg)}`,
}

const TRUE = new Set(['on', 'true', 'yes'])
const FALSE = new Set(['off', 'false', 'no'])

const bool: ScalarCodec = {
  decode: (word) => (TRUE.has(word) ? true : FALSE.has(word) ? false : undefined),
  encode: (value) => (value === true ? 'on' : 'off'),
  expected: () => 'on, true, yes, off, false or no',
}

const enumeration: ScalarCodec = {
  decode: (word, arg) => {
    const words = arg.enum ?? []
    if (words.includes(word)) return word
    if (arg.caseInsensitive === true) {
      const lower = word.toLowerCase()
      const found = words.find((one) => one.toLowerCase() === lower)
      if (found !== undefined) return found
    }
    if (arg.number === 'c-wrapped') {
      // What begins like a number and is none could be a name, but nobody has such names.
      if (word === '' || NUMERIC.test(word)) return inRange(wrappedNumber(word) ?? Number.NaN, arg)
    } else if (arg.min !== undefined && (INTEGER.test(word) || word === '')) return inRange(Number(word), arg)
    return arg.unchecked === true ? word : undefined
  },
  encode: String,
  expected: (arg) => `one of ${(arg.enum ?? []).join(', ')}${arg.min === undefined ? '' : ` or a number${range(arg)}`}`,
}

const HEX = /^[0-9a-fA-F]*$/

const hex: ScalarCodec = {
  decode: (word, { length, wildcard = '' }) => {
    if (length === undefined ? BLANK.test(word) : word.length !== length) return undefined
    if (HEX.test(word)) return word
    // Blanks in quotes separate bytes as those between words do (read_hex_str).
    for (const c of word.toLowerCase()) {
      if (!/[0-9a-f]/.test(c) && !wildcard.includes(c) && (length !== undefined || c !== ' ')) return undefined
    }
    return word
  },
  encode: String,
  expected: ({ length }) => (length === undefined ? 'hexadecimal digits' : `${length} hexadecimal digits`),
}

const intRange: ScalarCodec = {
  decode: (word, arg) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(word)
    if (match === null) return undefined
    const from = inRange(Number(match[1]), arg)
    const to = match[2] === undefined ? from : inRange(Number(match[2]), arg)
    return from === undefined || to === undefined || from > to ? undefined : word
  },
  encode: String,
  expected: (arg) => `a number or a range${range(arg)}`,
}

// dns_name_handler looks for a second dot one place too early: a first label of one letter counts as empty.
const dnsName = matching(
  (word) => word === '.' || !/^.?\.|\.\./s.test(word),
  'a domain name without an empty label, whose first label has two letters or more',
)
const mac = matching((word) => /^[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){4}(:([0-9a-fA-F]{1,2})?)?$/.test(word), 'a MAC address')

/** inet_pton knows no zones; neither do the readers that take the word as a whole. */
const hasZone = (word: string, { exact }: Arg): boolean => exact === true && word.includes('%')

const MULTICAST_TEXT = { any: 'multicast address', 'link-local': 'multicast address of link-local scope' }

const address = (test: (word: string) => boolean, kind: string): ScalarCodec => ({
  decode: (word, arg) =>
    arg.enum?.includes(word) === true ||
    (test(word) && !hasZone(word, arg) && (arg.multicast === undefined || isMulticast(word, arg.multicast)))
      ? word
      : undefined,
  encode: String,
  expected: ({ multicast, enum: words = [] }) =>
    [`${kind} ${multicast === undefined ? 'address' : MULTICAST_TEXT[multicast]}`, ...words].join(' or '),
})

const prefix: ScalarCodec = {
  decode: (word, arg) => (arg.enum?.includes(word) === true || (isCidr(word) && !hasZone(word, arg)) ? word : undefined),
  encode: String,
  expected: ({ enum: words = [] }) => ['an IP address, with or without a prefix length', ...words].join(' or '),
}

/** The codec of every argument type. */
export const SCALARS: Readonly<Record<ArgType, ScalarCodec>> = {
  int,
  decimal,
  port,
  bool,
  enum: enumeration,
  flag: { decode: () => true, encode: () => '', expected: () => 'nothing' },
  string: text,
  command: { ...text, expected: () => 'a command' },
  path: { ...text, expected: () => 'a path' },
  user: { ...text, expected: () => 'a user name' },
  group: { ...text, expected: () => 'a group name' },
  email: { ...text, expected: () => 'a mail address' },
  interface: { ...text, expected: () => 'the name of an interface' },
  ip: address((word) => isIpv4(word) || (isIpv6(word) && !word.includes('%')), 'an IP'),
  ipv4: address(isIpv4, 'an IPv4'),
  ipv6: address(isIpv6, 'an IPv6'),
  'ip-cidr': prefix,
  'ipv4-cidr': matching((word) => isCidr(word) && !word.includes(':'), 'an IPv4 address, with or without a prefix length'),
  'ip-range': {
    decode: (word, { ascending }) => (isRange(word) && (ascending !== true || isAscending(word)) ? word : undefined),
    encode: String,
    expected: ({ ascending }) =>
      `an IP address or a range of addresses${ascending === true ? ' in ascending order, or a network with its mask' : ''}`,
  },
  netmask: matching(isNetmask, 'a netmask'),
  hex,
  'int-range': intRange,
  regex: { ...text, expected: () => 'a regular expression' },
  'dns-name': dnsName,
  host: { ...text, expected: () => 'an IP address or a host name' },
  mac,
  umask: { ...text, expected: () => 'a file mode mask, in octal or by the names of its bits' },
  ref: { ...text, expected: ({ to }) => `the name of a ${to}` },
  options: { ...text, expected: () => 'options' },
}

import type { Arg } from '../schema/row.ts'

// The tests of schema/addresses.ts and schema/scalars.ts as regular expressions, without lookaround, so that every engine takes them.

const whole = (...alternatives: readonly string[]): string => `^(?:${alternatives.join('|')})$`

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4_ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`
const DIGITS = '[0-9a-fA-F]{1,4}'

/** Groups of digits on both sides of `::`, seven at most; the last two may be an IPv4 address. */
function ipv6Address(): string {
  const forms = [`${DIGITS}(?::${DIGITS}){7}`, `(?:${DIGITS}:){6}${IPV4_ADDRESS}`]
  for (let left = 0; left <= 7; left++) {
    const before = left === 0 ? '' : left === 1 ? DIGITS : `${DIGITS}(?::${DIGITS}){${left - 1}}`
    const right = 7 - left
    const groups = right === 0 ? '' : right === 1 ? `(?:${DIGITS})?` : `(?:${DIGITS}(?::${DIGITS}){0,${right - 1}})?`
    forms.push(`${before}::${groups}`)
    if (right >= 2) forms.push(`${before}::(?:${DIGITS}:){0,${right - 2}}${IPV4_ADDRESS}`)
  }
  return `(?:${forms.join('|')})`
}

const IPV6_ADDRESS = ipv6Address()

/** Up to three digits, of at most 32 or 128. */
const LENGTH_32 = '(?:0?[0-2]?\\d|0?3[0-2])'
const LENGTH_128 = '(?:0?\\d?\\d|1[01]\\d|12[0-8])'
const LAST_OCTET = '(?:[01]?\\d?\\d|2[0-4]\\d|25[0-5])'

export const IPV4 = whole(IPV4_ADDRESS)
export const IPV6 = whole(`${IPV6_ADDRESS}(?:%[\\s\\S]*)?`)
export const IPV4_CIDR = whole(`${IPV4_ADDRESS}(?:/${LENGTH_32})?`)
export const IPV6_CIDR = whole(`${IPV6_ADDRESS}(?:%[^/]*)?(?:/${LENGTH_128})?`)

/** The first dash makes a range, in the zone of an address too. */
export const IPV4_RANGE = whole(`${IPV4_ADDRESS}(?:/${LENGTH_32})?`, `${IPV4_ADDRESS}-(?:${IPV4_ADDRESS}|${LAST_OCTET})`)
export const IPV6_RANGE = whole(
  `${IPV6_ADDRESS}(?:%[^/-]*)?(?:/${LENGTH_128})?`,
  `${IPV6_ADDRESS}(?:%[^-]*)?-(?:${IPV6_ADDRESS}(?:%[\\s\\S]*)?|${DIGITS})`,
)

export const NO_ZONE = '^[^%]*$'
/** One to four numbers of any base; how large each may be a pattern does not say. */
const OF_ANY_BASE = '(?:0[xX][0-9a-fA-F]+|\\d+)'
export const NETMASK = whole(`${OF_ANY_BASE}(?:\\.${OF_ANY_BASE}){0,3}`)
export const MAC = '^[0-9a-fA-F]{1,2}(?::[0-9a-fA-F]{1,2}){4}(?::(?:[0-9a-fA-F]{1,2})?)?$'
/** `.` alone, or labels of which none is empty, nor the first of several one letter long. */
export const DNS_NAME = whole('\\.', '[^.]?', '[^.]{2,}(?:\\.[^.]+)*\\.?')
/** A number or two with a dash between. Its range, and that the second is not less, a pattern does not say. */
export const INT_RANGE = '^\\d+(?:-\\d+)?$'
/** Nothing, or what begins like a number. */
export const NUMERIC = '^$|^[ \\t]*[+-]?\\d'
export const INTEGER = '^[ \\t]*[+-]?\\d+$'

/** Wildcards of either case; without a fixed length blanks as well, which separate bytes. */
export function hexPattern({ length, wildcard = '' }: Arg): string {
  const digit = `0-9a-fA-F${(wildcard + wildcard.toUpperCase()).replace(/[\\\]^-]/g, '\\$&')}`
  return length === undefined ? `^ *[${digit}][${digit} ]*$` : `^[${digit}]{${length}}$`
}

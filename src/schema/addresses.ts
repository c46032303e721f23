/** Reading of addresses as inet_pton does; no host names, no leading zeros beyond three digits. */

import { cNumber } from './numbers.ts'

export function isIpv4(word: string): boolean {
  let dots = 0
  let digits = 0
  let value = 0
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i)
    if (c === 46) {
      if (digits === 0) return false
      dots++
      digits = 0
      value = 0
    } else if (c >= 48 && c <= 57) {
      // inet_pton refuses an octet that starts with a zero and goes on
      if (digits > 0 && value === 0) return false
      value = value * 10 + c - 48
      if (value > 255) return false
      digits++
    } else return false
  }
  return dots === 3 && digits > 0
}

export function isIpv6(word: string): boolean {
  const zone = word.indexOf('%')
  const end = zone < 0 ? word.length : zone
  let groups = 0
  let digits = 0
  let start = 0
  let gap = -1
  let colons = 0
  for (let i = 0; i <= end; i++) {
    const c = i < end ? word.charCodeAt(i) : COLON
    if (isHexDigit(c)) digits++
    else if (c === DOT) {
      // A dotted ending stands for two groups.
      if (i < start || colons === 0 || !isIpv4(word.slice(start, end))) return false
      groups += 2
      break
    } else if (c !== COLON) return false
    else {
      if (digits > 4) return false
      if (digits > 0) groups++
      else if (i === end) {
        // Nothing stands behind the last colon: it must be the second of two.
        if (gap !== end - 2) return false
      } else if (i > 0 && word.charCodeAt(i - 1) === COLON) {
        if (gap >= 0) return false
        gap = i - 1
      } else if (i > 0 || word.charCodeAt(1) !== COLON) return false
      if (i < end) colons++
      digits = 0
      start = i + 1
    }
  }
  return colons > 0 && (gap >= 0 ? groups < 8 : groups === 8)
}

const DOT = 0x2e
const COLON = 0x3a

const isHexDigit = (c: number): boolean => (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66)

/** A group address, of any scope or (if IPv6) of link-local scope. */
export const MULTICAST = {
  any: '^(?:22[4-9]|23\\d)\\.|^[fF][fF]..:',
  'link-local': '^(?:22[4-9]|23\\d)\\.|^[fF][fF].2:',
} as const

export const isMulticast = (word: string, scope: keyof typeof MULTICAST): boolean => new RegExp(MULTICAST[scope]).test(word)

export const isIp = (word: string): boolean => isIpv4(word) || isIpv6(word)

/** An address with or without `/length`. */
export function isCidr(word: string): boolean {
  const slash = word.indexOf('/')
  if (slash < 0) return isIp(word)
  const length = word.slice(slash + 1)
  const address = word.slice(0, slash)
  if (!/^\d{1,3}$/.test(length)) return false
  return isIpv4(address) ? Number(length) <= 32 : isIpv6(address) && Number(length) <= 128
}

/** `10.0.0.1`, `10.0.0.1-20`, `10.0.0.1-10.0.0.20`, `10.0.0.0/24` and the IPv6 forms (`-N` is hexadecimal there). */
export function isRange(word: string): boolean {
  const dash = word.indexOf('-')
  if (dash < 0) return isCidr(word)
  const from = word.slice(0, dash)
  const to = word.slice(dash + 1)
  if (isIpv4(from)) return isIpv4(to) || (/^\d{1,3}$/.test(to) && Number(to) <= 255)
  return isIpv6(from) && (isIpv6(to) || /^[0-9a-fA-F]{1,4}$/.test(to))
}

/** The 128 bits of an address: those of IPv4 stand at the end. */
function bitsOf(address: string): bigint {
  if (isIpv4(address)) return address.split('.').reduce((bits, octet) => bits * 256n + BigInt(octet), 0n)
  return sameAddress(address.replace(/%.*$/, ''))
    .split(':')
    .reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n)
}

/**
 * A range ends behind its start (two whole addresses may be the same), and an address with a mask has no bits beside it: what keepalived takes of
 * the words that `isRange` does (alloc_vsg_entry).
 *
 * @example isAscending('10.0.0.5-4') // false
 */
export function isAscending(word: string): boolean {
  const dash = word.indexOf('-')
  if (dash >= 0) {
    const [from, to] = [word.slice(0, dash), word.slice(dash + 1)]
    if (from.includes('%')) return false
    if (isIp(to)) return bitsOf(to) >= bitsOf(from)
    return isIpv4(from) ? Number(to) > Number(bitsOf(from) & 255n) : BigInt(`0x${to}`) > (bitsOf(from) & 65535n)
  }
  const slash = word.indexOf('/')
  const address = slash < 0 ? word : word.slice(0, slash)
  if (address.includes('%')) return false
  if (slash < 0) return true
  const length = Number(word.slice(slash + 1))
  const hostBits = BigInt((isIpv4(address) ? 32 : 128) - length)
  return length > 0 && (bitsOf(address) & ((1n << hostBits) - 1n)) === 0n
}

/** An address in one to four numbers, of any base, the last of which fills what is left (inet_aton); undefined when it is none. */
export function atonAddress(word: string): string | undefined {
  const parts = word.split('.').map(cNumber)
  const last = parts.at(-1)
  if (parts.length > 4 || last === undefined || /[+\s-]/.test(word)) return undefined
  if (parts.slice(0, -1).some((part) => part === undefined || part > 255n)) return undefined
  const rest = 5 - parts.length
  if (last >= 1n << BigInt(8 * rest)) return undefined
  const octets = Array.from({ length: rest }, (_, i) => (last >> BigInt(8 * (rest - 1 - i))) & 255n)
  return [...parts.slice(0, -1), ...octets].join('.')
}

/** A mask as IPv4 takes it, in any form of an address; a number of it may be meant as a prefix length. */
export const isNetmask = (word: string): boolean => atonAddress(word) !== undefined

/** The same text for the same address: IPv6 without leading zeros, with all its groups. */
export function sameAddress(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string | undefined): readonly string[] =>
    part === undefined || part === '' ? [] : part.split(':').flatMap(inGroups)
  const before = groups(head)
  const after = groups(tail)
  const between = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...between, ...after].join(':')
}

/** One group, or the two of a dotted ending. */
function inGroups(group: string): readonly string[] {
  if (!group.includes('.')) return [group.startsWith('0') ? group.replace(/^0+(?=.)/, '') : group]
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
}

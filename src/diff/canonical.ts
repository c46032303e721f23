import { unroll } from '../json/groups.ts'
import { isIpv4, isIpv6 } from '../schema/addresses.ts'
import type { Arg, ArgType } from '../schema/row.ts'

/**
 * One spelling of an address: IPv6 in lower case, eight groups without leading zeros. Another word is itself.
 *
 * @example canonicalAddress('::1') === canonicalAddress('0:0::0001') // true
 */
export function canonicalAddress(word: string): string {
  if (!word.includes(':') || !isIpv6(word)) return word
  const zone = word.indexOf('%')
  const address = (zone < 0 ? word : word.slice(0, zone)).toLowerCase()
  const [head = '', tail] = address.split('::')
  const left = groupsOf(head)
  const right = tail === undefined ? [] : groupsOf(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const all = tail === undefined ? left : [...left, ...zeros, ...right]
  return `${all.join(':')}${zone < 0 ? '' : word.slice(zone)}`
}

/** The last 32 bits may be written as an IPv4 address. */
const groupsOf = (part: string): readonly string[] =>
  part === ''
    ? []
    : part.split(':').flatMap((group) => {
        if (!group.includes('.')) return [group.replace(/^0+(?=.)/, '')]
        const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
        return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
      })

/** A prefix of the whole address is the same as none. */
function canonicalCidr(word: string): string {
  const slash = word.indexOf('/')
  if (slash < 0) return canonicalAddress(word)
  const address = canonicalAddress(word.slice(0, slash))
  const length = Number(word.slice(slash + 1))
  return length === (address.includes(':') ? 128 : 32) ? address : `${address}/${length}`
}

/** `10.0.0.1-20` and `10.0.0.1-10.0.0.20` are one range. */
function canonicalRange(word: string): string {
  const dash = word.indexOf('-')
  if (dash < 0) return canonicalCidr(word)
  const from = canonicalAddress(word.slice(0, dash))
  const to = word.slice(dash + 1)
  if (isIpv4(from) && /^\d{1,3}$/.test(to)) return `${from}-${from.slice(0, from.lastIndexOf('.') + 1)}${Number(to)}`
  if (!isIpv6(from) || to.includes(':')) return `${from}-${canonicalAddress(to)}`
  return `${from}-${from.slice(0, from.lastIndexOf(':') + 1)}${to.toLowerCase().replace(/^0+(?=.)/, '')}`
}

/** `255.255.255.0` and `24` are one mask. */
function canonicalMask(word: string): string {
  if (!isIpv4(word)) return word
  const bits = word.split('.').reduce((sum, octet) => sum + Number(octet).toString(2).padStart(8, '0'), '')
  return /^1*0*$/.test(bits) ? String(bits.replaceAll('0', '').length) : word
}

const lower = (word: string): string => word.toLowerCase()

/** Words that may be spelled in several ways. Numbers, switches and words of an enumeration are of one spelling in the model. */
const CANONICAL: Partial<Record<ArgType, (word: string) => string>> = {
  ip: canonicalAddress,
  ipv6: canonicalAddress,
  host: canonicalAddress,
  'ip-cidr': canonicalCidr,
  'ipv4-cidr': canonicalCidr,
  'ip-range': canonicalRange,
  netmask: canonicalMask,
  mac: lower,
  hex: lower,
}

/** The value of one word as a text that is the same for every spelling. */
export function canonicalWord(value: unknown, arg: Arg | undefined): string {
  if (typeof value !== 'string') return String(value)
  const spelling = arg === undefined ? undefined : CANONICAL[arg.type]
  return JSON.stringify(spelling === undefined ? value : spelling(value))
}

/** Deepest value that is compared; the values of the model are as deep as the keyword table. */
const DEEPEST = 50

/**
 * Any value as a text in which the order of keys does not matter.
 *
 * @param argOf - what the table says of the words under a key.
 */
export function canonicalValue(value: unknown, argOf: (key: string) => Arg | undefined, key = '', depth = 0): string {
  if (typeof value !== 'object' || value === null) return canonicalWord(value, argOf(key))
  if (depth > DEEPEST) return '…'
  if (Array.isArray(value)) return `[${value.map((one) => canonicalValue(one, argOf, key, depth + 1)).join()}]`
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalValue(inner, argOf, name, depth + 1)}`)
  return `{${parts.sort().join()}}`
}

/** A value in words: an object may be made so that `String` throws. */
export const wordsOf = (value: unknown): string =>
  typeof value === 'object' ? canonicalValue(value, () => undefined) : String(value)

/** Addresses of entries of a group, ranges unrolled: what the group holds, however it is written. */
export function contentOf(entries: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const entry of entries) {
    const { address, ...rest } = (typeof entry === 'object' && entry !== null ? entry : { address: entry }) as Record<
      string,
      unknown
    >
    const behind = canonicalValue(rest, () => undefined)
    if (typeof address === 'string') for (const one of unroll(address)) found.add(`${canonicalAddress(one)} ${behind}`)
    else found.add(`${wordsOf(address)} ${behind}`)
  }
  return found
}

export const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one))

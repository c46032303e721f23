/** Reading of addresses as inet_pton does; no host names, no leading zeros beyond three digits. */

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
  const address = zone < 0 ? word : word.slice(0, zone)
  if (!address.includes(':') || !/^[0-9a-fA-F:.]+$/.test(address)) return false
  const halves = address.split('::')
  if (halves.length > 2) return false
  let groups = 0
  for (const [h, half] of halves.entries()) {
    if (half === '') continue
    const parts = half.split(':')
    for (const [i, part] of parts.entries()) {
      if (part.includes('.')) {
        const isLast = i === parts.length - 1 && h === halves.length - 1
        if (!isLast || !isIpv4(part)) return false
        groups += 2
      } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups += 1
      else return false
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8
}

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

/** A dotted mask, or a prefix length. */
export const isNetmask = (word: string): boolean => isIpv4(word) || (/^\d{1,3}$/.test(word) && Number(word) <= 128)

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
  const [a, b, c, d] = group.split('.').map(Number)
  if (d === undefined) return [group.replace(/^0+(?=.)/, '')]
  return [((a as number) * 256 + (b as number)).toString(16), ((c as number) * 256 + d).toString(16)]
}

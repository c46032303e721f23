/** The address of `address/length`, without its length. */
export const bareAddress = (word: string): string => {
  const slash = word.indexOf('/')
  return slash < 0 ? word : word.slice(0, slash)
}

/** Addresses are of IPv6 by their colon, as everywhere in keepalived. */
export const isSix = (word: string): boolean => word.includes(':')

/** The length of a prefix as written, or that of the whole address. */
export function prefixLength(word: string): number {
  const slash = word.indexOf('/')
  return slash < 0 ? (isSix(word) ? 128 : 32) : Number(word.slice(slash + 1))
}

/** One spelling of an address, to compare it with others: IPv6 in eight groups without leading zeros. */
export function addressKey(word: string): string {
  const address = bareAddress(word).toLowerCase()
  if (!isSix(address)) return address
  const [left = '', right] = address.split('::')
  const before = groupsOf(left)
  const after = groupsOf(right ?? '')
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...(right === undefined ? [] : zeros), ...after].join(':')
}

/** An IPv4 address at the end is two groups. */
const groupsOf = (half: string): readonly string[] =>
  (half === '' ? [] : half.split(':')).flatMap((group) => {
    if (!group.includes('.')) return [group.replace(/^0+(?=.)/, '')]
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
    return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
  })

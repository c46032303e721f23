import { sameAddress } from '../schema/addresses.ts'

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

/** One spelling of an address, to compare it with others. */
export const addressKey = (word: string): string => sameAddress(bareAddress(word).toLowerCase())

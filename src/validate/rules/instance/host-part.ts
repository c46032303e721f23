import type { MutableBlock } from '../../../bind/model.ts'
import { isIpv4 } from '../../../schema/addresses.ts'
import { blocks } from '../../look.ts'
import type { Subject } from '../../rule.ts'

export const LISTS = ['virtual_ipaddress', 'virtual_ipaddress_excluded']

export interface Network {
  readonly address: number
  readonly first: number
  readonly last: number
}

export const toNumber = (address: string): number => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)

/** The network of an IPv4 address with a length that leaves room for a network and a broadcast address. */
export function networkOf(word: string): Network | undefined {
  const [text = '', length] = word.split('/')
  const bits = Number(length ?? 32)
  if (!isIpv4(text) || !(bits >= 1 && bits <= 30)) return undefined
  const address = toNumber(text)
  const size = 2 ** (32 - bits)
  const first = Math.floor(address / size) * size
  return { address, first, last: first + size - 1 }
}

/** The addresses of all instances. */
export function* entries({ vrrp }: Subject): Generator<MutableBlock> {
  for (const { block } of vrrp().instances) for (const list of LISTS) yield* blocks(block, list)
}

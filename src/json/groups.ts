import { isIpv4, isIpv6 } from '../schema/addresses.ts'
import type { Block } from './settings.ts'
import type { JsonObject } from './value.ts'

/** Most addresses that one range is unrolled to; a longer one stays as written. */
const MOST = 65_536

/**
 * A service by group as one object an address of the group, marks as one object a mark. Undefined when there is no such group.
 */
export function byAddress(service: JsonObject, groups: readonly Block[]): readonly JsonObject[] | undefined {
  const group = groups.find(({ name }) => name === service.group)
  if (group === undefined) return undefined
  const { vip: _vip, vport: _vport, group: _group, ...rest } = service
  const found: JsonObject[] = []
  for (const entry of (group.entries ?? []) as readonly (string | Block)[]) {
    const { address, port, fwmark }: Block = typeof entry === 'string' ? { address: entry } : entry
    if (typeof fwmark === 'number') found.push({ vip: '', vport: 0, fwmark, ...rest })
    else if (typeof address === 'string') {
      for (const vip of unroll(address)) found.push({ vip, vport: typeof port === 'number' ? port : 0, ...rest })
    }
  }
  return found
}

/**
 * The addresses of a range: `10.0.0.1-20`, `10.0.0.1-10.0.0.20`, `2001:db8::1-ff`. What is no range, or a backward or an overlong one, stays one word.
 *
 * @example unroll('10.0.0.1-3') // ['10.0.0.1', '10.0.0.2', '10.0.0.3']
 */
export function unroll(range: string): readonly string[] {
  const dash = range.indexOf('-')
  if (dash < 0) return [range]
  const from = range.slice(0, dash)
  const to = range.slice(dash + 1)
  if (isIpv4(from)) {
    const first = ipv4Number(from)
    const last = isIpv4(to) ? ipv4Number(to) : /^\d{1,3}$/.test(to) ? (first & ~255) + Number(to) : -1
    return numbers(first >>> 0, last >>> 0, range, (n) => `${n >>> 24}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`)
  }
  const colon = from.lastIndexOf(':')
  const tail = from.slice(colon + 1)
  if (!isIpv6(from) || tail.includes('.') || !/^[0-9a-fA-F]{1,4}$/.test(to)) return [range]
  return numbers(
    Number.parseInt(tail || '0', 16),
    Number.parseInt(to, 16),
    range,
    (n) => from.slice(0, colon + 1) + n.toString(16),
  )
}

const ipv4Number = (address: string): number => address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0) | 0

function numbers(first: number, last: number, range: string, name: (n: number) => string): readonly string[] {
  const count = last - first + 1
  return count < 1 || count > MOST ? [range] : Array.from({ length: count }, (_, i) => name(first + i))
}

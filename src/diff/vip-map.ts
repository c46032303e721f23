import { isIpv4, isIpv6 } from '../schema/addresses.ts'
import { canonicalAddress } from './canonical.ts'
import { COMMANDS_WITH_VIP } from './identity.ts'

export type VipMap =
  | { readonly ok: true; readonly vips: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly why: string }

/**
 * A list of old and new addresses as CSV: columns 2 and 3 of lines with three or more, else columns 1 and 2; quotes may stand around a column. Lines
 * without an address in either column (a heading, an empty one) are passed over; one address alone, or an old one with two new ones, is an answer why not.
 *
 * @example readVipMap('"1","10.0.0.1","10.9.0.1"\n') // { ok: true, vips: Map { '10.0.0.1' → '10.9.0.1' } }
 */
export function readVipMap(csv: string): VipMap {
  const vips = new Map<string, string>()
  for (const [index, line] of csv
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const columns = columnsOf(line)
    const [from = '', to = ''] = columns.length > 2 ? columns.slice(1) : columns
    if (!isAddress(from) && !isAddress(to)) continue
    if (!isAddress(from) || !isAddress(to)) return { ok: false, why: `line ${index + 1} has one address where two belong` }
    const known = vips.get(canonicalAddress(from))
    if (known !== undefined && canonicalAddress(known) !== canonicalAddress(to)) {
      return { ok: false, why: `line ${index + 1} gives ${from} a second new address` }
    }
    vips.set(canonicalAddress(from), to)
  }
  return vips.size === 0 ? { ok: false, why: 'it holds no pair of addresses' } : { ok: true, vips }
}

/** A separator between quotes separates nothing. */
const columnsOf = (line: string): readonly string[] =>
  [...line.trim().matchAll(/(?:^|[,;\t])[ ]*(?:"([^"]*)"[ ]*|([^,;\t]*))/g)].map(([, quoted, plain = '']) =>
    (quoted ?? plain).trim(),
  )

const isAddress = (word: string): boolean => isIpv4(word) || isIpv6(word)

type Block = Readonly<Record<string, unknown>>

/** Lists with addresses of services, by where they stand: key of the block, key of the list. */
const LISTS: readonly (readonly [string, string])[] = [
  ['virtual_server_group', 'entries'],
  ['vrrp_instance', 'virtual_ipaddress'],
  ['vrrp_instance', 'virtual_ipaddress_excluded'],
]

export interface Mapped {
  readonly model: Block
  /** Which virtual servers have an address that the map lacks. */
  readonly unmapped: readonly number[]
}

/** A model with the addresses of its services replaced, also in the commands that name them. What is given is not changed; list places stay. */
export function mapVips(model: Block, vips: ReadonlyMap<string, string>): Mapped {
  const byAddress = new Map([...vips].map(([from, to]) => [canonicalAddress(from), to]))
  const unmapped: number[] = []
  const word = (value: unknown): unknown => {
    if (typeof value !== 'string') return value
    const slash = value.indexOf('/')
    const to = byAddress.get(canonicalAddress(slash < 0 ? value : value.slice(0, slash)))
    return to === undefined ? value : slash < 0 ? to : `${to}${value.slice(slash)}`
  }
  const service = (block: Block, index: number): Block => {
    const mapped: Record<string, unknown> = { ...block }
    for (const key of ['address', 'vip']) {
      const value = block[key]
      if (typeof value !== 'string') continue
      if (isAddress(value) && !byAddress.has(canonicalAddress(value))) unmapped.push(index)
      mapped[key] = word(value)
    }
    for (const key of COMMANDS_WITH_VIP) if (key in block) mapped[key] = inCommand(block[key], byAddress)
    return mapped
  }
  const copy: Record<string, unknown> = { ...model }
  copy.virtual_server = eachOf(model.virtual_server, service)
  for (const [outer, list] of LISTS) {
    copy[outer] = eachOf(copy[outer], (block) => (list in block ? { ...block, [list]: mapEntries(block[list], word) } : block))
  }
  for (const key of Object.keys(copy)) if (copy[key] === undefined) delete copy[key]
  return { model: copy, unmapped }
}

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const eachOf = (list: unknown, change: (block: Block, index: number) => Block): unknown =>
  Array.isArray(list) ? list.map((one, index) => (isBlock(one) ? change(one, index) : one)) : list

const mapEntries = (list: unknown, word: (value: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map((one) => (isBlock(one) ? { ...one, address: word(one.address) } : word(one))) : list

/** Addresses among the words of a command: `ip addr add 10.0.0.1/32 dev lo`. */
function inCommand(value: unknown, byAddress: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return value.replace(/[\da-fA-F.:]+/g, (found) => byAddress.get(canonicalAddress(found)) ?? found)
  }
  if (Array.isArray(value)) return value.map((one) => inCommand(one, byAddress))
  if (!isBlock(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inCommand(inner, byAddress)]))
}

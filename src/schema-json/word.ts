import { MULTICAST } from '../schema/addresses.ts'
import type { Arg, ArgType } from '../schema/row.ts'
import { mayBeZero } from '../schema/scalars.ts'
import {
  DNS_NAME,
  hexPattern,
  INT_RANGE,
  INTEGER,
  IPV4,
  IPV4_CIDR,
  IPV4_RANGE,
  IPV6,
  IPV6_CIDR,
  IPV6_RANGE,
  MAC,
  NETMASK,
  NO_ZONE,
  NUMERIC,
} from './patterns.ts'
import type { JsonSchema } from './types.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` })
const matching = (pattern: string, description: string): JsonSchema => ({ description, type: 'string', pattern })
const either = (description: string, ...members: readonly JsonSchema[]): JsonSchema => ({ description, anyOf: members })

/** Definitions that arguments refer to, by the name of the definition. */
export const WORD_DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  Ipv4Address: matching(IPV4, 'An IPv4 address.'),
  Ipv6Address: matching(IPV6, 'An IPv6 address.'),
  IpAddress: either('An IPv4 or IPv6 address.', ref('Ipv4Address'), ref('Ipv6Address')),
  Ipv4Cidr: matching(IPV4_CIDR, 'An IPv4 address, with or without a prefix length.'),
  Ipv6Cidr: matching(IPV6_CIDR, 'An IPv6 address, with or without a prefix length.'),
  IpCidr: either('An IP address, with or without a prefix length.', ref('Ipv4Cidr'), ref('Ipv6Cidr')),
  IpRange: either(
    'An IP address or a range of addresses: `10.0.0.1-20`, `10.0.0.1-10.0.0.20`, `10.0.0.0/24` (the number of an IPv6 range is hexadecimal).',
    { type: 'string', pattern: IPV4_RANGE },
    { type: 'string', pattern: IPV6_RANGE },
  ),
  Netmask: matching(NETMASK, 'A dotted mask, or for IPv6 a prefix length.'),
  MacAddress: matching(MAC, 'A MAC address.'),
  DnsName: matching(DNS_NAME, 'A domain name without an empty label.'),
}

/** The definition of an argument type. */
const DEFINED: Readonly<Partial<Record<ArgType, string>>> = {
  ip: 'IpAddress',
  ipv4: 'Ipv4Address',
  ipv6: 'Ipv6Address',
  'ip-cidr': 'IpCidr',
  'ipv4-cidr': 'Ipv4Cidr',
  'ip-range': 'IpRange',
  netmask: 'Netmask',
  mac: 'MacAddress',
  'dns-name': 'DnsName',
}

/** A value that stands for one word: what `scalarCheck` of the codecs accepts. */
export function wordSchema(arg: Arg): JsonSchema {
  switch (arg.type) {
    case 'int':
      return { type: 'integer', ...limits(arg) }
    case 'decimal':
      return { type: 'number', ...limits(arg) }
    case 'port':
      return portSchema(arg)
    case 'bool':
      return { type: 'boolean' }
    case 'flag':
      return { const: true }
    case 'enum':
      return enumSchema(arg)
    case 'hex':
      return { type: 'string', pattern: hexPattern(arg) }
    case 'int-range':
      return { type: 'string', pattern: INT_RANGE }
    default: {
      const name = DEFINED[arg.type]
      if (name === undefined) return { type: 'string', ...(arg.pattern === undefined ? {} : { pattern: arg.pattern }) }
      const more = [
        ...(arg.exact === true || arg.type === 'ip' ? [NO_ZONE] : []),
        ...(arg.multicast === undefined ? [] : [MULTICAST[arg.multicast]]),
      ]
      const address: JsonSchema =
        more.length === 0
          ? ref(name)
          : { allOf: [ref(name), ...more.map((pattern): JsonSchema => ({ type: 'string', pattern }))] }
      return arg.enum === undefined ? address : { anyOf: [address, { type: 'string', enum: arg.enum }] }
    }
  }
}

const limits = ({ min, max }: Arg): JsonSchema => ({
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
})

/** An optional port of 0 means the same as none. */
function portSchema(arg: Arg): JsonSchema {
  const { min = 0, max = 65535 } = arg
  const range: JsonSchema = { type: 'integer', minimum: mayBeZero(arg) && min === 1 ? 0 : min, maximum: max }
  return mayBeZero(arg) && min > 1 ? { anyOf: [{ const: 0 }, range] } : range
}

function enumSchema(arg: Arg): JsonSchema {
  const words: JsonSchema = { type: 'string', enum: arg.enum ?? [] }
  const members: JsonSchema[] = arg.enum === undefined ? [] : [words]
  // Known words beside any word: editors offer them. A number stands as one, not as a text.
  if (arg.unchecked === true) {
    const number = arg.number === 'c-wrapped' ? NUMERIC : INTEGER
    members.push(arg.min === undefined ? { type: 'string' } : { type: 'string', not: { pattern: number } })
  }
  if (arg.min !== undefined) members.push({ type: 'integer', ...limits(arg) })
  const [only] = members
  return only !== undefined && members.length === 1 ? only : { anyOf: members }
}

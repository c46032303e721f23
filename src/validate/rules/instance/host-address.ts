import type { MutableBlock } from '../../../bind/model.ts'
import { isIpv4 } from '../../../schema/addresses.ts'
import { blocks, entrySpan, headerSpan, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { instance } from './examples.ts'

const LISTS = ['virtual_ipaddress', 'virtual_ipaddress_excluded']

interface Network {
  readonly address: number
  readonly first: number
  readonly last: number
}

const toNumber = (address: string): number => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)

const toText = (address: number): string => [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.')

/** The network of an IPv4 address with a length that leaves room for a network and a broadcast address. */
function networkOf(word: string): Network | undefined {
  const [text = '', length] = word.split('/')
  const bits = Number(length ?? 32)
  if (!isIpv4(text) || !(bits >= 1 && bits <= 30)) return undefined
  const address = toNumber(text)
  const size = 2 ** (32 - bits)
  const first = Math.floor(address / size) * size
  return { address, first, last: first + size - 1 }
}

/** An address that stands for a network or for all of its hosts. */
export const hostAddress: Rule = {
  code: 'vrrp/not-a-host-address',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'accepted',
  message: (word, why) => `\`${word}\` is ${why} of its network, not the address of a host`,
  consequence: () => 'it is added as it stands; other hosts will not talk to it',
  help: () => 'Write another address, or another length.',
  reported: false,
  explanation:
    'The first address of an IPv4 network names the network, the last one is for broadcasts, unless its length is 31 or 32. keepalived adds them without a word.',
  bad: instance('', { address: '192.0.2.255/24' }),
  good: instance('', { address: '192.0.2.255/23' }),
  check(subject, report) {
    for (const entry of entries(subject)) {
      const word = textOf(entry, 'address') ?? ''
      const network = networkOf(word)
      if (network === undefined) continue
      const { address, first, last } = network
      if (address === first) report({ ...entrySpan(subject, entry), data: [word, 'the name'] })
      else if (address === last) report({ ...entrySpan(subject, entry), data: [word, 'the broadcast address'] })
    }
  },
}

/** A broadcast address that is none of the network. */
export const broadcastMismatch: Rule = {
  code: 'vrrp/broadcast-mismatch',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'misread',
  message: (broadcast, word) => `\`${broadcast}\` is not the broadcast address of \`${word}\``,
  consequence: () => 'it is set as it stands: what is sent to it goes to all hosts, or to none',
  help: (_broadcast, _word, right) => `Write \`brd ${right}\`, or leave it out.`,
  reported: false,
  explanation:
    'The broadcast address is the last one of the network. A slip, such as the address itself, makes the host send its own packets to everybody.',
  bad: instance('', { address: '192.0.2.104/24 brd 192.0.2.104' }),
  good: instance('', { address: '192.0.2.104/24 brd 192.0.2.255' }),
  check(subject, report) {
    for (const entry of entries(subject)) {
      const word = textOf(entry, 'address') ?? ''
      const broadcast = textOf(entry, 'broadcast') ?? ''
      const network = isIpv4(broadcast) ? networkOf(word) : undefined
      if (network === undefined || toNumber(broadcast) === network.last) continue
      report({ ...headerSpan(subject, entry), data: [broadcast, word, toText(network.last)] })
    }
  },
}

/** The addresses of all instances. */
function* entries({ vrrp }: Subject): Generator<MutableBlock> {
  for (const { block } of vrrp().instances) for (const list of LISTS) yield* blocks(block, list)
}

import type { MutableBlock } from '../../../bind/model.ts'
import { isSix, prefixLength } from '../../address-key.ts'
import { ADDRESS_LISTS } from '../../entries.ts'
import { textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { entryRule } from './cases.ts'
import { addressLine } from './examples.ts'

const addressOf = (entry: MutableBlock): string => textOf(entry, 'address') ?? ''
const isIpv6 = (entry: MutableBlock): boolean => isSix(addressOf(entry))
const hasPeer = (entry: MutableBlock): boolean => textOf(entry, 'peer') !== undefined
const BROADCAST = ['broadcast', 'brd']
const ONLY_4 = 'Leave it out, or use an IPv4 address.'

/** V060 to V065: alloc_ipaddress. */
export const addressOptions: Rule = entryRule({
  code: 'address/options',
  lists: ADDRESS_LISTS,
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'broadcast, scope and label are for IPv4; a peer stands in the place of the prefix and of the broadcast address, and is of the same family. keepalived reports the first clash of a line and drops what does not fit.',
  bad: addressLine('192.0.2.10 peer 192.0.2.11 brd 192.0.2.255'),
  good: addressLine('192.0.2.10 peer 192.0.2.11'),
  cases: [
    {
      at: BROADCAST,
      holds: (entry) => isIpv6(entry) && entry.broadcast !== undefined,
      fact: 'an IPv6 address has no broadcast address',
      outcome: 'the whole address is dropped',
      help: ONLY_4,
    },
    {
      at: ['peer'],
      holds: (entry) => hasPeer(entry) && isSix(textOf(entry, 'peer') as string) !== isIpv6(entry),
      fact: 'the peer is of another family than the address',
      outcome: 'the peer is dropped, the address is used',
      help: 'Give a peer of the same family.',
    },
    {
      at: ['peer'],
      holds: (entry) => hasPeer(entry) && prefixLength(addressOf(entry)) !== (isIpv6(entry) ? 128 : 32),
      fact: 'an address with a peer has no prefix length of its own',
      outcome: 'the length is replaced by that of the whole address',
      help: 'Write the address without `/length`.',
    },
    {
      at: BROADCAST,
      holds: (entry) => hasPeer(entry) && entry.broadcast !== undefined,
      fact: '`broadcast` and `peer` exclude each other',
      outcome: 'the broadcast address is dropped',
      help: 'Keep one of them.',
    },
    {
      at: BROADCAST,
      holds: (entry) => /^[-+]$/.test(textOf(entry, 'broadcast') ?? '') && prefixLength(addressOf(entry)) > 30,
      fact: 'a prefix of more than 30 bits has no broadcast address',
      outcome: 'there is no broadcast address',
      help: 'Write the length of the subnet behind the address: `192.0.2.10/24`.',
    },
    {
      at: ['scope'],
      holds: (entry) => isIpv6(entry) && ![undefined, 'global', 0].includes(entry.scope as string),
      fact: 'an IPv6 address takes no scope',
      outcome: 'the scope is dropped',
      help: ONLY_4,
    },
    {
      at: ['label'],
      holds: (entry) => isIpv6(entry) && entry.label !== undefined,
      fact: 'an IPv6 address takes no label',
      outcome: 'the label is dropped',
      help: ONLY_4,
    },
  ],
})

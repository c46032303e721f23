import { entrySpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instance } from './examples.ts'
import { entries, networkOf } from './host-part.ts'

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

import { isIpv4 } from '../../../schema/addresses.ts'
import { headerSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instance } from './examples.ts'
import { entries, networkOf, toNumber } from './host-part.ts'

const toText = (address: number): string => [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.')

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

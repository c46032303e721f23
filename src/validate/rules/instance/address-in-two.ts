import { entryPlaces, headerSpan, keywordAt, keywordSpan, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { instance } from './examples.ts'

const LISTS = ['virtual_ipaddress', 'virtual_ipaddress_excluded']

/** One address on one interface is moved by one instance. keepalived does not compare instances. */
export const addressInTwo: Rule = {
  code: 'vrrp/address-in-two-instances',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'misread',
  message: (address, other) => `\`${other}\` moves the address \`${address}\` as well`,
  consequence: () => 'when one instance steps back it takes the address away from the other, and nobody notices',
  help: () => 'Leave it in one of them.',
  reported: false,
  explanation:
    'Each instance adds its addresses on becoming master and removes them when it steps back, without a look at the others. An address of two instances is lost as soon as one of them changes.',
  bad: instance() + instance('', { name: 'VI_2', vrid: 52 }),
  good: instance() + instance('', { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }),
  check(subject, report) {
    const owners = new Map<string, Instance>()
    for (const one of subject.vrrp().instances) {
      if (!one.isCertain || one.block.vrf !== undefined) continue
      for (const list of LISTS) {
        for (const { address, link } of addressesOf(one, list)) {
          const key = `${address} ${link}`
          const other = owners.get(key)
          if (other === undefined) owners.set(key, one)
          else if (other !== one) {
            const related = LISTS.flatMap((where) => entrySpan(subject, other, where, address)).slice(0, 1)
            report({
              ...(entrySpan(subject, one, list, address)[0] ?? headerSpan(subject, one.block)),
              data: [address, other.name],
              related: related.map((span) => ({ ...span, message: 'the other one' })),
            })
          }
        }
      }
    }
  },
}

const bare = (address: string): string => address.replace(/\/.*$/, '').toLowerCase()

function* addressesOf({ block, interface: link }: Instance, list: string) {
  const entries = block[list]
  if (!Array.isArray(entries)) return
  for (const entry of entries) {
    const address = textOf(entry, 'address')
    if (address !== undefined) yield { address: bare(address), link: textOf(entry, 'dev') ?? link ?? '' }
  }
}

const entrySpan = (subject: Subject, { block }: Instance, list: string, address: string) =>
  [...entryPlaces(subject, block, list)]
    .filter((place) => bare(keywordAt(subject, place)) === address)
    .map((place) => keywordSpan(subject, place))

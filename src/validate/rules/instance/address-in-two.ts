import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, entrySpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
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
    const owners = new Map<string, Owned>()
    for (const one of subject.vrrp().instances) {
      if (!one.isCertain || one.block.vrf !== undefined) continue
      for (const entry of LISTS.flatMap((list) => blocks(one.block, list))) {
        const address = bare(textOf(entry, 'address') ?? '')
        const key = `${address} ${textOf(entry, 'dev') ?? one.interface ?? ''}`
        const other = owners.get(key)
        if (other === undefined) owners.set(key, { one, entry })
        else if (other.one !== one) {
          const related = [{ ...entrySpan(subject, other.entry), message: 'the other one' }]
          report({ ...entrySpan(subject, entry), data: [address, other.one.name], related })
        }
      }
    }
  },
}

const bare = (address: string): string => address.replace(/\/.*$/, '').toLowerCase()

interface Owned {
  readonly one: Instance
  readonly entry: MutableBlock
}

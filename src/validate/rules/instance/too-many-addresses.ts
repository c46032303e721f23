import { settingSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { authTypeOf, hasActiveKey } from './authentication.ts'
import { instanceRule } from './cases.ts'
import { instance, list } from './examples.ts'

const addresses = (count: number): string =>
  list('virtual_ipaddress', ...Array.from({ length: count }, (_, i) => `10.1.${Math.floor(i / 250)}.${1 + (i % 250)}/16`))

/** What an advert counts in one byte, whatever fits. */
const MOST = 255

/** V163: vrrp_complete_instance. */
export const tooManyAddresses: Rule = instanceRule({
  code: 'vrrp/too-many-addresses',
  severity: 'error',
  effect: 'misread',
  message: (count, most) => `${count} virtual addresses, but an advert has room for ${most}`,
  consequence: () => 'the last ones are treated as excluded: they move, but the adverts do not name them',
  help: () => 'Put what does not fit into `virtual_ipaddress_excluded`, on all nodes.',
  reported: true,
  explanation:
    'An advert is one packet, no longer than the MTU of the interface, and counts its addresses in one byte. vrrp_complete_instance moves the surplus to the excluded addresses.',
  bad: instance(addresses(256), { address: '' }),
  good: instance(addresses(255), { address: '' }),
  each(one, report, _vrrp, subject) {
    const most = roomOf(one, subject)
    if (one.addresses.length <= most) return
    report({ ...settingSpan(subject, one.block, 'virtual_ipaddress'), data: [one.addresses.length, most] })
  },
})

/** The MTU of an interface is known from facts only; without an interface it is 1500. */
function roomOf({ block, family, version, strict, interface: link }: Instance, { facts }: Subject): number {
  const mtu = link === undefined ? 1500 : facts?.interfaces?.find(({ name }) => name === link)?.mtu
  if (mtu === undefined) return MOST
  const version2 = family === 4 && version === 2 ? 8 + (authTypeOf(block) === 'AH' && !strict ? 24 : 0) : 0
  const header = 14 + (family === 4 ? 20 : 40) + 8 + version2 + (hasActiveKey(block) ? 28 : 0)
  return Math.max(0, Math.min(MOST, Math.floor((mtu - header) / (family === 4 ? 4 : 16))))
}

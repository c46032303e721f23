import { isIp } from '../../../schema/addresses.ts'
import { bareAddress, isSix } from '../../address-key.ts'
import { wordsAt } from '../../entries.ts'
import type { Place } from '../../look.ts'
import { blocks, childPlaces, keywordAt, statementsIn, wordAt } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { instance } from './examples.ts'

/** Settings that fix the family of an instance, besides the addresses of its lists. */
const SETTINGS: ReadonlySet<string> = new Set(['mcast_src_ip', 'unicast_src_ip', 'mcast_dst_ip', 'use_ipvlan'])

/** V068: alloc_vrrp_vip. Excluded addresses may be of either family. */
export const otherAddressFamily: Rule = {
  code: 'address/other-family',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (address, family) => `\`${address}\` is not an IPv${family} address, as what fixed the family of the instance is`,
  consequence: () => 'the address is dropped',
  help: () => 'Move it to an instance of its own, or to `virtual_ipaddress_excluded`.',
  reported: true,
  explanation:
    'The first address of an instance, of whatever kind, fixes its family: an advert carries addresses of one family. Those of the other one are refused, but in virtual_ipaddress_excluded both may stand.',
  bad: instance('    virtual_ipaddress {\n        2001:db8::10/64\n    }\n'),
  good: instance('    virtual_ipaddress_excluded {\n        2001:db8::10/64\n    }\n'),
  check(subject, report) {
    for (const block of blocks(subject.model, 'vrrp_instance')) {
      // Most instances have addresses of one family: nothing to look for.
      const list = blocks(block, 'virtual_ipaddress')
      if (list.length === 0) continue
      let six: boolean | undefined
      for (const place of statementsIn(subject, block)) {
        const keyword = keywordAt(subject, place)
        if (keyword === 'virtual_ipaddress' || keyword === 'unicast_peer') {
          for (const line of childPlaces(subject, place)) {
            const first = wordsAt(subject, line)[0]
            if (first === undefined || !isAddress(first.text)) continue
            six ??= isSix(first.text)
            if (keyword === 'virtual_ipaddress' && isSix(first.text) !== six) {
              report({ ...first.span, data: [first.text, six ? 6 : 4] })
            }
          }
        } else if (SETTINGS.has(keyword)) six ??= familyOf(subject, place)
        else if (keyword === 'native_ipv6') six ??= true
      }
    }
  },
}

const isAddress = (word: string): boolean => isIp(bareAddress(word).replace(/-.*$/, ''))

function familyOf(subject: Subject, place: Place): boolean | undefined {
  for (let i = 0, word = wordAt(subject, place, 0); word !== undefined; word = wordAt(subject, place, ++i)) {
    if (isAddress(word)) return isSix(word)
  }
  return undefined
}

import type { MutableBlock } from '../../../bind/model.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { isIp } from '../../../schema/addresses.ts'
import { childPlaces, keywordAt, keywordSpan, type Place, statementsIn, wordAt, wordSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { type Family, familyOf } from '../../vrrp-instance.ts'
import { instance } from './examples.ts'

interface Address {
  readonly address: string
  readonly span: Span
}

/** Lists of addresses, and settings that are one, of an instance; all fix its family, and all but `use_ipvlan` must then have it. */
const LISTS: ReadonlySet<string> = new Set(['virtual_ipaddress', 'unicast_peer'])
const SETTINGS: ReadonlySet<string> = new Set(['mcast_src_ip', 'unicast_src_ip', 'mcast_dst_ip'])

/** The addresses of a statement of an instance, as far as they fix its family. */
export function addressesOf(subject: Subject, place: Place): readonly Address[] {
  const keyword = keywordAt(subject, place)
  if (SETTINGS.has(keyword)) return address(wordAt(subject, place, 0), () => wordSpan(subject, place, 0))
  if (keyword === 'use_ipvlan') {
    for (let i = 0, word = wordAt(subject, place, 0); word !== undefined; word = wordAt(subject, place, ++i)) {
      const found = address(word, () => wordSpan(subject, place, i))
      if (found.length > 0) return found
    }
  }
  if (!LISTS.has(keyword)) return []
  return childPlaces(subject, place).flatMap((entry) => address(keywordAt(subject, entry), () => keywordSpan(subject, entry)))
}

const address = (word: string | undefined, span: () => Span): readonly Address[] =>
  word !== undefined && isIp(word.replace(/[-/].*$/, '')) ? [{ address: word, span: span() }] : []

/** vrrp_srcip_handler, vrrp_mcast_dstip_handler, vrrp_ipvlan_handler, alloc_vrrp_unicast_peer. The virtual addresses have a rule of their own. */
export const otherFamily: Rule = {
  code: 'vrrp/other-family',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (word, family) => `\`${word}\` is not an IPv${family} address, as the ones above are`,
  consequence: () => 'it is reported and left out',
  help: () => 'Use one instance for each family, and a sync group for both.',
  reported: true,
  explanation:
    'The first address of an instance, of whatever kind, fixes its family. Peers, source address and multicast group of the other family are refused.',
  bad: instance('    mcast_src_ip 2001:db8::1\n    mcast_src_ip 192.0.2.1\n', { address: '2001:db8::10/64' }),
  good: instance('    mcast_src_ip 2001:db8::1\n', { address: '2001:db8::10/64' }),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      if (isMixed(block)) walk(subject, block, (span, word, family) => report({ ...span, data: [word, family] }))
    }
  },
}

/** Cheap: whether the instance has addresses of both families at all. */
function isMixed(block: MutableBlock): boolean {
  let four = false
  let six = block.native_ipv6 !== undefined
  for (const key in block) {
    if (!LISTS.has(key) && !SETTINGS.has(key) && key !== 'use_ipvlan') continue
    const value = block[key]
    for (const one of Array.isArray(value) ? value : [value]) {
      const word = typeof one === 'string' ? one : (one as MutableBlock | undefined)?.address
      if (typeof word !== 'string') continue
      if (word.includes(':')) six = true
      else four = true
    }
  }
  return four && six
}

function walk(subject: Subject, block: object, refuse: (span: Span, word: string, family: Family) => void): void {
  let family: Family | undefined
  for (const place of statementsIn(subject, block)) {
    const keyword = keywordAt(subject, place)
    if (keyword === 'native_ipv6' && family !== 4) family = 6
    for (const { address: word, span } of addressesOf(subject, place)) {
      family ??= familyOf(word)
      if (familyOf(word) !== family && keyword !== 'virtual_ipaddress') refuse(span, word, family)
    }
  }
}

import type { MutableBlock } from '../../../bind/model.ts'
import { isSix } from '../../address-key.ts'
import { type Entry, entriesEverywhere, optionSpan, ROUTE_LISTS, RULE_LISTS, wordsAt } from '../../entries.ts'
import type { Rule, Subject } from '../../rule.ts'
import { instanceWith } from './examples.ts'

/** What is known of the family of a line so far; `default` has none. */
type Family = 4 | 6 | undefined

interface Clash {
  readonly fact: string
  readonly help: string
}

type Step = (value: unknown, family: Family) => Family | Clash

const MIXED: Clash = { fact: 'the line mixes IPv4 and IPv6', help: 'Use one family in a line.' }
const LATE: Clash = {
  fact: '`default` has no family of its own, so it cannot stand behind a part that has one',
  help: 'Write the destination first.',
}

const only = (family: 4 | 6, what: string): Step => {
  const clash = { fact: `\`${what}\` is for IPv${family} only`, help: 'Leave it out.' }
  return (_value, known) => (known === undefined || known === family ? family : clash)
}

const familyOf = (word: string): Family => (/^[a-z]+$/.test(word) ? undefined : word === 'default6' || isSix(word) ? 6 : 4)

const address: Step = (value, known) => {
  const family = familyOf(String(value))
  return known === undefined || known === family ? family : MIXED
}

/** The family must be the same, and `default` counts as one of its own. */
const prefix: Step = (value, known) => {
  const family = familyOf(String(value))
  if (known === undefined || known === family) return family
  return family === undefined ? LATE : MIXED
}

const gateway: Step = (value, known) => {
  if (typeof value !== 'object' || value === null) return address(value, known)
  const { inet, inet6, address: word } = value as MutableBlock
  const said: Family = inet === true ? 4 : inet6 === true ? 6 : undefined
  return known !== undefined && said !== undefined && known !== said ? MIXED : address(word, said ?? known)
}

const from: Step = (value, known) => {
  const family = familyOf(String(value))
  return family !== 6 ? { fact: 'the source of a route is for IPv6 only', help: 'Use a rule instead.' } : address(value, known)
}

const hops: Step = (value, known) => {
  let family = known
  for (const hop of Array.isArray(value) ? (value as MutableBlock[]) : []) {
    for (const [key, inner] of Object.entries(hop)) {
      const step = key === 'via' ? gateway : key === 'realms' ? only(4, 'realms') : undefined
      if (step === undefined) continue
      const next = step(inner, family)
      if (typeof next === 'object') return next
      family = next
    }
  }
  return family
}

interface Part {
  readonly names: readonly string[]
  readonly step: Step
}

const ROUTE: Readonly<Record<string, Part>> = {
  inet: { names: ['inet'], step: only(4, 'inet') },
  inet6: { names: ['inet6'], step: only(6, 'inet6') },
  destination: { names: ['to'], step: prefix },
  src: { names: ['src'], step: address },
  via: { names: ['via', 'gw'], step: gateway },
  from: { names: ['from'], step: from },
  expires: { names: ['expires'], step: only(6, 'expires') },
  pref: { names: ['pref'], step: only(6, 'pref') },
  realms: { names: ['realms'], step: only(4, 'realms') },
  nexthop: { names: ['nexthop'], step: hops },
}

const RULE: Readonly<Record<string, Part>> = {
  inet: ROUTE.inet as Part,
  inet6: ROUTE.inet6 as Part,
  from: { names: ['from'], step: prefix },
  to: { names: ['to'], step: prefix },
  realms: ROUTE.realms as Part,
}

/** V072, V073, V083: alloc_route, parse_nexthops and alloc_rule read a line from left to right, and so does this; the model keeps the order. */
export const mixedFamilies: Rule = {
  code: 'route/mixed-families',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (fact) => fact as string,
  consequence: () => 'the whole line is dropped',
  help: (_fact, help) => help as string,
  reported: true,
  explanation:
    'The first part of a route or a rule that has a family fixes it for the line. default, any and all have none, and are refused behind such a part; expires, pref and the source of a route are for IPv6, realms for IPv4.',
  bad: instanceWith('virtual_routes', 'src 192.0.2.10 to default via 192.0.2.254 dev eth0'),
  good: instanceWith('virtual_routes', 'default src 192.0.2.10 via 192.0.2.254 dev eth0'),
  check(subject, report) {
    const walk = (parts: Readonly<Record<string, Part>>, { entry, place }: Entry): void => {
      let family: Family
      for (const [key, value] of Object.entries(entry)) {
        const part = Object.hasOwn(parts, key) ? (parts[key] as Part) : undefined
        const next = part?.step(value, family) ?? family
        if (typeof next !== 'object') family = next
        else {
          report({ ...spanOf(subject, place, part as Part, value), data: [next.fact, next.help] })
          return
        }
      }
    }
    for (const one of entriesEverywhere(subject, ROUTE_LISTS)) walk(ROUTE, one)
    for (const one of entriesEverywhere(subject, RULE_LISTS)) walk(RULE, one)
  },
}

/** A destination may stand without its word. */
function spanOf(subject: Subject, place: Entry['place'], { names }: Part, value: unknown): ReturnType<typeof optionSpan> {
  const words = wordsAt(subject, place)
  if (words.some(({ text }) => names.includes(text))) return optionSpan(subject, place, names)
  return words.find(({ text }) => text === value)?.span ?? optionSpan(subject, place, names)
}

import type { MutableBlock, UnknownStatement } from '../bind/model.ts'
import { nearest } from '../text/distance.ts'
import { blocks, isWritten, textOf } from './look.ts'
import type { Reading } from './rule.ts'

/** Health checkers of 1.2.2, as keywords of a real server. */
export const CHECKERS = ['TCP_CHECK', 'HTTP_GET', 'SSL_GET', 'SMTP_CHECK', 'MISC_CHECK'] as const

/**
 * The setting is there, misspelt, or may come from an include that was not followed. A rule about an absent setting asks this:
 * `lb_alog rr` is one finding, not two.
 */
export const isMeant = (block: MutableBlock, key: string): boolean =>
  isWritten(block, key) || (block.unknown !== undefined && isMeantIn(block.unknown, key))

const isMeantIn = (unknown: readonly UnknownStatement[], key: string): boolean =>
  unknown.slice(0, 200).some(({ keyword }) => keyword === 'include' || (keyword !== '' && nearest(keyword, [key]) !== undefined))

/** Which forwarding method applies; undefined when a word stands there that could not be read. NAT is the default of 1.2.2. */
export function methodOf(service: MutableBlock): string | undefined {
  const method = textOf(service, 'lb_kind')
  if (method !== undefined) return method
  return isMeant(service, 'lb_kind') || isMeant(service, 'lvs_method') ? undefined : 'NAT'
}

/** A real server has a checker, or an unknown block that may be meant as one. */
export const hasChecker = (server: MutableBlock): boolean =>
  CHECKERS.some((keyword) => isWritten(server, keyword)) ||
  server.unknown?.some(({ keyword, block }) => block !== undefined || keyword === 'include') === true

/** Blocks by their name; of two with one name the first, which 1.2.2 uses. */
export function byName(list: readonly MutableBlock[]): ReadonlyMap<string, MutableBlock> {
  const found = new Map<string, MutableBlock>()
  for (const block of list) {
    const name = textOf(block, 'name')
    if (name !== undefined && !found.has(name)) found.set(name, block)
  }
  return found
}

/** What is not found may stand in a file that could not be included: nothing can be said about undefined names. */
export const isIncomplete = ({ sources, model }: Reading): boolean => sources.findings.length > 0 || isWritten(model, 'include')

/** Entries of a group block. */
export const entriesOf = (group: MutableBlock): readonly unknown[] => (Array.isArray(group.entries) ? group.entries : [])

/** A mark stands alone, an address has its port. */
const isFwmark = (entry: unknown): boolean =>
  typeof entry === 'number' || (typeof entry === 'object' && entry !== null && 'fwmark' in entry)

/** The group serves firewall marks: some of its entries (or all of them) are marks. */
export const someFwmark = (group: MutableBlock): boolean => entriesOf(group).some(isFwmark)
export const onlyFwmarks = (group: MutableBlock): boolean => someFwmark(group) && entriesOf(group).every(isFwmark)

export const services = (subject: Reading): readonly MutableBlock[] => blocks(subject.model, 'virtual_server')

/** `first` was set before `second` in the block. Settings stand in the model in the order of the text. */
export function standsBefore(block: MutableBlock, first: string, second: string): boolean {
  for (const key in block) {
    if (key === first) return block[second] !== undefined
    if (key === second) return false
  }
  return false
}

/** Most comparisons of names in one run; where everything is misspelt no suggestion is worth a second of work. */
const MOST_COMPARISONS = 1_000_000

/** Finds the group with the nearest name, each name once. */
export function nearestGroup(groups: ReadonlyMap<string, MutableBlock>): (name: string) => string | undefined {
  const names = [...groups.keys()]
  const known = new Map<string, string | undefined>()
  let comparisons = 0
  return (name) => {
    if (known.has(name)) return known.get(name)
    comparisons += names.length
    const near = comparisons > MOST_COMPARISONS ? undefined : nearest(name, names)
    known.set(name, near)
    return near
  }
}

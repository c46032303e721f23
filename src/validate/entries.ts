import type { MutableBlock } from '../bind/model.ts'
import { originOf } from '../bind/origins.ts'
import type { Document } from '../cst/document.ts'
import { FIRST, field } from '../cst/statements.ts'
import { argumentTokens, wordText } from '../cst/words.ts'
import type { Span } from '../diagnostics/finding.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import { blocks, type Place } from './look.ts'
import type { Subject } from './rule.ts'

/** An entry of a list that could be read, and the line where it stands. */
export interface Entry {
  readonly entry: MutableBlock
  readonly place: Place
}

/** The entries of one list of a block that could be read, in order. */
export function* listEntries(subject: Subject, block: MutableBlock, key: string): Generator<Entry> {
  for (const entry of blocks(block, key)) {
    if (typeof entry !== 'object') continue
    const place = originOf(subject.origins, entry)
    if (place !== undefined) yield { entry, place }
  }
}

/** The same for a list at the top level and its counterparts in every instance. */
export function* entriesEverywhere(
  subject: Subject,
  lists: { readonly root?: string; readonly instance: readonly string[] },
): Generator<Entry> {
  if (lists.root !== undefined) yield* listEntries(subject, subject.model, lists.root)
  for (const block of blocks(subject.model, 'vrrp_instance')) {
    for (const key of lists.instance) yield* listEntries(subject, block, key)
  }
}

export const ADDRESS_LISTS = { root: 'static_ipaddress', instance: ['virtual_ipaddress', 'virtual_ipaddress_excluded'] }
export const ROUTE_LISTS = { root: 'static_routes', instance: ['virtual_routes'] }
export const RULE_LISTS = { root: 'static_rules', instance: ['virtual_rules'] }

export interface Word {
  readonly text: string
  readonly span: Span
}

/** All words of a line; the first one of an entry stands where a statement has its keyword. */
export function wordsAt(subject: Subject, { file, row }: Place): readonly Word[] {
  const document = subject.sources.documents[file] as Document
  const { tokens } = document
  const all = [field(document.statements, row, FIRST), ...argumentTokens(document, row)]
  return all.map((token) => ({
    text: wordText(document, token),
    span: { file, start: startOf(tokens, token), end: endOf(tokens, token) },
  }))
}

/** An option with its value: `dev eth0`. The last one of the line by any of its names; the whole line where there is none. */
export function optionSpan(subject: Subject, place: Place, names: readonly string[], values = 1): Span {
  const words = wordsAt(subject, place)
  const at = words.findLastIndex(({ text }) => names.includes(text))
  const first = words[Math.max(at, 0)] as Word
  const last = (at < 0 ? words.at(-1) : (words[at + values] ?? words.at(-1))) as Word
  return { ...first.span, end: last.span.end }
}

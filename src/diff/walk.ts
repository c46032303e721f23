import { lazy } from '../text/lazy.ts'
import { canonicalValue, contentOf, isSameSet, wordsOf } from './canonical.ts'
import type { Guide, Member } from './guide.ts'
import { ORDERED, TOLD_APART_BY } from './identity.ts'
import { isReordered, pairUp } from './pair.ts'
import type { At } from './report.ts'
import { type Block, isBlock } from './side.ts'
import { compareUnknown, type UnknownWalk } from './unknown.ts'

/** What the walk needs besides the two blocks. */
export interface Walk extends UnknownWalk {
  /** The groups of these names hold the same. */
  readonly isSameGroup: (keyword: string, left: string, right: string) => boolean
  /** The block as it was given, for its name: addresses of the old side are compared under their new name. */
  readonly given: (key: string, index: number) => unknown
}

/** Compares the settings of two blocks. Depth is that of the keyword tables, or of JSON, where a level costs a name. */
export function compareBlocks(
  walk: Walk,
  guide: Guide,
  left: Block,
  right: Block,
  at: At | undefined,
  header: Member['header'] = [],
): void {
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (key === 'unknown' || key === 'invalid' || header.some(({ name }) => name === key) || walk.isIgnored(key)) continue
    if (left[key] === undefined && right[key] === undefined) continue
    compareMember(walk, guide.member(key, left[key], right[key]), left[key], right[key], at)
  }
  if (left.unknown !== undefined || right.unknown !== undefined) compareUnknown(walk, left.unknown, right.unknown, at)
}

export function compareMember(walk: Walk, member: Member, left: unknown, right: unknown, up: At | undefined): void {
  const { key, kind } = member
  if (kind === 'blocks') compareList(walk, member, listOf(left), listOf(right), up)
  else if (kind === 'entries') compareEntries(walk, member, listOf(left), listOf(right), up)
  else if (kind === 'block' && (isBlock(left) || isBlock(right))) {
    const at: At = { up, key, title: () => key }
    if (isBlock(left) && isBlock(right)) compareBlocks(walk, member.inside, left, right, at)
    else walk.say({ kind: left === undefined ? 'added' : right === undefined ? 'removed' : 'changed', at, member })
  } else compareValues(walk, member, left, right, up)
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

function compareValues(walk: Walk, member: Member, left: unknown, right: unknown, up: At | undefined): void {
  if (left === right) return
  const { key, argOf, fallback } = member
  const text = (value: unknown): string =>
    member.kind === 'set' && Array.isArray(value)
      ? value
          .map((one) => canonicalValue(one, argOf))
          .sort()
          .join()
      : canonicalValue(value, argOf)
  if (text(left ?? fallback[0]) === text(right ?? fallback[1])) return
  const at: At = { up, key, title: () => key }
  const kind = left === undefined ? 'added' : right === undefined ? 'removed' : 'changed'
  const to = argOf('')?.to
  const isNote = to !== undefined && typeof left === 'string' && typeof right === 'string' && walk.isSameGroup(to, left, right)
  walk.say({
    kind,
    at,
    member,
    old: left,
    new: right,
    ...(isNote ? { level: 'note' as const, notes: [`both ${to} hold the same`] } : {}),
  })
}

function compareList(walk: Walk, member: Member, left: readonly unknown[], right: readonly unknown[], up: At | undefined): void {
  const { key, header, namedBy } = member
  const word = (block: unknown): string | undefined => headerKey(member, block)
  const full = (block: unknown): string =>
    `${word(block)} ${namedBy.map((name) => (isBlock(block) ? wordsOf(block[name]) : '')).join(' ')}`
  const isAlone = left.length === 1 && right.length === 1
  const levels = header.length > 0 ? (namedBy.length > 0 ? [full, word] : [word]) : isAlone ? [ANY] : [same, toldApart(key), ANY]
  const onLeft = repetition(left, header, full)
  const onRight = repetition(right, header, full)
  for (const [i, j] of pairUp(left, right, levels)) {
    const a = left[i]
    const b = right[j]
    if (a === undefined && b === undefined) continue
    const at: At = {
      up,
      key,
      ...(i < 0 ? {} : { left: i }),
      ...(j < 0 ? {} : { right: j }),
      title: () => titleOf(member, i < 0 ? b : up === undefined ? walk.given(key, i) : a, left.length > 1 || right.length > 1),
    }
    if (isBlock(a) && isBlock(b)) compareBlocks(walk, member.inside, a, b, at, header)
    else if (i >= 0 && j >= 0) {
      if (wordsOf(a) !== wordsOf(b)) walk.say({ kind: 'changed', at, member })
    } else walk.say({ kind: i < 0 ? 'added' : 'removed', at, member, notes: i < 0 ? onRight(b) : onLeft(a) })
  }
}

const ANY = (): string => ''
const same = (block: unknown): string => canonicalValue(block, () => undefined)

/** The words of a header, in one spelling. A word that could not be read is what it is. */
function headerKey({ header, argOf }: Member, block: unknown): string | undefined {
  if (!isBlock(block)) return block === undefined ? undefined : wordsOf(block)
  const invalid = isBlock(block.invalid) ? block.invalid : undefined
  let key = ''
  for (const { name } of header) {
    const value = block[name] ?? invalid?.[name]
    if (value !== undefined) key += `${name}=${canonicalValue(value, argOf, name)} `
  }
  return key
}

const toldApart =
  (key: string) =>
  (block: unknown): string | undefined => {
    const names = TOLD_APART_BY[key]
    if (!isBlock(block) || names?.some((name) => block[name] !== undefined) !== true) return undefined
    return names.map((name) => wordsOf(block[name])).join(' ')
  }

function titleOf({ key, header, namedBy }: Member, block: unknown, isOneOfMany: boolean): string {
  if (!isBlock(block)) return key
  const invalid = isBlock(block.invalid) ? block.invalid : undefined
  const words = header.flatMap(({ name, literal }) => {
    const value = block[name] ?? invalid?.[name]
    return value === undefined || value === '' ? [] : [...(literal === undefined ? [] : [literal]), wordsOf(value)]
  })
  const more = header.length > 0 ? namedBy : isOneOfMany ? (TOLD_APART_BY[key] ?? []) : []
  return [key, ...words, ...more.flatMap((name) => (block[name] === undefined ? [] : [wordsOf(block[name])]))].join(' ')
}

/** Says of a block that its side has it more than once. */
function repetition(
  list: readonly unknown[],
  header: Member['header'],
  keyOf: (block: unknown) => string,
): (block: unknown) => readonly string[] {
  const counts = lazy(() => {
    const found = new Map<string, number>()
    for (const one of list) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + 1)
    return found
  })
  return (block) => {
    const count = header.length === 0 ? 1 : (counts().get(keyOf(block)) ?? 1)
    return count > 1 ? [`this side has it ${count} times`] : []
  }
}

function compareEntries(
  walk: Walk,
  member: Member,
  left: readonly unknown[],
  right: readonly unknown[],
  up: At | undefined,
): void {
  const { key, argOf } = member
  const text = (entry: unknown): string => canonicalValue(entry, argOf)
  const pairs = pairUp(left, right, [text, (entry) => firstWord(member, entry)])
  const list: At = { up, key, title: () => (key === 'entries' ? '' : key) }
  const onlyLeft = pairs.filter(([i, j]) => i >= 0 && j < 0).map(([i]) => left[i])
  const onlyRight = pairs.filter(([i]) => i < 0).map(([, j]) => right[j])
  const isUnrolled =
    onlyLeft.length > 0 && onlyRight.length > 0 && isRanges(member) && isSameSet(contentOf(onlyLeft), contentOf(onlyRight))
  for (const [i, j] of pairs) {
    const at = (title: string): At => ({
      up: list.up,
      key,
      ...(i < 0 ? {} : { left: i }),
      ...(j < 0 ? {} : { right: j }),
      title: () => (key === 'entries' ? title : `${key} ${title}`.trimEnd()),
    })
    if (i >= 0 && j >= 0) {
      if (text(left[i]) !== text(right[j])) {
        walk.say({ kind: 'changed', at: at(shortText(member, left[i])), member, old: left[i], new: right[j] })
      }
    } else if (!isUnrolled) {
      const value = i < 0 ? right[j] : left[i]
      walk.say({ kind: i < 0 ? 'added' : 'removed', at: at(shortText(member, value)), member, [i < 0 ? 'new' : 'old']: value })
    }
  }
  const meaning = ORDERED[key]
  if (meaning !== undefined && isReordered(pairs)) {
    walk.say({ kind: 'order', at: list, member, old: left, new: right, notes: [meaning] })
  }
}

const isRanges = ({ argOf }: Member): boolean => argOf('')?.type === 'ip-range' || argOf('address')?.type === 'ip-range'

/** Entries of several words are told apart by the first. */
function firstWord({ key, argOf }: Member, entry: unknown): string | undefined {
  if (!isBlock(entry)) return undefined
  const own = toldApart(key)(entry)
  if (own !== undefined) return own
  const [name] = Object.keys(entry)
  return name === undefined ? undefined : canonicalValue(entry[name], argOf, name)
}

/** The first word of an entry that may be shown; the others are in its value. */
function shortText({ argOf }: Member, entry: unknown): string {
  const words: readonly (readonly [string, unknown])[] = isBlock(entry) ? Object.entries(entry) : [['', entry]]
  const [, first] = words.find(([name]) => argOf(name)?.secret !== true) ?? []
  return first === undefined || typeof first === 'object' ? '' : String(first)
}

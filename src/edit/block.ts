import type { MutableBlock } from '../bind/model.ts'
import { type Site, type Written, writtenIn } from '../bind/written.ts'
import type { Context } from '../schema/compile.ts'
import { grouped } from '../text/grouped.ts'
import { fieldOf } from '../write/block.ts'
import { inOrder } from '../write/order.ts'
import { type Editing, fail, spotOf } from './editing.ts'
import { isEqual, isRecord } from './equal.ts'
import { counting, headerNames, isBareList, isBlockField, isWordList, unreadIndex } from './fields.ts'
import { insertStatement, insertText, textAt } from './insertion.ts'
import { changeList } from './list.ts'
import { anchorForNew, type Keys } from './placement.ts'
import { changeStrays } from './strays.ts'
import { changeWords } from './words.ts'

/**
 * Changes what stands in a block so that it says something else. What is the same on both sides is not looked at, so that the time depends on what
 * changes.
 *
 * @param header - the arguments of the block's header: they are changed elsewhere.
 */
export function changeBlock(
  editing: Editing,
  site: Site,
  old: MutableBlock,
  next: MutableBlock,
  header: readonly string[] = [],
): void {
  const keys: Keys = { site, items: grouped(writtenIn(editing.reading, site), ({ key }) => key), gone: new Set() }
  const isOwn = (key: string): boolean => key !== 'invalid' && (!header.includes(key) || keys.items.has(key))
  const fresh: string[] = []
  const unread = changeUnread(editing, keys, old, next)
  for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
    if (!isOwn(key)) continue
    const [before, after] = [own(old, key), own(next, key)]
    if (before === after || isEqual({ [key]: before }, { [key]: after })) continue
    if (unread.includes(key)) continue
    if (key === 'unknown') changeKey(editing, keys, key, before ?? [], after ?? [])
    else if (before === undefined) fresh.push(key)
    else if (after === undefined) for (const item of keys.items.get(key) ?? []) removeItem(editing, keys, item)
    else changeKey(editing, keys, key, before, after)
  }
  if (fresh.length === 0) return
  const order = inOrder(Object.keys(next), site.context).filter(isOwn)
  for (const key of order) if (fresh.includes(key)) insertKey(editing, keys, key, own(next, key), order)
}

/** A line whose value could not be read, and that is not there any more, is the line to write the value into. Gives the keys that are done. */
function changeUnread(editing: Editing, keys: Keys, old: MutableBlock, next: MutableBlock): readonly string[] {
  const [before = [], after = []] = [old.unknown, next.unknown]
  if (!Array.isArray(after) || before.length !== after.length + 1) return NONE
  const at = before.findIndex((statement, i) => !isEqual(statement, after[i]))
  const { context } = keys.site
  const field = context.fields.get(before[at]?.keyword ?? '')
  if (field === undefined || own(old, field.key) !== undefined || own(next, field.key) === undefined) return NONE
  if (unreadIndex(context, before.slice(0, at + 1), field.key) !== at || !isEqual(before.toSpliced(at, 1), after)) return NONE
  const item = (keys.items.get('unknown') ?? []).find(({ from, count }) => from <= at && at < from + count)
  if (item === undefined || item.field !== undefined) return NONE
  changeWords(editing, { ...item, field }, own(next, field.key), context)
  return [field.key, 'unknown']
}

const NONE: readonly string[] = []

const own = (block: MutableBlock, key: string): unknown => (Object.hasOwn(block, key) ? block[key] : undefined)

function removeItem(editing: Editing, keys: Keys, item: Written): void {
  const spot = spotOf(editing, item)
  if (spot === undefined) return
  editing.changes.remove(spot)
  keys.gone.add(item)
}

function changeKey(editing: Editing, keys: Keys, key: string, old: unknown, next: unknown): void {
  const { context } = keys.site
  const items = counting(keys.items.get(key) ?? [])
  const last = items.at(-1)
  const list = { context, items, parts: keys.site.parts, gone: keys.gone }
  if (key === 'unknown' || (key === 'entries' && context.lines)) {
    if (!Array.isArray(old) || !Array.isArray(next)) fail(editing, 'edit/not-read-back', '')
    else if (key === 'unknown') changeStrays(editing, keys, old, next, changeElement)
    else changeList(editing, list, old, next, changeElement)
    return
  }
  const field = last?.field
  if (last === undefined || field === undefined) {
    fail(editing, 'edit/not-read-back', '')
    return
  }
  if (isBareList(field) && Array.isArray(old) && Array.isArray(next)) {
    const site: Site = { context: field.context as Context, parts: items }
    const entries = writtenIn(editing.reading, site).filter((item) => item.key === 'entries')
    changeList(editing, { context: site.context, items: entries, parts: items, gone: keys.gone }, old, next, changeElement)
  } else if ((field.many || isWordList(field)) && Array.isArray(old) && Array.isArray(next)) {
    changeList(editing, list, old, next, changeElement)
  } else changeElement(editing, items, context, old, next)
}

/** Changes one element: the words of a setting, the header and the content of a block. `items` are the statements that are read as one. */
export function changeElement(editing: Editing, items: readonly Written[], context: Context, old: unknown, next: unknown): void {
  const item = items.at(-1) as Written
  const field = item.field
  if (field === undefined) {
    fail(editing, 'edit/not-read-back', '')
    return
  }
  if (!isBlockField(field)) {
    changeWords(editing, item, next, context)
    return
  }
  if (!isRecord(old) || !isRecord(next)) {
    fail(editing, 'edit/not-read-back', '')
    return
  }
  const header = headerNames(field)
  if ([...header, 'invalid'].some((name) => !isEqual(old[name], next[name]))) changeWords(editing, item, next, context)
  changeBlock(editing, { context: field.context as Context, parts: items }, old as MutableBlock, next as MutableBlock, header)
}

/** A key that the block has not had. */
function insertKey(editing: Editing, keys: Keys, key: string, value: unknown, order: readonly string[]): void {
  const { context } = keys.site
  const field = key === 'entries' ? context.entry : fieldOf(context, key, editing.reading.dialect.number)
  if (field === undefined) {
    fail(editing, 'edit/no-such-place', `keyword \`${key}\` here`)
    return
  }
  const isSpread = key === 'entries' || field.many
  if (isSpread && !Array.isArray(value)) {
    fail(editing, 'edit/not-read-back', '')
    return
  }
  const values = isSpread ? (value as readonly unknown[]) : [value]
  if (values.length === 0) return
  const anchor = anchorForNew(editing, keys, key, field, order)
  if (anchor === undefined) return
  const carried = editing.carried.get(value)
  for (const [i, one] of values.entries()) {
    const isCarried = carried?.index === i && insertText(editing, carried.spot, textAt(carried.spot), anchor, isBlockField(field))
    if (!isCarried) insertStatement(editing, { field, context, value: one }, anchor)
  }
}

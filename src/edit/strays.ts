import { type Written, writtenIn } from '../bind/written.ts'
import type { Context } from '../schema/compile.ts'
import { type Editing, fail } from './editing.ts'
import { isEqual, isRecord } from './equal.ts'
import { counting, isBareList } from './fields.ts'
import { type ChangeElement, changeList } from './list.ts'
import type { Keys } from './placement.ts'

/**
 * Changes the statements without a typed place. Those of a list that has no place for them stand in the block around it, with the name of the list; they
 * are written in the list.
 */
export function changeStrays(
  editing: Editing,
  keys: Keys,
  old: readonly unknown[],
  next: readonly unknown[],
  change: ChangeElement,
): void {
  const { context, parts } = keys.site
  const own = (keys.items.get('unknown') ?? []).filter(({ field }) => field === undefined)
  const [before, after] = [groups(old), groups(next)]
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(name) ?? [], after.get(name) ?? []]
    if (isEqual(from, to)) continue
    if (name === '') {
      changeList(editing, { context, items: numbered(own), parts, gone: keys.gone, stray: true }, from, to, change)
      continue
    }
    const lists = counting(keys.items.get(name) ?? [])
    const field = lists[0]?.field
    if (field === undefined || !isBareList(field)) {
      fail(editing, 'edit/not-read-back', '')
      continue
    }
    const inner = field.context as Context
    const items = writtenIn(editing.reading, { context: inner, parts: lists }).filter(({ key }) => key === 'unknown')
    changeList(editing, { context: inner, items: numbered(items), parts: lists, gone: keys.gone, stray: true }, from, to, change)
  }
}

/** By the list that they stand in, `''` for the block itself. */
function groups(statements: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const result = new Map<string, unknown[]>()
  for (const one of statements) {
    const { in: list = '', ...statement } = isRecord(one) ? one : {}
    const known = result.get(String(list))
    if (known === undefined) result.set(String(list), [statement])
    else known.push(statement)
  }
  return result
}

/** Each is one element, in order. */
const numbered = (items: readonly Written[]): readonly Written[] => items.map((item, from) => ({ ...item, from, count: 1 }))

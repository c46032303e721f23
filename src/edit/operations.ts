import type { MutableBlock } from '../bind/model.ts'
import type { Config } from '../config.ts'
import type { FileEdit } from '../diagnostics/diagnostic.ts'
import type { Result } from '../diagnostics/result.ts'
import { fieldOf } from '../write/block.ts'
import { changeBlock, changeElement } from './block.ts'
import { type Editing, fail, rootSite, spotOf } from './editing.ts'
import { isEqual } from './equal.ts'
import { isBareList, isWordList, unreadIndex } from './fields.ts'
import { proven } from './finish.ts'
import { type Path, type Step, written } from './path.ts'
import { type Level, type Place, resolve } from './resolve.ts'
import { insertedAt, removedAt, updated, valueAt } from './update.ts'

/** Edits of one or several files, or why there are none. */
export type Edits = Result<readonly FileEdit[]>

/**
 * Edits that give a place of the model a value. Only the words of that value change; a setting that is not there yet is written beside its like, as its
 * neighbours are written. What is there already gives no edit.
 *
 * @example set(parse('vrrp_instance A {\n  priority 100 # main\n}\n'), 'vrrp_instance["A"].priority', 150) // one edit: `100` becomes `150`
 */
export const set = (config: Config, path: Path, value: unknown): Edits =>
  value === undefined
    ? remove(config, path)
    : proven(config, path, (run) => {
        const place = resolve(run, path)
        if (place === undefined || isEqual(place.value, value)) return run.model
        const next = withoutUnread(
          place,
          updated(run.model, place.steps, () => value),
        )
        changeFrom(run, place.level, next, [place.steps])
        return next
      })

/**
 * Edits that add a setting, or an element to a list: in front of the one that the path leads to, at the end for the path of the list. The list is made
 * where there is none.
 *
 * @example insert(config, 'vrrp_instance["A"].virtual_ipaddress', '10.0.0.9/24')
 */
export const insert = (config: Config, path: Path, value: unknown): Edits =>
  proven(config, path, (run) => {
    const place = resolve(run, path)
    if (place === undefined) return run.model
    const spot = listSpot(run, place)
    if (spot === undefined) {
      if (place.value !== undefined) return fail(run, 'edit/already-there', written(place.steps))
      const next = updated(run.model, place.steps, () => value)
      changeFrom(run, place.level, next, [])
      return next
    }
    const next = insertedAt(run.model, spot.list, spot.index, value)
    pair(run, next, spot.list, (i) => (i < spot.index ? i : i === spot.index ? -1 : i - 1))
    changeFrom(run, place.level, next, [])
    return next
  })

/**
 * Edits that take a setting, a block, an element of a list or an argument away, with the comments that belong to it and the empty lines that would come
 * together.
 *
 * @example remove(config, 'virtual_server["10.0.0.1 80"].real_server[1]')
 */
export const remove = (config: Config, path: Path): Edits =>
  proven(config, path, (run) => {
    const place = resolve(run, path)
    if (place === undefined) return run.model
    if (place.value === undefined) return fail(run, 'edit/no-such-place', written(place.steps))
    const next = removedAt(run.model, place.steps)
    const index = place.steps.at(-1)
    if (typeof index === 'number') pair(run, next, place.steps.slice(0, -1), (i) => beside(i, index))
    changeFrom(run, place.level, next, [])
    return next
  })

/**
 * Edits that move an element of a list, with its comments, in front of another one, or to the end of a list (the path of the list). Lists of different
 * blocks will do if they hold the same.
 *
 * @example move(config, 'virtual_server[0].real_server[2]', 'virtual_server[0].real_server[0]')
 */
export const move = (config: Config, from: Path, to: Path): Edits =>
  proven(config, from, (run) => {
    const source = resolve(run, from)
    const target = resolve(run, to)
    if (source === undefined || target === undefined) return run.model
    const spot = listSpot(run, target)
    const index = source.steps.at(-1)
    const item = source.items[0]
    if (spot === undefined || typeof index !== 'number' || item === undefined || source.steps.length > source.owner.length) {
      return fail(run, 'edit/no-such-place', `list around ${written(spot === undefined ? target.steps : source.steps)}`)
    }
    const list = source.steps.slice(0, -1)
    const isSame = written(list) === written(spot.list)
    const at = isSame && spot.index > index ? spot.index - 1 : spot.index
    const next = isSame
      ? insertedAt(removedAt(run.model, source.steps), list, at, source.value)
      : removedAt(insertedAt(run.model, spot.list, spot.index, source.value), source.steps)
    if (isSame) pair(run, next, list, (i) => (i === at ? -1 : beside(i < at ? i : i - 1, index)))
    const statement = item.count === 1 ? spotOf(run, item) : undefined
    if (statement !== undefined) run.carried.set(valueAt(next, spot.list), { index: at, spot: statement })
    if (!isSame) {
      pair(run, next, list, (i) => beside(i, index))
      pair(run, next, spot.list, (i) => (i < at ? i : i === at ? -1 : i - 1))
    }
    changeFrom(run, isSame ? source.level : undefined, next, isSame ? [] : [list, spot.list])
    return next
  })

/** A line of the keyword that could not be read gives way to the value. */
function withoutUnread({ items, level, steps }: Place, next: unknown): unknown {
  const { unknown = [] } = level.block
  const at = items.length > 0 ? -1 : unreadIndex(level.site.context, unknown, String(steps.at(-1)))
  if (at < 0 || steps.length !== level.steps.length + 1) return next
  return unknown.length === 1 ? removedAt(next, [...level.steps, 'unknown']) : removedAt(next, [...level.steps, 'unknown', at])
}

/** The place among elements of which one is not there any more. */
const beside = (i: number, gone: number): number => (i < gone ? i : i + 1)

/** Says which old element each element of a list of the next model is. */
function pair(run: Editing, next: unknown, list: readonly Step[], partner: (index: number) => number): void {
  const elements = valueAt(next, list)
  if (Array.isArray(elements))
    run.partners.set(
      elements,
      elements.map((_, i) => partner(i)),
    )
}

/** A list and a place in it; undefined where the place is no element of a list. */
function listSpot(
  run: Editing,
  { steps, level, value }: Place,
): { readonly list: readonly Step[]; readonly index: number } | undefined {
  const last = steps.at(-1)
  if (typeof last === 'number') return { list: steps.slice(0, -1), index: last }
  if (Array.isArray(value)) return { list: steps, index: value.length }
  const { context } = level.site
  const isOwn = steps.length === level.steps.length + 1
  const field = isOwn ? fieldOf(context, String(last), run.reading.dialect.number) : undefined
  const isList = field !== undefined && (field.many || isBareList(field) || isWordList(field))
  return value === undefined && (isList || (isOwn && last === 'entries' && context.lines)) ? { list: steps, index: 0 } : undefined
}

/**
 * Changes the innermost block around a place.
 *
 * @param places - paths whose lists keep their elements in place, whatever they become.
 */
export function changeFrom(run: Editing, level: Level | undefined, next: unknown, places: readonly (readonly Step[])[]): void {
  for (const steps of places) {
    for (let i = 0; i < steps.length; i++) {
      if (typeof steps[i] === 'number') pair(run, next, steps.slice(0, i), (one) => one)
    }
  }
  const block = level === undefined ? next : valueAt(next, level.steps)
  if (level === undefined || level.items.length === 0) changeBlock(run, rootSite(run), run.model, block as MutableBlock)
  else changeElement(run, level.items, level.site.context, level.block, block)
}

import type { MutableBlock } from '../bind/model.ts'
import { type Site, type Written, wordsWritten, writtenIn } from '../bind/written.ts'
import type { Context, Field } from '../schema/compile.ts'
import { fieldOf } from '../write/block.ts'
import { type Editing, fail, rootSite } from './editing.ts'
import { isRecord } from './equal.ts'
import { counting, headerNames, isBareList, isBlockField, isWordList } from './fields.ts'
import { type Path, type Step, stepsOf, written } from './path.ts'

/** A block on the way to a place. */
export interface Level {
  readonly site: Site
  readonly block: MutableBlock
  /** The statements it is written by, none for the whole. */
  readonly items: readonly Written[]
  readonly steps: readonly Step[]
  readonly header: readonly string[]
}

/** Where a path leads. */
export interface Place {
  /** The path with an index for every element. */
  readonly steps: readonly Step[]
  /** The innermost block around the place (for a block: the one it stands in). */
  readonly level: Level
  /** The statements that hold the place; none where there is nothing yet. */
  readonly items: readonly Written[]
  /** What the statements are in the model: steps to the setting, block or element that they write. */
  readonly owner: readonly Step[]
  /** Where entries of a list stand. */
  readonly context: Context
  /** The value there; undefined where there is none. */
  readonly value: unknown
}

/**
 * Follows a path through the model and the text at once. The last step may lead to something that is not there yet: a keyword of a block, or the element
 * behind the last one of a list.
 */
export function resolve(editing: Editing, path: Path): Place | undefined {
  const steps = stepsOf(path)
  const shown = typeof path === 'string' ? path : steps === undefined ? 'place of this path' : written(steps)
  if (steps === undefined || steps.length === 0)
    return fail(editing, 'edit/no-such-place', shown === '' ? 'place without a path' : shown)
  let level: Level = { site: rootSite(editing), block: editing.model, items: [], steps: [], header: [] }
  let rest = steps
  for (;;) {
    const [key, ...further] = rest
    if (typeof key !== 'string') return fail(editing, 'edit/no-such-place', shown)
    const all = writtenIn(editing.reading, level.site).filter((item) => item.key === key)
    const value = Object.hasOwn(level.block, key) ? level.block[key] : undefined
    const at = [...level.steps, key]
    if (all.length === 0 && level.header.includes(key) && value !== undefined) {
      return inside(
        editing,
        { level, items: level.items, owner: level.steps, context: level.site.context },
        at,
        further,
        value,
        shown,
      )
    }
    const items = counting(all)
    const field = items.at(-1)?.field
    if (value === undefined || items.length === 0) {
      const isNew =
        further.length === 0 || (further.length === 1 && further[0] === 0) || isInNewBlock(editing, level, key, further)
      if (!isNew) return fail(editing, 'edit/no-such-place', shown)
      return { steps: [...at, ...further], level, items: [], owner: at, context: level.site.context, value: undefined }
    }
    const bare = field !== undefined && isBareList(field)
    const listed = bare ? entriesOf(editing, field, items) : items
    const context = bare ? (field.context as Context) : level.site.context
    const isList =
      Array.isArray(value) &&
      (key === 'unknown' || key === 'entries' || bare || field?.many === true || (field !== undefined && isWordList(field)))
    if (!isList || further.length === 0) {
      if (further.length > 0 && field !== undefined && isBlockField(field) && !bare && isRecord(value)) {
        level = below(field, items, value as MutableBlock, at)
        rest = further
        continue
      }
      return inside(editing, { level, items, owner: at, context }, at, further, value, shown)
    }
    const list = value as readonly unknown[]
    const index = indexOf(editing, listed, list, further[0] as Step, shown)
    if (index === undefined) return undefined
    const element = list[index]
    const owner = listed.find(({ from, count }) => from <= index && index < from + count)
    const there = [...at, index]
    if (owner === undefined || index >= list.length) {
      if (further.length > 1) return fail(editing, 'edit/no-such-place', shown)
      return { steps: there, level, items: [], owner: at, context, value: undefined }
    }
    const deeper = further.slice(1)
    if (deeper.length > 0 && owner.field !== undefined && isBlockField(owner.field) && isRecord(element)) {
      level = below(owner.field, [owner], element as MutableBlock, there)
      rest = deeper
      continue
    }
    return inside(editing, { level, items: [owner], owner: there, context }, there, deeper, element, shown)
  }
}

/** A setting of a block that is not there yet, and stands once: `global_defs.router_id`. */
function isInNewBlock({ reading }: Editing, { site, block }: Level, key: string, further: readonly Step[]): boolean {
  const field = fieldOf(site.context, key, reading.dialect.number)
  return (
    block[key] === undefined && field?.row.form === 'block' && !field.many && further.every((step) => typeof step === 'string')
  )
}

function entriesOf({ reading }: Editing, { context }: Field, parts: readonly Written[]): readonly Written[] {
  return writtenIn(reading, { context: context as Context, parts }).filter(({ key }) => key === 'entries')
}

const below = (field: Field, items: readonly Written[], block: MutableBlock, steps: readonly Step[]): Level => ({
  site: { context: field.context as Context, parts: items },
  block,
  items,
  steps,
  header: headerNames(field),
})

/** Steps into the words of one statement. */
function inside(
  editing: Editing,
  place: Omit<Place, 'steps' | 'value'>,
  at: readonly Step[],
  further: readonly Step[],
  value: unknown,
  shown: string,
): Place | undefined {
  let inner = value
  for (const [i, step] of further.entries()) {
    const isLast = i === further.length - 1
    if (Array.isArray(inner) && typeof step === 'number' && (step < inner.length || (isLast && step === inner.length))) {
      inner = inner[step]
    } else if (isRecord(inner) && typeof step === 'string' && (Object.hasOwn(inner, step) || isLast)) {
      inner = Object.hasOwn(inner, step) ? inner[step] : undefined
    } else return fail(editing, 'edit/no-such-place', shown)
  }
  return { ...place, steps: [...at, ...further], value: inner }
}

/** An index, or the element whose words begin like this. One element must be meant. */
function indexOf(
  editing: Editing,
  items: readonly Written[],
  list: readonly unknown[],
  step: Step,
  shown: string,
): number | undefined {
  if (typeof step === 'number') return step <= list.length ? step : fail(editing, 'edit/no-such-place', shown)
  const wanted = step.trim().split(/\s+/).join(' ')
  const whole: number[] = []
  const begun: number[] = []
  for (const item of items) {
    const { texts } = wordsWritten(editing.reading, item)
    for (let i = 0; i < item.count; i++) {
      const words = item.count > 1 ? (texts[texts.length - item.count + i] as string) : texts.join(' ')
      if (words === wanted) whole.push(item.from + i)
      else if (words.startsWith(`${wanted} `)) begun.push(item.from + i)
    }
  }
  const found = whole.length > 0 ? whole : begun
  if (found.length > 1) return fail(editing, 'edit/ambiguous', shown)
  return found[0] ?? fail(editing, 'edit/no-such-place', shown)
}

import type { Origin } from '../bind/origins.ts'
import type { Written } from '../bind/written.ts'
import type { Context, Field } from '../schema/compile.ts'
import { entryField } from '../write/block.ts'
import { type Alignment, align, alignBy } from './align.ts'
import { type Anchor, changes } from './changes.ts'
import { type Editing, fail, type Spot, spotOf } from './editing.ts'
import { isEqual } from './equal.ts'
import { isBlockField, isWordList } from './fields.ts'
import { identityOf } from './identity.ts'
import { insertStatement, insertText, textAt } from './insertion.ts'
import { extentOf } from './lines.ts'
import { anchorAt, insideOf, quietly } from './placement.ts'
import { changeWords } from './words.ts'

/** A list of the model and the statements it comes from. */
export interface Listed {
  readonly context: Context
  readonly items: readonly Written[]
  /** The block that the statements stand in. */
  readonly parts: readonly Origin[]
  readonly gone: Set<Written>
  /** Statements without a typed place. */
  readonly stray?: true
}

export type ChangeElement = (editing: Editing, items: readonly Written[], context: Context, old: unknown, next: unknown) => void

export function changeList(
  editing: Editing,
  listed: Listed,
  old: readonly unknown[],
  next: readonly unknown[],
  changeElement: ChangeElement,
): void {
  const { items } = listed
  const owners: Written[] = []
  for (const item of items) for (let i = 0; i < item.count; i++) owners[item.from + i] = item
  if (owners.length !== old.length) {
    fail(editing, 'edit/not-read-back', '')
    return
  }
  const fieldAt = fieldFinder(editing, listed)
  const partners = editing.partners.get(next)
  const alignment =
    partners !== undefined
      ? alignBy(partners, old.length)
      : align(
          old.map((element, i) => identityOf(owners[i]?.field, element)),
          next.map((element) => identityOf(fieldAt(element), element)),
        )
  const run: Run = { editing, listed, old, next, owners, alignment, fieldAt, changeElement }
  const [first] = items
  if (first?.field !== undefined && isWordList(first.field)) changeWordLists(run)
  else changeStatements(run)
}

interface Run {
  readonly editing: Editing
  readonly listed: Listed
  readonly old: readonly unknown[]
  readonly next: readonly unknown[]
  /** The statement that each old element comes from. */
  readonly owners: readonly Written[]
  readonly alignment: Alignment
  readonly fieldAt: (element: unknown) => Field | undefined
  readonly changeElement: ChangeElement
}

/** The row of a new element: for entries by what they say, otherwise that of the others. */
function fieldFinder({ reading }: Editing, { context, items, stray }: Listed): (element: unknown) => Field | undefined {
  if (stray === true) return () => undefined
  const field = items.at(-1)?.field
  if (field !== undefined && field.row.form !== 'line') return () => field
  return (element) => entryField(context, element, reading.dialect.number)
}

/** Each element is a statement of its own. */
function changeStatements(run: Run): void {
  const { editing, listed, old, next, owners, alignment, changeElement } = run
  const { stays, leaves } = alignment
  let anchor = firstAnchor(run)
  for (const [i, element] of next.entries()) {
    const from = stays[i] as number
    if (from < 0) {
      if (anchor !== undefined) insertElement(run, i, anchor)
      continue
    }
    const owner = owners[from] as Written
    if (!isEqual(old[from], element)) changeElement(editing, [owner], listed.context, old[from], element)
    anchor = quietly(editing, () => anchorAt(editing, owner, 'after')) ?? anchor
  }
  for (const from of leaves) removeOwner(run, owners[from] as Written)
}

function removeOwner({ editing, listed }: Run, owner: Written): void {
  if (listed.gone.has(owner)) return
  const spot = spotOf(editing, owner)
  if (spot === undefined) return
  editing.changes.remove(spot)
  listed.gone.add(owner)
}

/** Where elements go that stand in front of all that stay. Undefined, with a finding when it is needed, where there is no such place. */
function firstAnchor({ editing, listed, owners, alignment: { stays, leaves } }: Run): Anchor | undefined {
  const isNeeded = (stays[0] ?? 0) < 0
  const first = stays.find((from) => from >= 0) ?? leaves[0]
  if (first === undefined) return isNeeded ? insideOf(editing, listed) : undefined
  const attempt = (): Anchor | undefined => anchorAt(editing, owners[first] as Written, 'before')
  return isNeeded ? attempt() : quietly(editing, attempt)
}

function insertElement(run: Run, index: number, anchor: Anchor): void {
  const { editing, listed, next, owners, alignment, fieldAt } = run
  const value = next[index]
  const field = fieldAt(value)
  if (field === undefined && listed.stray !== true) {
    fail(editing, 'edit/not-read-back', '')
    return
  }
  const from = alignment.comes[index] as number
  const carried = editing.carried.get(next)
  const isBlock = field !== undefined && isBlockField(field)
  if (carried !== undefined && carried.index === index) {
    if (insertText(editing, carried.spot, textAt(carried.spot), anchor, isBlock)) return
  } else if (from >= 0 && (owners[from] as Written).count === 1) {
    const spot = spotOf(editing, owners[from] as Written)
    const text = spot === undefined ? undefined : changedText(run, spot, from, value)
    if (spot !== undefined && text !== undefined && insertText(editing, spot, text, anchor, isBlock)) return
  }
  insertStatement(editing, { field, context: listed.context, value }, anchor)
}

/** The text of an element that goes to another place of its list, with what changes in it. */
function changedText(run: Run, spot: Spot, from: number, value: unknown): string | undefined {
  const { editing, listed, old, owners, changeElement } = run
  if (isEqual(old[from], value)) return textAt(spot)
  const inner: Editing = { ...editing, changes: changes(editing.config.sources.documents) }
  changeElement(inner, [owners[from] as Written], listed.context, old[from], value)
  const { top, bottom } = extentOf(spot.document, spot.row)
  const edits = inner.changes.done()
  if (edits?.every(({ file, start, end }) => file === spot.file && start >= top && end <= bottom) !== true) return undefined
  let text = textAt(spot)
  for (const { start, end, newText } of [...edits].reverse()) text = text.slice(0, start - top) + newText + text.slice(end - top)
  return text
}

/** The words of a line are elements. A new one joins the line of the one before it, or gets a line of its own where the others have one each. */
function changeWordLists(run: Run): void {
  const { editing, listed, old, next, owners, alignment } = run
  const { stays, leaves } = alignment
  const words = new Map<Written, unknown[]>(listed.items.map((item) => [item, []]))
  let current: Written | undefined
  let anchor = firstAnchor(run)
  const [first] = listed.items
  for (const [i, element] of next.entries()) {
    const from = stays[i] as number
    if (from >= 0) {
      current = owners[from] as Written
      ;(words.get(current) as unknown[]).push(element)
      const owner = current
      anchor = quietly(editing, () => anchorAt(editing, owner, 'after')) ?? anchor
      continue
    }
    const home = current ?? (owners[stays.find((one) => one >= 0) ?? leaves[0] ?? -1] || first)
    if (home !== undefined && (home.field?.row.form !== 'line' || home.count > 1)) (words.get(home) as unknown[]).push(element)
    else if (anchor !== undefined)
      insertStatement(editing, { field: run.fieldAt(element), context: listed.context, value: [element] }, anchor)
  }
  for (const [item, list] of words) {
    if (list.length === 0) removeOwner(run, item)
    else if (!isEqual(old.slice(item.from, item.from + item.count), list)) changeWords(editing, item, list, listed.context)
  }
}

import type { Field } from '../schema/compile.ts'
import { repeated } from './complain.ts'
import type { MutableBlock } from './model.ts'
import { type Place, pushUnknown } from './place.ts'

/** Stores a value and says what a second one does. */
export function set(place: Place, field: Field, value: unknown): void {
  const { block } = place
  const { key } = field
  const existing = block[key]
  if (existing === undefined) block[key] = field.many ? [value] : value
  else if (field.many) (existing as unknown[]).push(value)
  else replace(place, field, existing, value)
}

/** What a second value of a setting does that has one. */
function replace(place: Place, field: Field, existing: unknown, value: unknown): void {
  const { block, run } = place
  const { key, row } = field
  run.origins.note(block)
  if (row.merge === true || isReplaceable(existing, field)) block[key] = value
  else if (row.repeat === 'accumulate' && Array.isArray(existing) && Array.isArray(value)) existing.push(...value)
  else {
    if (row.form !== 'flag') repeated(place, field)
    if (row.repeat !== 'first-wins' && row.repeat !== 'warn-and-ignore') block[key] = value
    else pushUnknown(block, place.document, place.row)
  }
}

/** The handler cannot tell a first value that is the default from none at all. */
const isReplaceable = (existing: unknown, { row: { repeatUnless, args } }: Field): boolean =>
  repeatUnless !== undefined &&
  (existing === repeatUnless ||
    (typeof existing === 'object' && (existing as MutableBlock)[args[0]?.name as string] === repeatUnless))

/** Adds an entry to a list, or all words of a word list. */
export function pushEntry(block: MutableBlock, field: Field, value: unknown): void {
  // A block that is thrown away (a line under an unknown condition) has no list yet.
  block.entries ??= []
  const entries = block.entries as unknown[]
  if (field.row.args[0]?.variadic === true && Array.isArray(value)) entries.push(...value)
  else entries.push(value)
}

import type { CodeRow } from '../diagnostics/finding.ts'
import type { Context, Field, Schema } from '../schema/compile.ts'
import { isAvailable } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { nearest } from '../text/distance.ts'
import * as codes from './codes.ts'
import { MISTAKES } from './mistakes.ts'

/** What an unknown word probably is. */
export interface Suggestion {
  /** A sentence for the reader; empty when nothing is known. */
  readonly text: string
  /** The word to write instead. */
  readonly replacement?: string
  /** A more exact code than "unknown keyword". */
  readonly code?: CodeRow
  readonly field?: Field
}

/** Keywords of other readers, by lineage, with the places they have there. */
export type Elsewhere = readonly Schema[]

/** Order: a widespread mistake, the version, a typing error, another block of the same reader. */
export function suggest(keyword: string, context: Context, schema: Schema, dialect: Dialect): Suggestion {
  const mistake = MISTAKES.find(
    ({ lineage, path, keywords }) => lineage === schema.lineage && path === context.path && keywords.includes(keyword),
  )
  if (mistake !== undefined) return { text: '', code: mistake.code }
  const own = context.fields.get(keyword)
  if (own !== undefined && own.availability.variant !== undefined)
    return { text: 'No published version ever knew it; leave it out.' }
  if (own !== undefined && !isAvailable(own, dialect.number)) {
    return own.since > dialect.number
      ? { text: `It exists since ${own.availability.since}.`, code: codes.tooNew, field: own }
      : { text: `It was removed after ${own.availability.until}.`, code: codes.removed, field: own }
  }
  const known = [...context.fields.values()].filter((field) => isAvailable(field, dialect.number) && field.row.form !== 'line')
  const word = nearest(
    keyword,
    known.map(({ row }) => row.keyword),
  )
  if (word !== undefined) {
    return { text: `Did you mean \`${word}\`?`, replacement: word, ...withField(context.fields.get(word)) }
  }
  const places = (schema.places.get(keyword) ?? []).filter((path) => path !== context.path)
  if (places.length > 0) return { text: `It belongs ${place(places)}.`, code: codes.misplaced }
  return { text: '' }
}

const withField = (field: Field | undefined): { readonly field?: Field } => (field === undefined ? {} : { field })

/** `to the top level`, `to real_server or TCP_CHECK`; the nearest three. */
function place(paths: readonly string[]): string {
  const names = [...new Set(paths.map((path) => (path === '' ? 'the top level' : (path.split('/').at(-1) as string))))]
  const shown = names.slice(0, 3)
  const last = shown.pop() as string
  const list = shown.length === 0 ? last : `${shown.join(', ')} or ${last}`
  return names.length > 3 ? `to ${list} and ${names.length - 3} more` : `to ${list}`
}

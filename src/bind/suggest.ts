import type { CodeRow } from '../diagnostics/finding.ts'
import { type Context, type Field, isAvailable, type Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { SCHEMAS } from '../schema/registry.ts'
import type { Lineage } from '../schema/row.ts'
import { nearest } from '../text/distance.ts'
import * as codes from './codes.ts'
import { MISTAKES } from './mistakes.ts'

/** What is known for certain about an unknown word. */
export interface Known {
  /** A sentence for the reader. */
  readonly text: string
  /** A more exact code than "unknown keyword". */
  readonly code?: CodeRow
}

/** In this order: a widespread mistake, another version, another reader, another block of this one. Look-ups only: cheap. */
export function explainUnknown(keyword: string, context: Context, schema: Schema, dialect: Dialect): Known | undefined {
  const mistake = MISTAKES.find(
    ({ lineage, path, keywords }) => lineage === schema.lineage && path === context.path && keywords.includes(keyword),
  )
  if (mistake !== undefined) return { text: '', code: mistake.code }
  const own = context.fields.get(keyword)
  if (own?.availability.variant !== undefined) return neverKnown(own)
  if (own !== undefined) return otherVersion(own, dialect)
  const elsewhere = otherReader(keyword, context.path, schema)
  if (elsewhere !== undefined) return elsewhere
  const places = schema.places.get(keyword) ?? []
  if (places.length > 0) return { text: `It belongs ${place(places)}.`, code: codes.misplaced }
  return undefined
}

/** The known word of the block that a typing error leads to. Costs an edit distance a keyword. */
export function didYouMean(keyword: string, context: Context, dialect: Dialect): string | undefined {
  const known = [...context.fields.values()].filter((field) => isAvailable(field, dialect.number) && field.row.form !== 'line')
  return nearest(
    keyword,
    known.map(({ row }) => row.keyword),
  )
}

/** The word may be a password setting with a typing error: its value must not be shown. */
export function looksSecret(keyword: string, context: Context): boolean {
  const words = context.secrets()
  return words.length > 0 && nearest(keyword, words) !== undefined
}

/** A word that is in use though no version reads it. */
const neverKnown = ({ row: { deprecated } }: Field): Known => ({
  text: `No published version ever knew it; ${deprecated === undefined ? 'leave it out' : `the word is \`${deprecated}\``}.`,
})

function otherVersion(own: Field, dialect: Dialect): Known {
  return own.since > dialect.number
    ? { text: `It exists since ${own.availability.since}.`, code: codes.tooNew }
    : { text: `It was removed after ${own.availability.until}.`, code: codes.removed }
}

const READERS: Readonly<Record<Lineage, string>> = {
  keepalived: 'newer keepalived',
  lvs: 'the 1.2.2 LVS edition',
  dpvs: 'DPVS',
}

/** The readers by how likely a file was written for them; a table is not made before it is asked for. */
const ORDER: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']

/** The same word in the same block of another lineage. Words of forks do not count. */
function otherReader(keyword: string, path: string, schema: Schema): Known | undefined {
  for (const lineage of ORDER) {
    if (lineage === schema.lineage) continue
    const other = SCHEMAS[lineage]
    if (other.places.get(keyword)?.includes(path) !== true) continue
    const there = other.rows.find((row) => row.keyword === keyword && row.in[path] !== undefined)?.in[path]
    if (there === undefined || (there.variant !== undefined && there.variant !== 'sina')) continue
    const version = other.lineage === 'keepalived' && there.since !== null ? ` (since ${there.since})` : ''
    return { text: `It is a keyword of ${READERS[other.lineage]}${version}.`, code: codes.otherReader }
  }
  return undefined
}

/** `to the top level`, `to real_server or TCP_CHECK`; the nearest three. */
function place(paths: readonly string[]): string {
  const names = [...new Set(paths.map((path) => (path === '' ? 'the top level' : (path.split('/').at(-1) as string))))]
  const shown = names.slice(0, 3)
  const last = shown.pop() as string
  const list = shown.length === 0 ? last : `${shown.join(', ')} or ${last}`
  return names.length > 3 ? `to ${list} and ${names.length - 3} more` : `to ${list}`
}

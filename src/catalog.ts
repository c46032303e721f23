import type { CodeRow } from './diagnostics/finding.ts'
import { EDIT_CODES } from './edit/codes.ts'
import { JSON_CODES } from './json/codes.ts'
import { FINDING_CODES } from './validate/catalog.ts'
import { WRITE_CODES } from './write/codes.ts'

/** Every code there is, in the order of their names: of findings about a configuration, of JSON that is none, of models and edits without a text. */
export const CATALOG: readonly CodeRow[] = [
  ...FINDING_CODES,
  ...Object.values(JSON_CODES),
  ...Object.values(WRITE_CODES),
  ...Object.values(EDIT_CODES),
].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))

/**
 * What a code means.
 *
 * @example explain('lvs/brace-glued')?.severity // 'error'
 */
export const explain = (code: string): CodeRow | undefined => CATALOG.find((row) => row.code === code)

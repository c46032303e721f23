import * as bindCodes from '../bind/codes.ts'
import * as mistakeCodes from '../bind/mistakes.ts'
import * as wordCodes from '../bind/word-codes.ts'
import type { CodeRow } from '../diagnostics/finding.ts'
import * as includeCodes from '../expand/codes.ts'
import * as expansionCodes from '../expand/expansion-codes.ts'
import * as referenceCodes from '../expand/reference-codes.ts'
import * as readerCodes from './reader-codes.ts'
import { RULES } from './rules/index.ts'

const isCodeRow = (value: unknown): value is CodeRow =>
  typeof value === 'object' && value !== null && 'code' in value && 'explanation' in value

/** Every code that a finding about a configuration can have. */
export const FINDING_CODES: readonly CodeRow[] = [
  ...Object.values(includeCodes),
  ...Object.values(expansionCodes),
  ...Object.values(referenceCodes),
  ...Object.values(bindCodes),
  ...Object.values(mistakeCodes),
  ...Object.values(readerCodes),
  ...Object.values(wordCodes),
  ...RULES,
].filter(isCodeRow)

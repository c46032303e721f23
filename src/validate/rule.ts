import type { MutableBlock } from '../bind/model.ts'
import type { Origins } from '../bind/origins.ts'
import type { CodeRow, Finding } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import type { Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import type { Lineage } from '../schema/row.ts'

/** What a rule looks at: the files, and the model that was bound from them. */
export interface Subject {
  readonly sources: Sources
  readonly dialect: Dialect
  readonly schema: Schema
  readonly model: MutableBlock
  /** Where every block of the model was written. */
  readonly origins: Origins
}

/** One check, one file: its code, its words, its examples, its function. */
export interface Rule extends CodeRow {
  readonly lineages: readonly Lineage[]
  readonly check: (subject: Subject, report: (found: Omit<Finding, 'code'>) => void) => void
}

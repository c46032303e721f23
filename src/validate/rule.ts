import type { MutableBlock } from '../bind/model.ts'
import type { Origins } from '../bind/origins.ts'
import type { Document } from '../cst/document.ts'
import type { CodeRow, Finding } from '../diagnostics/finding.ts'
import type { Expanded } from '../expand/expand.ts'
import type { Sources } from '../expand/sources.ts'
import type { Facts } from '../facts/facts.ts'
import type { Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import type { Lineage } from '../schema/row.ts'
import type { CheckedScript } from './checked-scripts.ts'
import type { Checkers } from './checkers.ts'
import type { EffectiveService } from './effective-service.ts'
import type { Place } from './look.ts'
import type { Script } from './scripts.ts'
import type { Vrrp } from './vrrp.ts'

/** What was read: the files, and the model that was bound from them. */
export interface Reading {
  /** What the model was bound from: the files, and behind them the effective text where there was anything to expand. */
  readonly sources: Sources
  /** The files as they are written, for rules about lines and bytes. */
  readonly originals: readonly Document[]
  readonly expanded: Expanded | undefined
  readonly dialect: Dialect
  readonly schema: Schema
  readonly model: MutableBlock
  /** Where every block of the model was written. */
  readonly origins: Origins
  /** What is known of the machine; without it no finding may depend on one. */
  readonly facts: Facts | undefined
  /** Statements at the top level by their keyword, includes followed; found when a rule first asks. */
  readonly topLevel: () => ReadonlyMap<string, readonly Place[]>
}

/** What a rule looks at: what was read, and what keepalived makes of it. */
export interface Subject extends Reading {
  /** Virtual servers as keepalived has them when it has read everything; made when a rule first asks. */
  readonly services: () => readonly EffectiveService[]
  /** Those of them that keepalived looks at after reading (validate_check_config), and of which everything is known. */
  readonly validated: () => readonly EffectiveService[]
  /** Checkers of services, found when a rule first asks. */
  readonly checkers: () => Checkers
  /** Commands that may run, found when a rule first asks. */
  readonly scripts: () => readonly Script[]
  /** Those that the target looks at, with what it finds; made when a rule first asks. */
  readonly checkedScripts: () => readonly CheckedScript[]
  /** Instances and sync groups with everything that is derived, made when a rule first asks. */
  readonly vrrp: () => Vrrp
}

/** One check, one file: its code, its words, its examples, its function. */
export interface Rule extends CodeRow {
  readonly lineages: readonly Lineage[]
  /** First and last version of keepalived that the rule is about, both included; all of the lineage without them. */
  readonly since?: string
  readonly until?: string
  /** What `bad` and `good` are checked for; without it the newest of the first lineage, on no particular machine. */
  readonly example?: { readonly target?: string; readonly facts?: Facts }
  readonly check: (subject: Subject, report: (found: Omit<Finding, 'code'>) => void) => void
}

import type { JsonValue } from '../json/value.ts'
import type { Range } from '../text/position.ts'
import type { ReloadEffect } from './reload-facts.ts'

/** Where one side of a change stands. */
export interface ChangePlace {
  /** The name of the file; empty for JSON and for a text without a name. */
  readonly file: string
  /** In the JSON of the side: `virtual_server[0].real_server[1].weight`. */
  readonly path: string
  /** The line that says it, or the header of the block around it; absent for JSON and models. */
  readonly range?: Range
}

/** What a reload of the running program is known to make of a change. */
export interface ReloadNote {
  readonly effect: ReloadEffect
  /** One sentence. */
  readonly text: string
}

/** One difference in meaning. */
export interface Change {
  /**
   * - `added`, `removed`: a block, an entry or a setting that stands on one side only
   * - `changed`: it stands on both sides with different values
   * - `order`: a list whose order counts has its entries in another one
   * - `unmapped`: a virtual server whose address the map of addresses does not hold
   */
  readonly kind: 'added' | 'removed' | 'changed' | 'order' | 'unmapped'
  /** A `note` is worth knowing and does not make the sides different. */
  readonly level: 'difference' | 'note'
  /** From the outermost block to the setting: `['virtual_server 10.0.0.1 80 TCP', 'real_server 10.0.1.1 80', 'weight']`. */
  readonly where: readonly string[]
  /** The innermost keyword, by its main name. */
  readonly keyword: string
  /** Value on the old side, as the model holds it; passwords and keys are `***`. Blocks have none: `oldPlace` says where they are. */
  readonly old?: JsonValue
  readonly new?: JsonValue
  readonly oldPlace?: ChangePlace
  readonly newPlace?: ChangePlace
  /** Sentences. */
  readonly notes: readonly string[]
  readonly reload?: ReloadNote
}

export interface DiffOptions {
  /** Old address → new address of services, for the old side. A virtual server that it lacks is an `unmapped` change. */
  readonly vips?: ReadonlyMap<string, string>
  /** Keywords that are not compared, wherever they stand: `['weight']`. */
  readonly ignore?: readonly string[]
  /** Keywords of the top level that are compared, all without it: `['virtual_server']`. Groups that these blocks name are compared as well. */
  readonly only?: readonly string[]
  /** Services by group are compared as one service an address, in the shape of conf2json: for a side that has a file an address. */
  readonly expandGroups?: boolean
  /** The reader of a side that is JSON without a `target`; without it that of the other side, without that the newest keepalived. */
  readonly target?: string
}

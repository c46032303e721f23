import { type Document, parentOf } from '../cst/document.ts'
import { definitionAt } from './definitions.ts'
import type { State } from './state.ts'

/*
 * Definitions under a condition that is not known. What refers to them stays as it is, so the effective text needs them as well. They stay in it
 * where that says the same: at the top, in front of every use, with values that nothing is to be replaced in. All other definitions of such a name
 * stay with them, since any of them may be the one that counts.
 */

/** What is known of the names of an expansion, to tell which definitions may stay. */
export interface Names {
  readonly used: Set<string>
  /** Defined under a condition that is not known. */
  readonly conditional: Set<string>
  readonly unfit: Set<string>
}

export const noNames = (): Names => ({ used: new Set(), conditional: new Set(), unfit: new Set() })

/** A text that means the same wherever it is read. */
const PLAIN_VALUE = /^[^\\"#!${}~@\r\n]*$/

/** Says of a name that it is defined once more. */
export function noteDefinition({ names, running }: State, name: string, value: string, guard: string): void {
  if (guard !== '') names.conditional.add(name)
  if (running.length > 0 || names.used.has(name) || !PLAIN_VALUE.test(value)) names.unfit.add(name)
}

/** Names whose definitions may stay, as far as the lines say. */
export const lastingOf = ({ names: { conditional, unfit } }: State): ReadonlySet<string> =>
  new Set([...conditional].filter((name) => !unfit.has(name)))

/** Those of the names that are defined nowhere but at the top. */
export function atTop(document: Document, names: ReadonlySet<string>): ReadonlySet<string> {
  const result = new Set(names)
  for (let row = 0; row < document.statements.count; row++) {
    const definition = definitionAt(document, row)
    if (definition !== undefined && parentOf(document, row) !== -1) result.delete(definition.name)
  }
  return result
}

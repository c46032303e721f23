import type { FileFact, InterfaceFact } from '../facts/facts.ts'
import { absolute, type LookUp } from '../facts/paths.ts'
import type { Reading } from './rule.ts'

/**
 * The interfaces that the target finds, by name; undefined where they are not known. In a network namespace of its own it finds others than those
 * of the machine.
 */
export function interfacesOf({ facts, model }: Pick<Reading, 'facts' | 'model'>): ReadonlyMap<string, InterfaceFact> | undefined {
  if (facts?.interfaces === undefined || model.net_namespace !== undefined) return undefined
  return new Map(facts.interfaces.map((one) => [one.name, one]))
}

/** Files by absolute path. */
export const lookUpOf =
  ({ facts }: Pick<Reading, 'facts'>): LookUp =>
  (path): FileFact | undefined =>
    facts?.files !== undefined && Object.hasOwn(facts.files, path) ? facts.files[path] : undefined

export const absoluteOf = ({ facts }: Pick<Reading, 'facts'>, path: string): string | undefined =>
  absolute(path, facts?.directory)

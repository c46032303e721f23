import { type Config, type ParseOptions, parse } from '../config.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Change } from '../diff/change.ts'
import { diff } from '../diff/diff.ts'
import type { Facts } from '../facts/facts.ts'
import { validateAll } from '../validate/facade.ts'

export interface ReloadOptions extends ParseOptions {
  /** What is known of the machine; without it no finding depends on one. */
  readonly facts?: Facts
}

/** What a reload comes to. */
export interface Reloaded {
  /** The candidate takes effect: nothing of severity error was found. */
  readonly applied: boolean
  /** The configuration that is in force afterwards. */
  readonly config: Config
  /** What changes with it, by meaning; empty when the current one stays. */
  readonly changes: readonly Change[]
  /** Findings of the candidate, of every severity. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A reload with the rule that keepalived lacks: the candidate takes effect whole and only when it has no error; otherwise the current configuration stays as
 * it is. Pure: nothing is written and nobody is signalled.
 *
 * @param candidate - a text, read for the target of the current configuration unless another one is named, or a configuration with its includes.
 *
 * @example reload(parse('global_defs {\n}\n'), 'nosuchword\n').applied // false
 */
export function reload(current: Config, candidate: string | Config, options: ReloadOptions = {}): Reloaded {
  const { facts, ...reading } = options
  const next =
    typeof candidate === 'string'
      ? parse(candidate, { target: current.dialect.id, file: current.document.file, ...configIdOf(current), ...reading })
      : candidate
  const { diagnostics, counts } = validateAll(next, facts === undefined ? {} : { facts })
  // Findings beyond the limit count as well.
  if (counts.error > 0) return { applied: false, config: current, changes: [], diagnostics }
  return { applied: true, config: next, changes: diff(current, next), diagnostics }
}

const configIdOf = ({ configId }: Config): Pick<ParseOptions, 'configId'> => (configId === undefined ? {} : { configId })

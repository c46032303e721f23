import type { Config } from '../config.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import type { Facts } from '../facts/facts.ts'
import { schemaOf } from '../schema/registry.ts'
import { lazy } from '../text/lazy.ts'
import { checkedScripts } from './checked-scripts.ts'
import { checkersIn } from './checkers.ts'
import { type OnHost, onHost, withAnswersOf, withoutGuarded } from './elsewhere.ts'
import { topLevel } from './look.ts'
import type { Reading, Rule, Subject } from './rule.ts'
import { RULES } from './rules/index.ts'
import { commandsIn } from './scripts.ts'
import { effectiveServices } from './services.ts'
import { type Checked, check, type Found, look } from './validate.ts'
import { vrrpOf } from './vrrp.ts'

export interface ValidateOptions {
  /** What is known of the machine that will read the configuration; without it no finding depends on one. */
  readonly facts?: Facts
  /** The rules to run; all by default. Findings of the parser and of the keyword table are not rules and always appear. */
  readonly rules?: readonly Rule[]
  /** Most findings that are described, 1,000 by default: a file of junk has a million. */
  readonly limit?: number
  /** The least severity that is looked for, `info` (everything) by default. */
  readonly severity?: Severity
}

const LIMIT = 1000

/**
 * Everything that is wrong with a configuration, in the order of its files, one finding a cause. Pure: no file is opened, no machine asked.
 *
 * @example validate(parse('virtual_server 10.0.0.1 80{\n}\n', { target: 'lvs-1.2.2' }))[0]?.code // 'lvs/brace-glued'
 */
export const validate = (config: Config, options: ValidateOptions = {}): readonly Diagnostic[] =>
  validateAll(config, options).diagnostics

/** The same with the number of findings beyond the limit, and of all by severity. */
export function validateAll(
  config: Config,
  { rules = RULES, limit = LIMIT, severity = 'info', facts }: ValidateOptions = {},
): Checked {
  const subject = subjectOf(config, facts)
  const found = look(subject, config.bound, rules, severity)
  const there = onHost(config, facts)
  const answered = there === undefined ? found : answerOf(there)
  return check(answered, subject, config.bound, { limit, severity })

  function answerOf({ config: other, ...host }: OnHost): Found {
    if (other === undefined) return withoutGuarded(found, config)
    return withAnswersOf(look(subjectOf(other, facts), other.bound, rules, severity), found, host, config)
  }
}

function subjectOf(config: Config, facts: Facts | undefined): Subject {
  const { boundTo: expanded, dialect, bound } = config
  const read: Reading = {
    sources: expanded?.sources ?? config.sources,
    originals: config.sources.documents,
    expanded,
    dialect,
    schema: schemaOf(dialect),
    model: bound.model,
    origins: bound.origins,
    facts,
    topLevel: lazy(() => topLevel(read)),
  }
  const services = lazy(() => effectiveServices(read))
  const subject: Subject = {
    ...read,
    services,
    validated: lazy(() => services().filter(({ isValidated, isOpen }) => isValidated && !isOpen)),
    checkers: lazy(() => checkersIn(services())),
    scripts: lazy(() => commandsIn(read)),
    checkedScripts: lazy(() => checkedScripts(subject)),
    vrrp: lazy(() => vrrpOf(read)),
  }
  return subject
}

/**
 * The same results for users of fp-ts.
 *
 * @packageDocumentation
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { both, right as clean, type These } from 'fp-ts/lib/These.js'
import { type Config, type ParseOptions, parse } from './config.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { type ValidateOptions, validate } from './validate/facade.ts'

/**
 * Text → configuration with what is wrong with it. Reading cannot fail, so it is never a `Left`: `Right` for a text without findings, `Both` otherwise.
 *
 * @example parseThese('virtual_server 10.0.0.1 80{\n}\n', { target: 'lvs-1.2.2' })._tag // 'Both'
 */
export function parseThese(text: string, options: ParseOptions & ValidateOptions = {}): These<readonly Diagnostic[], Config> {
  const config = parse(text, options)
  const diagnostics = validate(config, options)
  return diagnostics.length === 0 ? clean(config) : both(diagnostics, config)
}

/**
 * The configuration if it has no finding of severity `error`, otherwise all findings, warnings included; at most `limit` of them when that is given.
 *
 * @example validateEither(parse('global_defs {\n}\n'))._tag // 'Right'
 */
export function validateEither(config: Config, options: ValidateOptions = {}): Either<readonly Diagnostic[], Config> {
  // An error behind the usual limit counts as well.
  const diagnostics = validate(config, { ...options, limit: Number.POSITIVE_INFINITY })
  return diagnostics.some(({ severity }) => severity === 'error') ? left(diagnostics.slice(0, options.limit)) : right(config)
}

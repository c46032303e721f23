import { assemble, type Config, expandOptions, type ParseOptions } from './config.ts'
import { type Expanded, expand } from './expand/expand.ts'
import { joinFiles } from './expand/join.ts'
import { single } from './expand/sources.ts'
import { schemaOf } from './schema/registry.ts'

/** The effective configuration of all files as one text, also where there was nothing to expand but includes. */
export function effective(config: Config, options: ParseOptions = {}): Expanded {
  const { sources, dialect } = config
  const { rootOnly } = schemaOf(dialect)
  if (config.expanded !== undefined) return config.expanded
  if (!dialect.profile.directives) return joinFiles(sources, rootOnly)
  return expand(sources, expandOptions(dialect, { ...options, ...idOf(config) }), rootOnly)
}

/**
 * The configuration that is left when includes, definitions, conditions and sequences have been followed, as one of its own: one file, whose tree
 * and model say what keepalived reads.
 *
 * @example resolve(parse('$A=A\nvrrp_instance $A {\n}\n')).document.text // 'vrrp_instance A {\n}\n'
 */
export const resolve = (config: Config, options: ParseOptions = {}): Config =>
  assemble({ dialect: config.dialect, reason: config.chosen }, single(effective(config, options).document), {
    ...options,
    ...idOf(config),
  })

const idOf = ({ configId }: Config): { readonly configId?: string } => (configId === undefined ? {} : { configId })

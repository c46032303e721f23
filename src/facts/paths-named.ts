import type { MutableBlock } from '../bind/model.ts'
import type { Config } from '../config.ts'
import { schemaOf } from '../schema/registry.ts'
import { named, openedBy, programOf } from './named.ts'

/** What a configuration names of the file system of its machine. */
export interface PathsNamed {
  /** Files, absolute or from the working directory. */
  readonly paths: readonly string[]
  /** Commands without a directory: the target looks for them along its search path. */
  readonly commands: readonly string[]
}

/** The host names that are resolved while the configuration is read. */
export const hostsNamed = ({ bound, dialect }: Config): readonly string[] => [
  ...new Set(named(schemaOf(dialect).root, bound.model, ['host']).map(({ value }) => value)),
]

/** The files and commands that a configuration names, its own files first. Nothing is opened. */
export function pathsNamed({ sources, bound, dialect }: Config): PathsNamed {
  const { root } = schemaOf(dialect)
  const paths = new Set(sources.documents.map(({ file }) => file))
  const commands = new Set<string>()
  for (const { value } of named(root, bound.model, ['path'])) paths.add(value)
  for (const file of keyFiles(bound.model)) paths.add(file)
  for (const { value } of named(root, bound.model, ['command'])) {
    const opened = openedBy(value)
    const program = opened ?? programOf(value)
    if (program === undefined || program === '') continue
    if (opened !== undefined || program.includes('/')) paths.add(program)
    else commands.add(program)
  }
  return { paths: [...paths].filter((path) => path !== ''), commands: [...commands] }
}

/** Keys of `auth_hmac` that stand in a file: `file:PATH`. */
export const KEY_FILE = 'file:'

function keyFiles(model: MutableBlock): readonly string[] {
  const instances = (model.vrrp_instance ?? []) as readonly MutableBlock[]
  const keys = instances.flatMap(
    ({ auth_hmac: block }) => ((block as MutableBlock | undefined)?.key ?? []) as readonly MutableBlock[],
  )
  return keys.flatMap(({ secret }) =>
    typeof secret === 'string' && secret.startsWith(KEY_FILE) ? secret.slice(KEY_FILE.length) : [],
  )
}

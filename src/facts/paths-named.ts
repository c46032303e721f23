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

/** The files and commands that a configuration names, its own files first. Nothing is opened. */
export function pathsNamed({ sources, bound, dialect }: Config): PathsNamed {
  const { root } = schemaOf(dialect)
  const paths = new Set(sources.documents.map(({ file }) => file))
  const commands = new Set<string>()
  for (const { value } of named(root, bound.model, ['path'])) paths.add(value)
  for (const { value } of named(root, bound.model, ['command'])) {
    const opened = openedBy(value)
    const program = opened ?? programOf(value)
    if (program === undefined || program === '') continue
    if (opened !== undefined || program.includes('/')) paths.add(program)
    else commands.add(program)
  }
  return { paths: [...paths].filter((path) => path !== ''), commands: [...commands] }
}

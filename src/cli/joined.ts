import { assemble, type Config } from '../config.ts'
import { parseDocument } from '../cst/document.ts'
import type { Finding } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import type { Arguments } from './arguments.ts'
import { configIdOf } from './read.ts'

/** Several main files as one configuration, as if a file included them all: references from one to the other hold. */
export function joined(configs: readonly Config[], args: Arguments): Config {
  const [first, ...others] = configs as readonly [Config, ...Config[]]
  if (others.length === 0) return first
  const { dialect, chosen } = first
  const documents = [parseDocument('include FILE\n'.repeat(configs.length), '', dialect.profile)]
  const mains = new Map<number, readonly number[]>()
  const includes: ReadonlyMap<number, readonly number[]>[] = [mains]
  const findings: Finding[] = []
  for (const [row, { sources }] of configs.entries()) {
    const shift = documents.length
    mains.set(row, [shift])
    documents.push(...sources.documents)
    includes.push(
      ...sources.includes.map((map) => new Map([...map].map(([at, files]) => [at, files.map((file) => file + shift)]))),
    )
    findings.push(...sources.findings.map((finding) => ({ ...finding, file: finding.file + shift })))
  }
  const sources: Sources = { documents, includes, findings }
  return assemble({ dialect, reason: chosen }, sources, configIdOf(args))
}

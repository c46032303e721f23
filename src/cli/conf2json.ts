import type { Config } from '../config.ts'
import { assemble } from '../config.ts'
import { parseDocument } from '../cst/document.ts'
import type { Finding } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import { conf2jsonText } from '../json/conf2json.ts'
import type { Arguments } from './arguments.ts'
import { usageOf } from './help.ts'
import type { Command } from './options/option.ts'
import { complain, STDOUT, write } from './output.ts'
import { complainOfErrors, configIdOf, readConfig } from './read.ts'

/** `conf2json FILE…` and `keepalived-conf conf2json FILE…`. */
export async function conf2json(program: string, args: Arguments): Promise<number> {
  const { command, files, given } = args
  if (files.length === 0) return complain(program, `no file is named; usage: ${usageOf(program, command as Command)}`)
  const configs: Config[] = []
  for (const file of files) {
    const config = await readConfig(program, file, args, configs[0]?.dialect.id)
    if (config === undefined) return 2
    configs.push(config)
  }
  const config = joined(configs, args)
  write(STDOUT, conf2jsonText(config, { expandGroups: given.has('expand-groups'), redact: given.has('redact') }))
  const failed = complainOfErrors(config)
  return failed && given.has('check') ? 1 : 0
}

/** Several main files as one configuration, as if a file included them all: references from one to the other hold. */
function joined(configs: readonly Config[], args: Arguments): Config {
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

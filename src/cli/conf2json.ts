import type { Config } from '../config.ts'
import { conf2jsonPieces } from '../json/conf2json.ts'
import type { Arguments } from './arguments.ts'
import { joined } from './joined.ts'
import type { Command } from './options/option.ts'
import { complain, STDOUT, writePieces } from './output.ts'
import { complainOfErrors, readConfig } from './read.ts'
import { usageOf } from './usage.ts'

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
  writePieces(STDOUT, conf2jsonPieces(config, { expandGroups: given.has('expand-groups'), redact: given.has('redact') }))
  const failed = complainOfErrors(config)
  return failed && given.has('check') ? 1 : 0
}

import { conf2jsonPieces } from '../json/conf2json.ts'
import { stringify } from '../json/stringify.ts'
import { toJSON } from '../json/to-json.ts'
import { resolve } from '../resolve.ts'
import { type Arguments, optionOf } from './arguments.ts'
import type { Command } from './options/option.ts'
import { complain, STDOUT, write, writePieces } from './output.ts'
import { complainOfErrors, readConfig } from './read.ts'
import { usageOf } from './usage.ts'

/** `keepalived-conf json [FILE]`. */
export async function json(program: string, args: Arguments): Promise<number> {
  const { command, files, given } = args
  if (files.length > 1) return complain(program, `one file at a time; usage: ${usageOf(program, command as Command)}`)
  const config = await readConfig(program, files[0] ?? '-', args)
  if (config === undefined) return 2
  const redact = given.has('redact')
  const form = optionOf(args, 'form')
  if (form === 'conf2json') writePieces(STDOUT, conf2jsonPieces(config, { redact }))
  else {
    const result = stringify(
      toJSON(given.has('resolved') ? resolve(config) : config, { form: form === 'tree' ? 'tree' : 'model', redact }),
      Number(optionOf(args, 'indent')),
    )
    if (!result.ok) return complain(program, result.message)
    write(STDOUT, `${result.text}\n`)
  }
  complainOfErrors(config)
  return 0
}

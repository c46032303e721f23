import { type Arguments, optionOf } from './arguments.ts'
import { checkFiles } from './check-files.ts'
import { FORMATS } from './formats.ts'
import type { FormatName } from './options/check.ts'

/** `keepalived-conf check FILE…` and `keepalived-conf -t -f FILE`. */
export async function check(program: string, args: Arguments): Promise<number> {
  const format = await FORMATS[optionOf(args, 'format') as FormatName]()
  const mends = args.given.has('fix') || args.given.has('diff')
  return checkFiles(program, args, mends ? { format, fixes: (await import('./fix.ts')).fixes } : { format })
}

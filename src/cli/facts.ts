import type { Config } from '../config.ts'
import type { Facts } from '../facts/facts.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { factsFor, machineFacts } from './machine.ts'
import { STDOUT, write } from './output.ts'
import { readConfig } from './read.ts'

/** `keepalived-conf facts [FILE…]`. */
export async function facts(program: string, args: Arguments): Promise<number> {
  const configs: Config[] = []
  for (const file of args.files) {
    const config = await readConfig(program, file, args)
    if (config === undefined) return 2
    configs.push(config)
  }
  write(STDOUT, factsText(await factsFor(machineFacts(), configs), Number(optionOf(args, 'indent'))))
  return 0
}

/** Permission bits are written as people know them. */
const factsText = (all: Facts, indent: number): string => {
  const octal = (key: string, value: unknown): unknown =>
    key === 'mode' && typeof value === 'number' ? value.toString(8).padStart(4, '0') : value
  return `${JSON.stringify(all, octal, indent)}\n`
}

import type { Config } from '../config.ts'
import { decodeFacts } from '../facts/decode.ts'
import type { Facts } from '../facts/facts.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { entryOf, readText } from './files.ts'
import { complain, STDERR, write } from './output.ts'
import { visible } from './visible.ts'

/** Where the facts of a check come from; `undefined` facts: no option asks for any. */
export type FactsSource = (config: Config) => Promise<Facts | undefined>

/** `--host`, `--facts FILE` or neither; undefined, with a line on standard error, when they cannot be used. */
export async function factsSource(program: string, args: Arguments): Promise<FactsSource | undefined> {
  const { given, files } = args
  const file = given.get('facts')
  if (file === undefined && !given.has('host')) return async () => undefined
  const refuse = (problem: string): undefined => {
    complain(program, problem)
  }
  if (file !== undefined && given.has('host')) return refuse('--host and --facts exclude each other')
  if (file === undefined) {
    // Reading the machine is loaded only when it is asked for.
    const { factsFor, machineFacts } = await import('./machine.ts')
    const machine = machineFacts()
    return async (config) => factsFor(machine, [config])
  }
  if (file === '-' && files.includes('-')) return refuse('standard input cannot be both the facts and a configuration')
  const facts = readFacts(program, optionOf(args, 'facts'))
  return facts === undefined ? undefined : async () => facts
}

function readFacts(program: string, file: string): Facts | undefined {
  const loaded = readText(entryOf(file))
  if (!loaded.ok) {
    complain(program, `the facts in ${file} cannot be read: ${loaded.why}`)
    return undefined
  }
  const json = parsed(loaded.text)
  if (!json.ok) {
    complain(program, `the facts in ${file} are not JSON: ${json.why}`)
    return undefined
  }
  const decoded = decodeFacts(json.value)
  if (decoded.ok) return decoded.facts
  for (const { path, expected, actual } of decoded.problems) {
    write(STDERR, `${program}: the facts in ${file}: ${path}: expected ${expected}, found ${actual}\n`)
  }
  return undefined
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    // The message quotes the text, which may be of any length and of any characters.
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, why: visible(why.replace(/\s+/g, ' ').slice(0, 160)) }
  }
}

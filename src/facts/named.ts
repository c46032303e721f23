import type { MutableBlock } from '../bind/model.ts'
import { scriptWords } from '../bind/script-words.ts'
import type { Context, Field } from '../schema/compile.ts'
import type { ArgType } from '../schema/row.ts'

/** A value of the model with the setting that holds it. */
export interface Named {
  readonly value: string
  readonly keyword: string
  /** The setting as it stands in the model: the value itself, or an object that has it. */
  readonly setting: unknown
  /** The block around it, and its path: `vrrp_instance`, empty for the top level. */
  readonly block: MutableBlock
  readonly path: string
}

/**
 * All words of some types in a model: paths, commands, names of interfaces. The rows say which words those are, so a new keyword needs nothing here.
 *
 * @example named(schema.root, model, ['path']) // [{ keyword: 'notify_fifo', value: '/run/events', path: 'global_defs', … }, …]
 */
export function named(context: Context, model: MutableBlock, types: readonly ArgType[]): readonly Named[] {
  const found: Named[] = []
  const seek = new Set(types)
  walk(context, model, seek, found)
  return found
}

function walk(context: Context, block: MutableBlock, types: ReadonlySet<ArgType>, found: Named[]): void {
  for (const key of Object.keys(block)) {
    const field = context.fields.get(key)
    if (field === undefined) continue
    const values = Array.isArray(block[key]) ? (block[key] as unknown[]) : [block[key]]
    for (const value of values) {
      take(field, value, { block, path: context.path }, types, found)
      const inner = field.context
      if (inner === undefined || !isObject(value)) continue
      if (!inner.lines) walk(inner, value, types, found)
    }
  }
}

function take(
  { row: { keyword, args } }: Field,
  setting: unknown,
  where: Pick<Named, 'block' | 'path'>,
  types: ReadonlySet<ArgType>,
  found: Named[],
): void {
  for (const [i, { name, type }] of args.entries()) {
    if (!types.has(type)) continue
    const word = isObject(setting) ? setting[name] : i === 0 ? setting : undefined
    if (typeof word === 'string') found.push({ keyword, value: word, setting, ...where })
  }
}

const isObject = (value: unknown): value is MutableBlock => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A test that a file can be opened, `</path`: nothing is run. */
const OPENS = /^<[ \t]*(?=\/)/

/** The program of a command line: its first word, cut as a shell does. Undefined for an empty command, and where a quote is open. */
export const programOf = (command: string): string | undefined => scriptWords(command)?.[0]?.text.replace(/\\(.)/gs, '$1')

/** The file that a command tests with `</path` instead of running something. */
export const openedBy = (command: string): string | undefined =>
  OPENS.test(command) ? command.replace(OPENS, '').split(/\s/)[0] : undefined

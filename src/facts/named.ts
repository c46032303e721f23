import type { MutableBlock } from '../bind/model.ts'
import { scriptWords } from '../bind/script-words.ts'
import type { Context } from '../schema/compile.ts'
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
  const walk: Walk = { types: new Set(types), plans: new Map(), found: [] }
  visit(walk, context, model)
  return walk.found
}

interface Walk {
  readonly types: ReadonlySet<ArgType>
  /** What is to be done with a key of a block: the same for every block of a path, of which there may be 100,000. */
  readonly plans: Map<Context, Map<string, Plan>>
  readonly found: Named[]
}

interface Plan {
  readonly keyword: string
  /** The arguments of the types that are looked for. */
  readonly words: readonly { readonly name: string; readonly isFirst: boolean }[]
  readonly inner: Context | undefined
}

/** Of a key with nothing in it that is looked for. */
const NOTHING: Plan = { keyword: '', words: [], inner: undefined }

function visit(walk: Walk, context: Context, block: MutableBlock): void {
  const plans = plansOf(walk, context)
  for (const key in block) {
    const plan = plans.get(key) ?? planOf(walk, context, key)
    if (plan === NOTHING) continue
    const value = block[key]
    if (!Array.isArray(value)) take(walk, plan, value, block, context.path)
    else for (const one of value as unknown[]) take(walk, plan, one, block, context.path)
  }
}

function plansOf({ plans }: Walk, context: Context): Map<string, Plan> {
  const known = plans.get(context)
  if (known !== undefined) return known
  const made = new Map<string, Plan>()
  plans.set(context, made)
  return made
}

function planOf(walk: Walk, context: Context, key: string): Plan {
  const field = context.fields.get(key)
  const words = (field?.row.args ?? []).flatMap(({ name, type }, i) => (walk.types.has(type) ? [{ name, isFirst: i === 0 }] : []))
  const inner = field?.context?.lines === false ? field.context : undefined
  const isEmpty = field === undefined || (words.length === 0 && inner === undefined)
  const plan = isEmpty ? NOTHING : { keyword: field.row.keyword, words, inner }
  plansOf(walk, context).set(key, plan)
  return plan
}

function take(walk: Walk, { keyword, words, inner }: Plan, setting: unknown, block: MutableBlock, path: string): void {
  for (const { name, isFirst } of words) {
    const value = isObject(setting) ? setting[name] : isFirst ? setting : undefined
    if (typeof value === 'string') walk.found.push({ keyword, value, setting, block, path })
  }
  if (inner !== undefined && isObject(setting)) visit(walk, inner, setting)
}

const isObject = (value: unknown): value is MutableBlock => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A test that a file can be opened, `</path`: nothing is run. */
const OPENS = /^<[ \t]*(?=\/)/

/** The program of a command line: its first word, cut as a shell does. Undefined for an empty command, and where a quote is open. */
export const programOf = (command: string): string | undefined =>
  /["'\\]/.test(command)
    ? scriptWords(command)?.[0]?.text.replace(/\\(.)/gs, '$1')
    : /^[ \t\r\n\v\f]*([^ \t\r\n\v\f]+)/.exec(command)?.[1]

/** The file that a command tests with `</path` instead of running something. */
export const openedBy = (command: string): string | undefined =>
  OPENS.test(command) ? command.replace(OPENS, '').split(/\s/)[0] : undefined

import type { UnknownStatement } from '../bind/model.ts'
import type { JsonObject, JsonValue } from './value.ts'

/** A block of the model, or what stands for one. */
export interface Block {
  readonly [key: string]: unknown
  readonly unknown?: readonly UnknownStatement[]
  readonly invalid?: Readonly<Record<string, string>>
}

/**
 * Reading of settings for conf2json: the typed value; without one the words of the last statement of that name that could not be typed, read as the C
 * code reads them; without that the default.
 */
export function numberOf(block: Block, key: string, fallback: number, alias = key): number {
  const value = block[key] ?? block[alias]
  if (typeof value === 'number') return value
  const statement = value === undefined ? lastUnknown(block, key, alias) : undefined
  if (statement !== undefined) return atoi(statement.args[0] ?? '')
  return typeof value === 'string' ? atoi(value) : fallback
}

/** Switches are 0 and 1. */
export function switchOf(block: Block, key: string, fallback: 0 | 1 = 0): 0 | 1 {
  const value = block[key]
  if (value !== undefined) return value === false ? 0 : 1
  const statement = lastUnknown(block, key, key)
  if (statement === undefined) return fallback
  return /^(off|no|false|0)$/i.test(statement.args[0] ?? '') ? 0 : 1
}

/** Texts; several words are joined by single blanks, of a value with owner or options the first part counts. */
export function textOf(block: Block, key: string, fallback = '', alias = key): string {
  const value = block[key] ?? block[alias]
  if (typeof value === 'string') return singleBlanks(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.join(' ')
  if (typeof value === 'object' && value !== null) {
    const [first] = Object.values(value)
    return typeof first === 'string' ? singleBlanks(first) : typeof first === 'number' ? String(first) : fallback
  }
  const statement = value === undefined ? lastUnknown(block, key, alias) : undefined
  return statement === undefined ? fallback : singleBlanks(statement.args.join(' '))
}

const singleBlanks = (text: string): string =>
  /^\s|\s\s|[\t\v\f\r\n]|\s$/.test(text) ? text.trim().split(/\s+/).join(' ') : text

export function lastUnknown({ unknown }: Block, key: string, alias: string): UnknownStatement | undefined {
  if (unknown === undefined) return undefined
  for (let i = unknown.length - 1; i >= 0; i--) {
    const statement = unknown[i] as UnknownStatement
    if ((statement.keyword === key || statement.keyword === alias) && statement.in === undefined) return statement
  }
  return undefined
}

/** Leading digits; anything else is 0. */
export function atoi(word: string): number {
  const match = /^\s*([+-]?\d+)/.exec(word)
  return match === null ? 0 : Number(match[1]) + 0
}

/** What is left of a part that has no fixed shape: settings as they stand, switches as 0 and 1, what was not understood left out. */
export function parsed(value: unknown): JsonValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'object' || value === null) return value as JsonValue
  if (Array.isArray(value)) return value.map(parsed)
  const object: JsonObject = {}
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'unknown' && key !== 'invalid' && inner !== undefined) object[key] = parsed(inner)
  }
  return object
}

/** A statement that has no typed place, as a block: its words under the arguments of the header, its content unknown. */
export const blockOf = ({ args, block }: UnknownStatement): Block => ({
  ...(args[0] === 'group' && args[1] !== undefined
    ? { group: args[1] }
    : args[0] === 'fwmark' && args[1] !== undefined
      ? { fwmark: atoi(args[1]) }
      : {
          invalid: {
            ...(args[0] === undefined ? {} : { address: args[0] }),
            ...(args[1] === undefined ? {} : { port: args[1] }),
          },
        }),
  unknown: block ?? [],
})

/**
 * Statements of a keyword that ended up somewhere below a block without a typed place: a missing brace leaves a service inside another one, or inside a
 * checker. Those of a service that is itself such a statement belong to it.
 */
export function straysOf(value: unknown, keyword: string): readonly UnknownStatement[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => straysOf(one, keyword))
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'unknown' ? statementsOf(inner as readonly UnknownStatement[], keyword) : straysOf(inner, keyword),
  )
}

/** A loop: unknown blocks nest without bound. */
function statementsOf(unknown: readonly UnknownStatement[], keyword: string): readonly UnknownStatement[] {
  const found: UnknownStatement[] = []
  const waiting = unknown.toReversed()
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.keyword === keyword) found.push(one)
    if (one.keyword === 'virtual_server' && keyword !== 'virtual_server') continue
    for (let i = (one.block?.length ?? 0) - 1; i >= 0; i--) waiting.push(one.block?.[i] as UnknownStatement)
  }
  return found
}

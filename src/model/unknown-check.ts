import type * as t from 'io-ts'
import { type Check, fault, leaf, step } from './check.ts'

/**
 * `unknown` lists: statements by their words, with whatever is below them. Blocks nest as deep as the text did (a million levels are a file of 4 MB), so
 * this is a loop, and what is wrong is said of the outermost statement.
 */
export const UNKNOWN: Check = {
  name: 'unknown',
  ok: (value) => Array.isArray(value) && firstFault(value) === undefined,
  fail: (value: unknown, context: t.Context, errors: t.ValidationError[]) => {
    if (!Array.isArray(value)) errors.push(fault(value, context, 'expected a list of statements'))
    else {
      for (const [i, statement] of value.entries()) {
        const wrong = firstFault([statement])
        if (wrong !== undefined) errors.push(fault(statement, step(context, String(i), UNKNOWN, statement), wrong))
      }
    }
  },
}

const KEYS = new Set(['keyword', 'args', 'prefix', 'block', 'in'])

function firstFault(statements: readonly unknown[]): string | undefined {
  const waiting: (readonly unknown[])[] = [statements]
  const seen = new Set<unknown>()
  for (let list = waiting.pop(); list !== undefined; list = waiting.pop()) {
    if (seen.has(list)) continue
    seen.add(list)
    for (const statement of list) {
      const wrong = faultOf(statement)
      if (wrong !== undefined) return wrong
      const { block } = statement as { readonly block?: readonly unknown[] }
      if (block !== undefined) waiting.push(block)
    }
  }
  return undefined
}

function faultOf(statement: unknown): string | undefined {
  if (typeof statement !== 'object' || statement === null || Array.isArray(statement))
    return 'expected a statement (keyword and args)'
  for (const key in statement) if (!KEYS.has(key)) return 'unknown key in a statement'
  const { keyword, args, prefix, block, in: list } = statement as Record<string, unknown>
  if (typeof keyword !== 'string') return 'expected keyword to be text'
  if (!isTextList(args)) return 'expected args to be a list of texts'
  if (!isText(prefix) || !isText(list)) return 'expected prefix and in to be texts'
  return block === undefined || Array.isArray(block) ? undefined : 'expected block to be a list of statements'
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Header words that could not be read, by argument. */
export const INVALID: Check = leaf(
  'invalid',
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((word) => typeof word === 'string'),
  'an object of texts',
)

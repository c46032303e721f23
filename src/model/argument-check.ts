import { argumentsOf } from '../schema/compile.ts'
import type { Arg, ArgType } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'
import { anyOf, type Check, leaf, listOf, recordOf } from './check.ts'

/** One argument of a row, as the model holds it. */
export function argumentCheck(arg: Arg): Check {
  const one = arg.options === undefined ? scalarCheck(arg) : groupCheck(arg, arg.options)
  return arg.variadic === true || arg.repeatable === true ? listOf(one) : one
}

/** Nested arguments: an object, or the value of the one that stands in order when no other is given (`via 10.0.0.1`). */
function groupCheck({ name }: Arg, options: readonly Arg[]): Check {
  const group = argumentsCheck(name, options)
  const [only, ...others] = argumentsOf(options).positional
  return only === undefined || others.length > 0 ? group : anyOf(name, [argumentCheck(only), group])
}

/**
 * A list of arguments as an object. Those that the target insists on must be there; the others may.
 *
 * @param chosenBy - the argument whose literal chose this list among alternatives: it is there too.
 */
export function argumentsCheck(name: string, args: readonly Arg[], chosenBy?: Arg): Check {
  const required = args.filter((arg) => arg === chosenBy || isRequired(arg)).map((arg) => arg.name)
  return recordOf(name, new Map(args.map((arg) => [arg.name, argumentCheck(arg)])), required)
}

/** An argument behind a literal can be left out, unless the literal can be as well. */
export const isRequired = (arg: Arg): boolean => arg.optional !== true && (arg.literal === undefined || arg.bare === true)

const within = (value: number, { min, max }: Arg): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

/** A value that stands for one word: what its codec would make of the word that it is written as. */
export function scalarCheck(arg: Arg): Check {
  const expected = arg.type === 'bool' ? 'true or false' : arg.type === 'flag' ? 'true' : SCALARS[arg.type].expected(arg)
  return leaf(arg.name, testOf(arg), expected)
}

function testOf(arg: Arg): (value: unknown) => boolean {
  switch (arg.type) {
    case 'int':
      return (value) => Number.isInteger(value) && within(value as number, arg)
    case 'decimal':
      return (value) => Number.isFinite(value) && within(value as number, arg)
    case 'port': {
      const limits = { ...arg, min: arg.min ?? 0, max: arg.max ?? 65535 }
      return (value) => Number.isInteger(value) && (within(value as number, limits) || (value === 0 && arg.optional === true))
    }
    case 'bool':
      return (value) => typeof value === 'boolean'
    case 'flag':
      return (value) => value === true
    case 'enum':
      return (value) =>
        typeof value === 'string'
          ? SCALARS.enum.decode(value, arg) === value
          : arg.min !== undefined && Number.isInteger(value) && within(value as number, arg)
    default: {
      if (ANY_WORD.has(arg.type)) return (value) => typeof value === 'string'
      const { decode } = SCALARS[arg.type]
      return (value) => typeof value === 'string' && decode(value, arg) === value
    }
  }
}

/** Types of which every word is one: there is nothing to decode. */
const ANY_WORD: ReadonlySet<ArgType> = new Set<ArgType>([
  'string',
  'command',
  'path',
  'user',
  'group',
  'email',
  'interface',
  'regex',
  'host',
  'umask',
  'ref',
])

import type { Arg, ArgType } from '../schema/row.ts'
import { mayBeZero, SCALARS } from '../schema/scalars.ts'
import { type Check, leaf } from './check.ts'

const within = (value: number, { min, max }: Arg): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

/** A value that stands for one word: what its codec would make of the word that it is written as. */
export function scalarCheck(arg: Arg): Check {
  const expected = arg.type === 'bool' ? 'true or false' : arg.type === 'flag' ? 'true' : SCALARS[arg.type].expected(arg)
  return leaf(arg.name, testOf(arg), expected, arg.secret === true)
}

function testOf(arg: Arg): (value: unknown) => boolean {
  switch (arg.type) {
    case 'int':
      return (value) => Number.isInteger(value) && within(value as number, arg)
    case 'decimal':
      return (value) => Number.isFinite(value) && within(value as number, arg)
    case 'port': {
      const limits = { ...arg, min: arg.min ?? 0, max: arg.max ?? 65535 }
      return (value) => Number.isInteger(value) && (within(value as number, limits) || (value === 0 && mayBeZero(arg)))
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
      if (ANY_WORD.has(arg.type) && arg.pattern === undefined) return (value) => typeof value === 'string'
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

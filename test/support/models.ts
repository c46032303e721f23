import type { UnknownStatement } from '../../src/bind/model.ts'
import { scalarCheck } from '../../src/model/scalar-check.ts'
import { argumentsOf, type Context, type Field, isAvailable } from '../../src/schema/compile.ts'
import type { Dialect } from '../../src/schema/dialects.ts'
import { schemaOf } from '../../src/schema/registry.ts'
import { type Arg, ENTRY } from '../../src/schema/row.ts'
import { random } from './random.ts'

type Values = Record<string, unknown>

interface Run {
  readonly next: () => number
  readonly version: number
}

const pick = <T>({ next }: Run, from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
const chance = ({ next }: Run, share: number): boolean => next() < share

/** Words of which every one means something to some reader. */
const TEXTS =
  'a|x1|eth0|a b|a  b||#x|x#y|! z|it\'s|say "hi"|"|$HOME|x $|@x|~SEQ(|include|{|}|a{b}|\\|a\\|a b\\|\\#|é漢|tab\there|/usr/bin/x.sh -v|\uFEFFx|//|=|a,b|`x`'.split(
    '|',
  )

/**
 * A model made of the keyword table, as binding would make it: every keyword of a target at every place, with right values and odd words. Not a
 * configuration that makes sense.
 */
export function modelFrom(dialect: Dialect, seed: number): Values {
  const run: Run = { next: random(seed), version: dialect.number }
  const model = block(run, schemaOf(dialect).root, 3)
  if (chance(run, 0.2)) model.unknown = [unknown(run, 2)]
  return model
}

function block(run: Run, context: Context, most: number): Values {
  const fields = context.fields.values().filter((field) => {
    const { form } = field.row
    const isOwn = field.key === field.row.keyword
    return isOwn && form !== 'line' && isAvailable(field, run.version) && field.availability.variant !== 'never a keyword'
  })
  const values: Values = {}
  for (let n = Math.floor(run.next() * (most + 1)); n > 0 && fields.length > 0; n--) {
    const field = pick(run, fields)
    values[field.key] = field.many ? Array.from({ length: chance(run, 0.3) ? 2 : 1 }, () => one(run, field)) : one(run, field)
  }
  return values
}

function one(run: Run, field: Field): unknown {
  const { row, context } = field
  if (row.form === 'flag') return true
  if (row.form === 'value') return shaped(run, field)
  const inner = context as Context
  if (row.form === 'lines' && row.args.length === 0) return entries(run, inner)
  const values = { ...args(run, chosen(run, field)), ...(row.form === 'lines' ? {} : block(run, inner, 4)) }
  if (row.form === 'lines') values.entries = entries(run, inner)
  if (chance(run, 0.1)) values.unknown = [unknown(run, 1)]
  return values
}

function entries(run: Run, context: Context): unknown[] {
  const fields = context.fields.values().filter((field) => field.row.form === 'line' && isAvailable(field, run.version))
  return Array.from({ length: Math.floor(run.next() * 3) }, () => pick(run, fields)).map((field) => {
    const { row } = field
    const [first] = row.args as readonly [Arg]
    if (row.keyword === ENTRY) {
      const value = shaped(run, field)
      return first.variadic === true && Array.isArray(value) ? value[0] : value
    }
    const { [first.name]: named, ...others } = args(run, row.args)
    return { [row.keyword]: named, ...others }
  })
}

const chosen = (run: Run, { row }: Field): readonly Arg[] => pick(run, [row.args, ...(row.alternatives ?? [])])

function shaped(run: Run, field: Field): unknown {
  const [first] = field.row.args as readonly [Arg]
  const values = args(run, chosen(run, field))
  if (field.shape === 'scalar') return values[first.name] ?? first.default ?? true
  const isFirst = field.shape === 'first-or-object' && Object.keys(values).length === 1 && first.name in values
  return isFirst ? values[first.name] : values
}

/** What must be there, what stands in order up to some place, and some of the options. */
function args(run: Run, from: readonly Arg[]): Values {
  const values: Values = {}
  const isCut = chance(run, 0.5)
  for (const arg of from) {
    const needed = arg.optional !== true && (arg.literal === undefined || arg.bare === true)
    const inOrder = arg.literal === undefined
    if (needed || (inOrder ? !isCut : chance(run, 0.2)) || arg === from[0]) values[arg.name] = argument(run, arg)
  }
  return values
}

function argument(run: Run, arg: Arg): unknown {
  if (arg.variadic !== true && arg.repeatable !== true) return value(run, arg)
  return Array.from({ length: 1 + Math.floor(run.next() * 2) }, () => value(run, arg))
}

function value(run: Run, arg: Arg): unknown {
  if (arg.options === undefined) return word(run, arg)
  const inner = args(run, arg.options)
  const [only, ...others] = Object.keys(inner)
  const { positional } = argumentsOf(arg.options)
  return others.length === 0 && positional.length === 1 && positional[0]?.name === only ? inner[only as string] : inner
}

function between(run: Run, min: number, max: number): number {
  return chance(run, 0.2) ? pick(run, [min, max]) : Math.floor(min + run.next() * (max - min))
}

/** A value that the argument takes, for those that are choosier than their type. */
function word(run: Run, arg: Arg): unknown {
  const { ok } = scalarCheck(arg)
  const value = anyWord(run, arg)
  if (ok(value)) return value
  const found = [...ODD_WORDS, ...(arg.enum ?? [])].find(ok)
  // None of these: the model is then refused, which is no loss as long as most are not.
  return found ?? value
}

const ODD_WORDS = [
  '1',
  1,
  '10.0.0.1',
  '1-2',
  '80-90',
  '224.0.0.18',
  'ff02::12',
  '10.0.0.0/24',
  '2001:db8::1',
  '255.255.255.0',
  'a1',
  'plain',
  '1/2',
  '1:2:3:4',
  '100ms',
  'default',
  '+',
  true,
]

function anyWord(run: Run, arg: Arg): unknown {
  const { min = 0, max = 1000 } = arg
  switch (arg.type) {
    case 'int':
      return between(run, min, Math.max(min, max))
    case 'decimal':
      return Math.min(max, Math.max(min, Math.round(between(run, min, Math.max(min, max)) * 1000 + run.next() * 999) / 1000))
    case 'port':
      return between(run, Math.max(1, min), arg.max ?? 65535)
    case 'bool':
      return chance(run, 0.5)
    case 'flag':
      return true
    case 'enum':
      return arg.min !== undefined && chance(run, 0.3) ? between(run, min, max) : pick(run, arg.enum as readonly string[])
    case 'ip':
      return pick(run, ['10.0.0.1', '2001:db8::1', 'fe80::1%eth0'])
    case 'ip-cidr':
    case 'ip-range':
      return pick(run, ['10.0.0.1', '224.0.0.18', 'ff02::12', '10.0.0.0/24', '2001:db8::1'])
    case 'ipv4':
    case 'netmask':
      return '255.255.255.0'
    case 'ipv4-cidr':
      return '10.0.0.0/8'
    case 'ipv6':
      return '2001:db8::1'
    case 'hex':
      return arg.length === undefined ? pick(run, ['00ff', 'a1']) : 'a1'.repeat(arg.length / 2).slice(0, arg.length)
    case 'int-range':
      return String(between(run, min, max))
    case 'mac':
      return '00:00:5e:00:01:01'
    case 'dns-name':
      return 'example.org'
    default:
      return chance(run, 0.5) ? 'plain' : pick(run, TEXTS)
  }
}

function unknown(run: Run, depth: number): UnknownStatement {
  const words = Array.from({ length: Math.floor(run.next() * 3) }, () => pick(run, TEXTS))
  return {
    keyword: pick(run, ['zzz', '"', '#k', '@k', '{', 'a b']),
    args: words,
    ...(chance(run, 0.2) ? { prefix: pick(run, ['@id', '@^id']) } : {}),
    ...(chance(run, 0.3) && depth > 0 ? { block: [unknown(run, depth - 1)] } : {}),
  }
}

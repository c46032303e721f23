import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scalarCheck } from '../../src/model/scalar-check.ts'
import { isRange } from '../../src/schema/addresses.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'
import type { Arg, ArgType } from '../../src/schema/row.ts'
import { WORD_DEFINITIONS, wordSchema } from '../../src/schema-json/word.ts'
import { compile } from './validators.ts'

const nested = (arg: Arg): readonly Arg[] => (arg.options === undefined ? [arg] : arg.options.flatMap(nested))

/** One argument of every schema of a word. */
const ARGS: readonly Arg[] = [
  ...new Map(
    Object.values(SCHEMAS)
      .flatMap(({ rows }) => rows)
      .flatMap((row) => [...row.args, ...(row.alternatives ?? []).flat()].flatMap(nested))
      .map((arg) => [JSON.stringify(wordSchema(arg)), arg]),
  ).values(),
]

const VALUES: readonly unknown[] = [
  ...[0, 1, -1, 1.5, 80, 254, 255, 256, 65535, 65536, 4294967295, 4294967296, 1e300, true, false, null, [], {}, [1], { a: 1 }],
  ...[
    '',
    ' ',
    '0',
    '1',
    '007',
    '-5',
    '+5',
    ' 7',
    '1.5',
    'on',
    'true',
    'TCP',
    'tcp',
    'rr',
    'a\nb',
    'é',
    '.',
    '..',
    '.a',
    'a.',
    'a..b',
    'a.b',
  ],
  ...[
    '10.0.0.1',
    '10.0.0.256',
    '10.0.0',
    '10.0.0.01',
    '010.0.0.1',
    '0.0.0.0',
    '10.0.0.1.2',
    '10.0.0.1/24',
    '10.0.0.1/33',
    '10.0.0.1/032',
  ],
  ...[
    '10.0.0.1-20',
    '10.0.0.1-256',
    '10.0.0.1-10.0.0.9',
    '10.0.0.1-',
    '-1',
    '::',
    '::1',
    ':::',
    '1::2::3',
    'fe80::1%eth0',
    'fe80::1%',
  ],
  ...[
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '1:2:3:4:5:6:7:8:9',
    '::ffff:10.0.0.1',
    '1:2:3:4:5:6:10.0.0.1',
    '10.0.0.1::',
    '::1.2.3',
  ],
  ...[
    '::1/128',
    '::1/129',
    '::1-ff',
    '::1-12345',
    '::1-::5',
    'fe80::1%a-b',
    'fe80::1%eth-zz',
    'fe80::1%a/64',
    'fe80::1%a/b/64',
    '12345::',
  ],
  ...[
    '255.255.255.0',
    '128',
    '129',
    '024',
    '02:00:00:00:00:01',
    '2:0:0:0:0:1',
    '2:0:0:0:1',
    '2:0:0:1',
    '0g',
    'ff',
    'FFxx',
    '200-299',
  ],
]

/** Texts that look like addresses. */
const address = fc.array(fc.constantFrom(...'0123456789afg:.%/-'.split(''), '::', '10.0.0.1', 'fe80', '255', '256'), {
  maxLength: 12,
})
const text = fc.oneof(
  address.map((parts) => parts.join('')),
  fc.string(),
)

/** A pattern does not compare numbers (see jsonSchema). */
const isBeyond = (arg: Arg, value: unknown): boolean =>
  typeof value === 'string' && BEYOND[arg.type]?.(value, arg) === true && !scalarCheck(arg).ok(value)

const BEYOND: Readonly<Partial<Record<ArgType, (value: string, arg: Arg) => boolean>>> = {
  'int-range': (value) => /^\d+(-\d+)?$/.test(value),
  netmask: (value) => /^[\da-fx.]+$/i.test(value),
  'ip-range': (value, { ascending }) => ascending === true && isRange(value),
}

describe('the schema of a word', () => {
  const cases = ARGS.map((arg) => {
    const check = scalarCheck(arg)
    const validate = compile({ ...wordSchema(arg), $defs: WORD_DEFINITIONS })
    return { arg, agree: (value: unknown) => isBeyond(arg, value) || validate(value) === check.ok(value) }
  })

  it('accepts what the codec of the argument accepts', () => {
    for (const { arg, agree } of cases) {
      const ends = [arg.min, arg.max].flatMap((end) => (end === undefined ? [] : [end - 1, end, end + 1, String(end)]))
      expect(
        [...VALUES, ...ends, ...(arg.enum ?? [])].filter((value) => !agree(value)),
        JSON.stringify(arg),
      ).toEqual([])
    }
    expect(cases.length).toBeGreaterThan(80)
  }, 60_000)

  it('the same for random texts', () => {
    const texts = cases.filter(({ arg }) => !['int', 'decimal', 'port', 'bool', 'flag'].includes(arg.type))
    fc.assert(
      fc.property(text, (word) => {
        for (const { arg, agree } of texts) expect(agree(word), `${JSON.stringify(arg)} ${JSON.stringify(word)}`).toBe(true)
      }),
      { numRuns: process.env.KEEPALIVED_CONF_LONG === '1' ? 50_000 : 2_000 },
    )
  }, 120_000)
})

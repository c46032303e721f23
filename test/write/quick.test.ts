import { expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Result } from '../../src/diagnostics/result.ts'
import { type Dialect, dialectOf } from '../../src/schema/dialects.ts'
import { schemaOf } from '../../src/schema/registry.ts'
import type { Lineage } from '../../src/schema/row.ts'
import { writeBlock } from '../../src/write/block.ts'
import { resultOf } from '../../src/write/statement.ts'
import { writingOf, writtenText } from '../../src/write/writing.ts'
import { placed, read, wrap } from '../schema/wrap.ts'
import { allSharedFiles } from '../support/files.ts'
import { modelFrom } from '../support/models.ts'
import { random } from '../support/random.ts'

const LONG = process.env.KEEPALIVED_CONF_LONG === '1'
const TARGETS = ['lvs-1.2.2', 'keepalived-2.4.3', 'dpvs-1.9', 'keepalived-2.2.7', 'keepalived-1.2.13']

type Values = Record<string, unknown>

function written(model: Values, dialect: Dialect, isQuick: boolean): Result<string> {
  const run = writingOf(dialect, '  ', '\n', isQuick)
  writeBlock(run, schemaOf(dialect).root, model, '', [])
  return resultOf(run, writtenText(run))
}

/** Both ways give the same text, or the same findings. Gives whether there is a text. */
function same(name: string, model: Values, dialect: Dialect): boolean {
  const quick = written(model, dialect, true)
  expect(quick, name).toEqual(written(model, dialect, false))
  return quick.ok
}

/** Share of the cases that have a text. */
const shareOf = (results: readonly boolean[]): number => results.filter(Boolean).length / Math.max(1, results.length)

it('the quick way writes what the way that reads every line back writes, for models made of the keyword table', () => {
  const results = Array.from({ length: LONG ? 10_000 : 1000 }, (_, seed) => {
    const dialect = dialectOf(TARGETS[seed % TARGETS.length] as string) as Dialect
    return same(`seed ${seed}`, modelFrom(dialect, seed), dialect)
  })
  expect(shareOf(results)).toBeGreaterThan(0.6)
})

it('and for models in which any value may stand anywhere', () => {
  const results = Array.from({ length: LONG ? 10_000 : 1000 }, (_, seed) => {
    const dialect = dialectOf(TARGETS[seed % TARGETS.length] as string) as Dialect
    return same(`seed ${seed}`, spoiledModel(modelFrom(dialect, seed), random(seed)), dialect)
  })
  expect(shareOf(results)).toBeGreaterThan(0.05)
  expect(shareOf(results)).toBeLessThan(0.95)
})

const ODD: readonly unknown[] = [
  ...[0, -0, 1, -1, 255, 256, 65535, 65536, 1.5, 0.1234567, 1e21, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
  ...['', '1', '01', '+1', '1.5', 'on', 'a', 'a b', '10.0.0.1', '10.0.0.1/24', '::1', 'inet', 'dev', 'x'.repeat(201), '"', '#'],
  ...[
    true,
    false,
    null,
    undefined,
    [],
    {},
    [1],
    ['a'],
    ['a b', 'c'],
    [undefined],
    { name: 'x' },
    { address: '10.0.0.1', port: 80 },
  ],
]

const spoiledModel = (model: Values, next: () => number): Values =>
  Object.fromEntries(Object.entries(model).map(([key, value]) => [key, spoiled(value, next)]))

/** One value in ten is another one; keys of an object change places now and then. */
function spoiled(value: unknown, next: () => number): unknown {
  if (next() < 0.1) return ODD[Math.floor(next() * ODD.length)]
  if (Array.isArray(value)) return value.map((item) => spoiled(item, next))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, spoiled(item, next)])
  return Object.fromEntries(next() < 0.2 ? entries.reverse() : entries)
}

it('and for every file of the shared material', () => {
  const results = allSharedFiles().flatMap(({ path, text }, i) =>
    (LONG ? TARGETS : [TARGETS[i % 4] as string]).map((target) =>
      same(`${path} for ${target}`, parse(text, { target }).model as Values, dialectOf(target) as Dialect),
    ),
  )
  expect(shareOf([...results, true])).toBeGreaterThan(0.6)
})

it('and for the example of every row', () => {
  const LINEAGES: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']
  const rows = LINEAGES.flatMap(placed)
  const results = rows.map((at) => same(at.row.example, read(wrap(at), at.dialect).model as Values, at.dialect))
  expect(results.length).toBeGreaterThan(700)
  expect(shareOf(results)).toBeGreaterThan(0.95)
})

it('a value that is met again is written as the first time, and another one of the same look is not', () => {
  const dialect = dialectOf('2.4.3') as Dialect
  const instances = [1, '1', 1, 300, 1].map((priority, i) => ({ name: `I${i}`, priority }))
  const quick = written({ vrrp_instance: instances }, dialect, true)
  expect(quick.diagnostics.map(({ path }) => path)).toEqual(['vrrp_instance[1].priority', 'vrrp_instance[3].priority'])
  same('priorities', { vrrp_instance: instances }, dialect)
})

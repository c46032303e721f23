import { expect, it } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { type Config, parse } from '../../src/config.ts'
import { childRows, type Document, hasBlock, headSpan } from '../../src/cst/document.ts'
import { keywordOf } from '../../src/cst/words.ts'
import { diff } from '../../src/diff/diff.ts'
import type { DiffInput } from '../../src/diff/side.ts'
import { conf2json } from '../../src/json/conf2json.ts'
import { toJSON } from '../../src/json/to-json.ts'
import type { JsonValue } from '../../src/json/value.ts'
import { allSharedFiles } from '../support/files.ts'
import { mutate, pieces, random, randomText } from '../support/random.ts'

const TARGETS = ['lvs-1.2.2', 'keepalived-2.4.3', 'dpvs-1.9']
const RUNS = process.env.KEEPALIVED_CONF_LONG === '1' ? 20_000 : 200

/** Without a service nothing tells the shape of conf2json. */
function forms(config: Config): readonly DiffInput[] {
  const original = conf2json(config)
  const hasServices = (original.virtual_server as readonly unknown[]).length > 0
  return [config, toJSON(config), ...(hasServices ? [original] : [])]
}

it('nothing differs from itself, in any shape', () => {
  for (const [index, { path, text }] of allSharedFiles().entries()) {
    const target = TARGETS[index % TARGETS.length] as string
    const config = parse(text, { target })
    for (const form of forms(config)) expect(diff(config, form), `${path} for ${target}`).toEqual([])
  }
}, 60_000)

it('nothing differs from itself, and nothing throws, for random and mutated texts', () => {
  const base = generate({ vs: 3, vrrp: 1 })
  for (let seed = 0; seed < RUNS; seed++) {
    const text = seed % 2 === 0 ? randomText(seed, pieces) : mutate(base, seed)
    const target = TARGETS[seed % TARGETS.length] as string
    const config = parse(text, { target })
    for (const form of forms(config)) expect(diff(config, form), JSON.stringify(text)).toEqual([])
    diff(config, parse(mutate(text, seed + 1), { target }))
  }
})

/** Blocks and settings of a file in another order; lists whose order counts, and what a definition holds, stay. */
function shuffled(text: string, seed: number): string {
  const document = parse(text, { target: '2.4.3' }).document
  const next = random(seed)
  const write = (parent: number, keyword: string): string => {
    const rows = [...childRows(document, parent)]
    const parts = rows.map((row) => statement(document, row, write))
    if (!/_ipaddress|_route|_rule|payload/.test(keyword)) {
      for (let i = parts.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        ;[parts[i], parts[j]] = [parts[j] as string, parts[i] as string]
      }
    }
    return parts.join('')
  }
  return write(-1, '')
}

function statement(document: Document, row: number, write: (row: number, keyword: string) => string): string {
  const { start, end } = headSpan(document, row)
  const head = document.text.slice(start, end)
  return hasBlock(document, row) ? `${head.replace(/\s*\{$/, '')} {\n${write(row, keywordOf(document, row))}}\n` : `${head}\n`
}

it('order makes no difference', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const text = generate({ vs: 20, vrrp: 2, style: 'plain', seed })
    const other = shuffled(text, seed)
    expect(other).not.toBe(text)
    for (const target of ['2.4.3', 'lvs-1.2.2']) {
      const [a, b] = [parse(text, { target }), parse(other, { target })]
      expect(diff(a, b)).toEqual([])
      expect(diff(conf2json(a), b)).toEqual([])
    }
  }
})

const brief = (changes: ReturnType<typeof diff>, isBack: boolean): readonly string[] =>
  changes
    .map(({ kind, keyword, old, new: fresh, oldPlace, newPlace }) => {
      const [a, b] = isBack ? [fresh, old] : [old, fresh]
      const [from, to] = isBack ? [newPlace, oldPlace] : [oldPlace, newPlace]
      const opposite = { added: 'removed', removed: 'added' } as const
      const named = isBack && (kind === 'added' || kind === 'removed') ? opposite[kind] : kind
      return JSON.stringify([named, keyword, a, b, from, to])
    })
    .sort()

it('the other way round is the opposite', () => {
  const base = generate({ vs: 6, vrrp: 2, style: 'plain' })
  for (let seed = 0; seed < RUNS; seed++) {
    const [a, b] = [mutate(base, seed), mutate(base, seed + RUNS)].map((text) => parse(text, { target: '2.4.3' })) as [
      Config,
      Config,
    ]
    expect(brief(diff(b, a), true)).toEqual(brief(diff(a, b), false))
  }
})

it('every changed number of a file is one difference at its line', () => {
  const text = generate({ vs: 12, vrrp: 2, style: 'plain' })
  const config = parse(text, { target: '2.4.3' })
  const lines = text.split('\n')
  let count = 0
  for (const [index, line] of lines.entries()) {
    if (!/^\s*(weight|delay_loop|connect_timeout|connect_port|priority|persistence_timeout|quorum) \d+$/.test(line)) continue
    const changed = lines.with(
      index,
      line.replace(/\d+$/, (digits) => String(Number(digits) + 1)),
    )
    const found = diff(config, parse(changed.join('\n'), { target: '2.4.3' }))
    expect(found.map(({ kind, oldPlace, newPlace }) => [kind, oldPlace?.range?.start.line, newPlace?.range?.start.line])).toEqual(
      [['changed', index + 1, index + 1]],
    )
    count++
  }
  expect(count).toBeGreaterThan(30)
})

it('JSON of any kind is compared without an exception', () => {
  const values: readonly JsonValue[] = [
    ...[null, true, 1, 'text', [], {}, [[]], { virtual_server: 1 }, { virtual_server: [1, null, [], {}] }],
    { virtual_server: [{ vip: { toString: 1 }, vport: [], real_server: 'x' }] },
    { virtual_server: [{ address: { toString: 1 }, real_server: [[], 5] }], unknown: [1, { keyword: 'a', args: 5, block: 7 }] },
    { vrrp_instance: { name: 'A' }, global_defs: [1], unknown: { a: 1 } },
    JSON.parse('{"__proto__":{"a":1},"virtual_server":[{"vip":"10.0.0.1","__proto__":1}]}'),
    JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    JSON.parse(`{"virtual_server":[{"vip":"a","b":${'['.repeat(20_000)}${']'.repeat(20_000)}}]}`),
  ]
  for (const a of values) {
    expect(diff(a, a)).toEqual([])
    for (const b of values) diff(a, b, { vips: new Map([['10.0.0.1', '10.0.0.2']]), only: ['virtual_server'] })
  }
})

it('blocks without end are compared', () => {
  const nested = (depth: number): Config => parse(`${'a {\n'.repeat(depth)}${'}\n'.repeat(depth)}`)
  expect(diff(nested(20_000), nested(20_000))).toEqual([])
  expect(diff(nested(20_000), nested(19_999)).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

it('time grows with the size: 4,000 differences in lists of 20,000 entries', () => {
  const routes = (from: number): string =>
    `static_routes {\n${Array.from({ length: 20_000 }, (_, i) => `10.${(i + from) >> 8}.${(i + from) & 255}.0/24 via 10.0.0.1\n`).join('')}}\n`
  const start = performance.now()
  expect(diff(parse(routes(0), { target: '2.4.3' }), parse(routes(2000), { target: '2.4.3' }))).toHaveLength(4000)
  expect(performance.now() - start).toBeLessThan(10_000)
})

import { expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { locate } from '../../src/edit/locate.ts'
import { insert, move, remove, set } from '../../src/edit/operations.ts'
import type { Path } from '../../src/edit/path.ts'
import { reconcile } from '../../src/edit/reconcile.ts'
import { rename } from '../../src/edit/rename.ts'
import type { Model } from '../../src/model/types.ts'
import { sharedFiles } from '../support/files.ts'
import { mutate, pieces, random, randomText } from '../support/random.ts'

const circle: Record<string, unknown> = {}
circle.self = circle

const VALUES: readonly unknown[] = [
  ...[null, true, Number.NaN, -1, 1e30, 10n, Symbol('a'), () => 1, '', ' ', 'a"b', '}', '{', '#', '$A', '${A}', '\0', '\n'],
  ...[[], [[]], [null], {}, { name: 'A' }, { address: '10.0.0.1', port: 80 }, { __proto__: null, a: 1 }, circle, [circle]],
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'),
]
const STEPS: readonly string[] = [
  ...[
    'virtual_server',
    '[0]',
    '[1]',
    'real_server',
    'weight',
    'vrrp_instance',
    'name',
    'virtual_ipaddress',
    'address',
    'unknown',
  ],
  ...['invalid', '__proto__', 'constructor', '["10.0.0.1 80"]', '["A"]', 'entries', 'global_defs', 'router_id', '[99]', '["', ''],
]
const PATHS: readonly unknown[] = [null, undefined, 5, [], [1.5], [-1], [{}], '.', '[', '..a', 'a[', 'a[b]', 'a["\\u"]', '[0]']

test('nothing that is asked for makes an operation throw', { timeout: 600_000 }, () => {
  const share = process.env.KEEPALIVED_CONF_LONG === '1' ? 1 : 0.05
  const next = random(17)
  const files = sharedFiles('conformance').filter(({ text }) => text.length < 2000)
  const one = <A>(list: readonly A[]): A => list[Math.floor(next() * list.length)] as A
  const path = (): Path => {
    if (next() < 0.1) return one(PATHS) as Path
    const steps = Array.from({ length: 1 + Math.floor(next() * 5) }, () => one(STEPS))
    return steps.map((step, i) => (i === 0 || step.startsWith('[') ? step : `.${step}`)).join('')
  }
  for (let seed = 1; seed <= 10_000 * share; seed++) {
    const file = files.length > 0 && seed % 2 === 0 ? mutate(one(files).text, seed) : randomText(seed, pieces)
    const config = parse(file, { target: one(['lvs-1.2.2', '2.2.7', '2.4.3']), ...(seed % 5 === 0 ? { configId: 'id' } : {}) })
    const value = one(VALUES)
    const [from, to] = [path(), path()]
    try {
      set(config, from, value)
      insert(config, from, value)
      remove(config, from)
      move(config, from, to)
      rename(config, from, String(typeof value))
      locate(config, from)
      reconcile(config, { ...config.model, [one(Object.keys(config.model).concat('a'))]: value } as Model)
      reconcile(config, value as Model)
    } catch (error) {
      expect.fail(`seed ${seed}, ${String(from)}: ${String((error as Error).stack)}\n${JSON.stringify(file)}`)
    }
  }
})

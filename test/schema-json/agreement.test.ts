import { expect, it } from 'vitest'
import { modelCodec } from '../../src/codecs.ts'
import { parse } from '../../src/config.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { pathOf } from '../../src/model/decode.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'
import { allSharedFiles } from '../support/files.ts'
import { random } from '../support/random.ts'
import { TARGETS, validatorOf } from './validators.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const RUNS = process.env.KEEPALIVED_CONF_LONG === '1' ? 100_000 : 2_000

const KEYWORDS = [...new Set(Object.values(SCHEMAS).flatMap(({ rows }) => rows.map(({ keyword }) => keyword)))]
const VALUES: readonly Json[] = [
  ...[
    0,
    1,
    -1,
    2.5,
    80,
    255,
    256,
    65536,
    4294967296,
    true,
    false,
    null,
    '',
    'on',
    'rr',
    'TCP',
    'x y',
    '10.0.0.1',
    '10.0.0.300',
    '::1',
  ],
  ...['10.0.0.0/8', '10.0.0.1-9', '200-299', '299-200', '700', '255.255.0.0', 'keepalived-2.9.9', 'lvs-1.2.2', 'nginx'],
]

/** Every object and list of a value. */
function nodes(value: Json, into: (Json[] | { [key: string]: Json })[] = []): typeof into {
  if (typeof value !== 'object' || value === null) return into
  into.push(value)
  for (const inner of Object.values(value)) nodes(inner, into)
  return into
}

/** One to three changes at random places: other values, other keys, keys left out, lists made and dissolved. */
function mutated(base: Json, seed: number): Json {
  const next = random(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const root: { [key: string]: Json } = { root: structuredClone(base) }
  for (let n = 1 + Math.floor(next() * 3); n > 0; n--) {
    const all = nodes(root)
    const holder = pick(all) as { [key: string]: Json }
    const keys = Object.keys(holder)
    const key = keys.length === 0 ? pick(KEYWORDS) : pick(keys)
    const value = holder[key] ?? null
    const other = structuredClone(pick(all.slice(1)) as Json)
    const what = Math.floor(next() * 11)
    if (what <= 2) holder[key] = pick(VALUES)
    else if (what === 3) holder[key] = [value]
    else if (what === 4) holder[key] = Array.isArray(value) ? (value[0] ?? {}) : { [pick(KEYWORDS)]: value }
    else if (what === 5) holder[key] = next() < 0.5 ? other : []
    else if (Array.isArray(holder)) holder.push(next() < 0.5 ? pick(VALUES) : value)
    else if (what === 6) holder[pick(KEYWORDS)] = next() < 0.5 ? pick(VALUES) : value
    else if (what === 7 && typeof value === 'number') holder[key] = value + (next() < 0.5 ? 1 : -1)
    else if (holder !== root) delete holder[key]
  }
  return JSON.parse(JSON.stringify(root.root ?? null))
}

const FALLBACK = [
  'vrrp_instance A {\n  priority 100\n  virtual_ipaddress {\n    10.0.0.1/24 dev eth0\n  }\n}\nunknown x {\n  y\n}\n',
]

/** What the schema cannot say (see jsonSchema): each is accepted by it and refused by the codec. */
const EXCEPTIONS: Readonly<Record<string, RegExp>> = {
  'a range of numbers that descends or leaves its limits': /: expected a number or a range/,
  'a version that there is not': /^target: expected the name of a target/,
}

it('codec and JSON Schema agree on mutated JSON', () => {
  const texts = allSharedFiles().filter(({ text }) => text.length < 20_000)
  const sources = texts.length === 0 ? FALLBACK : texts.map(({ text }) => text)
  const accepted: Record<string, number> = {}
  for (const [t, target] of TARGETS.entries()) {
    const codec = modelCodec(target)
    const validate = validatorOf(target)
    accepted[target] = 0
    for (let seed = t; seed < RUNS; seed += TARGETS.length) {
      const json = mutated(toJSON(parse(sources[seed % sources.length] as string, { target })) as Json, seed)
      const decoded = codec.decode(json)
      const faults = decoded._tag === 'Right' ? [] : decoded.left.map((one) => `${pathOf(one.context)}: ${one.message}`)
      if (decoded._tag === 'Right') accepted[target]++
      if (validate(json) === (faults.length === 0)) continue
      const known = Object.entries(EXCEPTIONS).filter(([, pattern]) => faults.every((fault) => pattern.test(fault)))
      expect(
        known.length,
        `${target} ${seed}: ${faults.join('; ')} | ${JSON.stringify(validate.errors)} | ${JSON.stringify(json)}`,
      ).toBe(1)
      expect(faults.length).toBeGreaterThan(0)
    }
    // Mutations that leave all right, and such that do not, are both plenty.
    expect(accepted[target] / (RUNS / TARGETS.length), target).toBeGreaterThan(0.1)
    expect(accepted[target] / (RUNS / TARGETS.length), target).toBeLessThan(0.9)
  }
}, 120_000)

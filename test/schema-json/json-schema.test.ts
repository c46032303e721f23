import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { type JsonSchema, jsonSchema } from '../../src/schema.ts'
import { allSharedFiles } from '../support/files.ts'
import { compile, TARGETS, validatorOf, wrong } from './validators.ts'

const validators = TARGETS.map((target) => ({ target, validate: validatorOf(target) }))
const every = validatorOf('all')
const newest = validatorOf('2.4.3')

describe('the JSON Schema of the model form', () => {
  it('accepts the JSON of every file of the corpus and of the conformance set, for every target', () => {
    for (const { path, text } of allSharedFiles()) {
      for (const { target, validate } of validators) {
        const json = toJSON(parse(text, { target }))
        expect(wrong(validate, json), `${path} for ${target}`).toBe('')
        expect(wrong(every, json), `${path} for ${target}, all`).toBe('')
      }
    }
  }, 120_000)

  it.each<[string, unknown, string]>([
    ['a wrong type', { vrrp_instance: [{ name: 'A', priority: '100' }] }, '/vrrp_instance/0/priority must be integer'],
    ['a wrong type of a block', { vrrp_instance: { name: 'A' } }, '/vrrp_instance must be array'],
    ['a switch that is off', { vrrp_instance: [{ nopreempt: false }] }, '/vrrp_instance/0/nopreempt must be equal to constant'],
    ['an unknown key', { vrrp_instance: [{ prio: 1 }] }, '/vrrp_instance/0 must NOT have additional properties'],
    ['an unknown key at the top', { vrrp: [] }, ' must NOT have additional properties'],
    ['one beyond a range', { vrrp_instance: [{ virtual_router_id: 256 }] }, '/vrrp_instance/0/virtual_router_id must be <= 255'],
    ['one below a range', { vrrp_instance: [{ virtual_router_id: 0 }] }, '/vrrp_instance/0/virtual_router_id must be >= 1'],
    ['a fraction', { vrrp_instance: [{ priority: 1.5 }] }, '/vrrp_instance/0/priority must be integer'],
    [
      'a word of no list',
      { vrrp_instance: [{ state: 'MASTR' }] },
      '/vrrp_instance/0/state must be equal to one of the allowed values',
    ],
    [
      'a missing argument',
      { interface_up_down_delays: [{ interface: 'eth0' }] },
      "/interface_up_down_delays/0 must have required property 'downDelay'",
    ],
    ['another format', { formatVersion: 2 }, '/formatVersion must be equal to constant'],
    ['no target', { target: 'nginx' }, '/target must match pattern'],
    ['an unknown statement without words', { unknown: [{ keyword: 'x' }] }, "/unknown/0 must have required property 'args'"],
    [
      'invalid words that are none',
      { vrrp_instance: [{ invalid: { name: 1 } }] },
      '/vrrp_instance/0/invalid/name must be string',
    ],
    ['a list', [], ' must be object'],
    ['nothing', null, ' must be object'],
  ])('refuses %s', (_what, json, expected) => {
    expect(wrong(newest, json).startsWith(expected), wrong(newest, json)).toBe(true)
    expect(wrong(every, json)).not.toBe('')
  })

  it('knows keywords by version, and with `all` by the lineage of the target', () => {
    const model = { virtual_server: [{ address: '10.0.0.1', real_server: [{ address: '10.0.0.2', PING_CHECK: [{}] }] }] }
    expect(wrong(newest, model)).toBe('')
    expect(wrong(validatorOf('2.0.0'), model)).not.toBe('')
    const laddr = { local_address_group: [{ name: 'g', entries: ['10.0.0.1'] }] }
    expect(wrong(every, { target: 'lvs-1.2.2', ...laddr })).toBe('')
    expect(wrong(every, { target: 'keepalived-2.4.3', ...laddr })).not.toBe('')
    expect(jsonSchema('nginx')).toEqual(jsonSchema('2.4.3'))
  })
})

/** Every schema inside a schema. */
function* parts(schema: JsonSchema): Generator<JsonSchema> {
  yield schema
  const inner = [
    schema.items,
    schema.not,
    ...(schema.anyOf ?? []),
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.$defs ?? {}),
  ]
  for (const one of inner) if (one !== undefined) yield* parts(one)
}

describe('what it says', () => {
  const schemas = ['all', ...TARGETS].map((target) => ({ target, schema: jsonSchema(target) }))

  it('every setting has a description, and a default that it accepts', () => {
    const seen = new Set<string>()
    for (const { schema } of schemas) {
      for (const part of parts(schema)) {
        for (const [key, setting] of Object.entries(part.properties ?? {})) {
          if (setting.default === undefined || seen.has(JSON.stringify(setting))) continue
          seen.add(JSON.stringify(setting))
          const validate = compile('$ref' in setting ? { ...setting, $defs: schema.$defs ?? {} } : setting)
          expect(wrong(validate, setting.default), `${key}: ${JSON.stringify(setting)}`).toBe('')
        }
      }
      for (const [key, setting] of Object.entries(schema.properties ?? {})) {
        expect(setting.description ?? setting.$ref, key).toBeTruthy()
      }
    }
    expect(seen.size).toBeGreaterThan(100)
  }, 60_000)

  it('points to definitions that are there, and has none that nothing points to but words', () => {
    for (const { target, schema } of schemas) {
      const names = Object.keys(schema.$defs ?? {})
      const used = [...parts(schema), schema.then, schema.else].flatMap((part) => part?.$ref?.slice('#/$defs/'.length) ?? [])
      expect(
        used.filter((name) => !names.includes(name)),
        target,
      ).toEqual([])
    }
  })

  it('names definitions as the interfaces of the model', () => {
    const types = readFileSync(new URL('../../src/model/types.ts', import.meta.url), 'utf8')
    const interfaces = new Set([...types.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name as string))
    const others = schemas.flatMap(({ schema }) => {
      const records = Object.entries(schema.$defs ?? {}).filter(([, { type }]) => type === 'object')
      // Where lineages differ, the interface is one of all and the definitions are several.
      const names = records.map(([name]) => (interfaces.has(name) ? name : name.replace(/^(Lvs|Dpvs)(?=[A-Z])/, '')))
      return names.filter((name) => !interfaces.has(name))
    })
    // The interfaces of some lists are one where only the sentences about them differ.
    const shared = ['RtoMin', 'Rttvar', 'TrackBfdEntry', 'TrackProcessEntry']
    expect([...new Set(others)].sort()).toEqual(['Invalid', ...shared, 'UnknownStatement'])
  })
})

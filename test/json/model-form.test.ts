import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { fromJSON } from '../../src/json/from-json.ts'
import { toJSON } from '../../src/json/to-json.ts'

describe('the model form', () => {
  const text = 'vrrp_instance A {\n  priority 100\n  nonsense x\n}\nglobal_defs {\n  router_id r\n}\n'

  it('starts with formatVersion and target and goes on as written', () => {
    const json = toJSON(parse(text, { target: '2.4.3' }))
    expect(Object.keys(json as object)).toEqual(['formatVersion', 'target', 'vrrp_instance', 'global_defs'])
    expect(json).toEqual({
      formatVersion: 1,
      target: 'keepalived-2.4.3',
      vrrp_instance: [{ name: 'A', priority: 100, unknown: [{ keyword: 'nonsense', args: ['x'] }] }],
      global_defs: { router_id: 'r' },
    })
  })

  it('shares nothing with the configuration', () => {
    const config = parse(text, { target: '2.4.3' })
    const json = toJSON(config) as { vrrp_instance: { priority: number }[] }
    ;(json.vrrp_instance[0] as { priority: number }).priority = 1
    expect(config.model.vrrp_instance?.[0]?.priority).toBe(100)
  })

  it('is read back', () => {
    const config = parse(text, { target: '2.4.3' })
    expect(fromJSON(toJSON(config))).toEqual({ ok: true, value: config.model, diagnostics: [] })
  })

  it('says what is wrong, by path', () => {
    const result = fromJSON({ vrrp_instance: [{ name: 'A', priority: 300, prio: 1 }] })
    expect(result.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['json/invalid', 'vrrp_instance[0].priority'],
      ['json/unknown-key', 'vrrp_instance[0].prio'],
    ])
    expect(fromJSON({}, { target: 'nginx' }).ok).toBe(false)
    // A list is the tree form, and an empty one an empty configuration.
    for (const odd of [null, 1, 'x', undefined]) expect(fromJSON(odd).ok).toBe(false)
  })
})

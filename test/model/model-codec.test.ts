import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { modelCodec } from '../../src/codecs.ts'
import { parse } from '../../src/config.ts'
import { fromJSON } from '../../src/json/from-json.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { pathOf } from '../../src/model/decode.ts'
import { allSharedFiles } from '../support/files.ts'

const codec = modelCodec('lvs-1.2.2')

/** Paths and messages of what is wrong. */
const faults = (value: unknown, of = codec): readonly string[] => {
  const decoded = of.decode(value)
  return decoded._tag === 'Right' ? [] : decoded.left.map(({ context, message }) => `${pathOf(context)}: ${message}`)
}

describe('the model codec', () => {
  const targets = ['lvs-1.2.2', 'keepalived-2.4.3', 'keepalived-2.2.7', 'keepalived-1.2.2']
  const codecs = targets.map((target) => ({ target, of: modelCodec(target) }))

  it('accepts every model that is bound, and the JSON form of it', () => {
    for (const { path, text } of allSharedFiles()) {
      for (const { target, of } of codecs) {
        const config = parse(text, { target })
        expect(faults(config.model, of), `${path} for ${target}`).toEqual([])
        const json = toJSON(config)
        const back = fromJSON(json)
        expect(back.ok && back.value, `${path} for ${target}`).toEqual(config.model)
      }
    }
  }, 60_000)

  it('gives the very object back', () => {
    const model = { virtual_server: [{ address: '10.0.0.1', port: 80 }] }
    expect(codec.decode(model)).toEqual({ _tag: 'Right', right: model })
    expect(codec.encode(model)).toBe(model)
  })

  it.each([
    [{ nothing: 1 }, ['nothing: unknown key in the model']],
    [{ virtual_server: {} }, ['virtual_server: expected a list of virtual_server, found an object']],
    [
      { virtual_server: [{ port: 80, delay_loop: 'x', typo: 1 }] },
      [
        'virtual_server[0].delay_loop: expected an integer (seconds), found "x"',
        'virtual_server[0].typo: unknown key in virtual_server',
      ],
    ],
    [{ virtual_server: [{ sorry_server: { address: '10.0.0.1' } }] }, ['virtual_server[0].sorry_server: port is missing']],
    [
      { virtual_server_group: [{ name: 'g', entries: [{ fwmark: 'x' }] }] },
      ['virtual_server_group[0].entries[0].fwmark: expected an integer, found "x"'],
    ],
    [{ formatVersion: 2 }, ['formatVersion: expected 1, found 2']],
    [{ target: 'nginx' }, ['target: expected the name of a target, found "nginx"']],
    [{ unknown: [{ keyword: 'x' }] }, ['unknown[0]: expected args to be a list of texts']],
    [{ virtual_server: [{ invalid: { port: 1 } }] }, ['virtual_server[0].invalid: expected an object of texts, found an object']],
    [[], [': expected an object for the model, found a list']],
    [null, [': expected an object for the model, found null']],
    [{ vritual_server: [] }, ['vritual_server: unknown key in the model; did you mean `virtual_server`?']],
    [
      JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
      ['__proto__: unknown key in the model', 'constructor: unknown key in the model'],
    ],
  ])('says one thing a fault: %j', (value, expected) => {
    expect(faults(value)).toEqual(expected)
  })

  it('knows keywords by version', () => {
    const model = { virtual_server: [{ address: '10.0.0.1', real_server: [{ address: '10.0.0.2', PING_CHECK: [{}] }] }] }
    expect(modelCodec('2.4.3').is(model)).toBe(true)
    expect(modelCodec('2.0.0').is(model)).toBe(false)
  })

  it('survives JSON as deep as it likes', () => {
    let block: unknown[] = []
    for (let i = 0; i < 300_000; i++) block = [{ keyword: 'a', args: [], block }]
    expect(codec.is({ unknown: block })).toBe(true)
    expect(faults({ unknown: [...block, 1] })).toHaveLength(1)
    let value: unknown = 1
    for (let i = 0; i < 300_000; i++) value = [value]
    expect(faults({ virtual_server: value })).toHaveLength(1)
  })

  it('gives 20,000 errors for 20,000 faults and is about as fast as JSON.parse', () => {
    const real_server = Array.from({ length: 4 }, (_, i) => ({
      address: `10.1.0.${i}`,
      port: 80,
      weight: 1,
      TCP_CHECK: [{ connect_port: 80, connect_timeout: 3 }],
    }))
    const model = {
      virtual_server: Array.from({ length: 20_000 }, (_, i) => ({
        address: `10.0.${i >> 8}.${i & 255}`,
        port: 80,
        lb_algo: 'rr',
        lb_kind: 'NAT',
        protocol: 'TCP',
        real_server,
      })),
    }
    expect(codec.is(model)).toBe(true)
    const bad = { virtual_server: model.virtual_server.map((service) => ({ ...service, delay_loop: 'x' })) }
    const started = performance.now()
    expect(faults(bad)).toHaveLength(20_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scalarCodec } from '../../src/codecs.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'
import type { Arg } from '../../src/schema/row.ts'

const args: readonly Arg[] = Object.values(SCHEMAS)
  .flatMap(({ rows }) => rows)
  .flatMap((row) => [...row.args, ...(row.alternatives ?? []).flat()])
  .filter(({ type }) => type !== 'options')

const WORDS = [
  '0',
  '1',
  '-1',
  '65535',
  '3.25',
  '.5',
  '1e3',
  '',
  'on',
  'off',
  'TCP',
  'tcp',
  'a',
  '10.0.0.1',
  '10.0.0.1-5',
  '::1',
  'fe80::1/64',
  '255.255.0.0',
]
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string(), fc.integer().map(String), fc.double().map(String))

describe('scalar codecs', () => {
  it('decode what they encode, and accept what they decode', () => {
    fc.assert(
      fc.property(fc.constantFrom(...args), word, (arg, text) => {
        const codec = scalarCodec(arg)
        const decoded = codec.decode(text)
        if (decoded._tag === 'Left') return
        expect(codec.is(decoded.right)).toBe(true)
        expect(codec.decode(codec.encode(decoded.right))).toEqual(decoded)
      }),
      { numRuns: 5_000 },
    )
  })

  it('decode every word of their enumerations and both ends of their ranges', () => {
    for (const arg of args) {
      const codec = scalarCodec(arg)
      for (const one of arg.enum ?? []) expect(codec.decode(one), `${arg.name} ${one}`).toEqual({ _tag: 'Right', right: one })
      for (const end of [arg.min, arg.max]) {
        if (end === undefined || !['int', 'decimal', 'port'].includes(arg.type)) continue
        expect(codec.decode(codec.encode(end)), `${arg.name} ${end}`).toEqual({ _tag: 'Right', right: end })
      }
    }
  })

  it('say what they expected', () => {
    const decoded = scalarCodec({ name: 'weight', type: 'int', min: 0, max: 255 }).decode('300')
    expect(decoded).toMatchObject({ _tag: 'Left', left: [{ message: 'expected an integer from 0 to 255' }] })
    expect(scalarCodec('ip').decode('10.0.0.300')._tag).toBe('Left')
    expect(scalarCodec('bool').decode('yes')).toEqual({ _tag: 'Right', right: true })
  })

  it('write numbers without an exponent', () => {
    expect(scalarCodec('decimal').encode(1e-7)).toBe('0.0000001')
    expect(scalarCodec('int').encode(1e21)).toBe('1000000000000000000000')
  })
})

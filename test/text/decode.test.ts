import { describe, expect, test } from 'vitest'
import { byteLength, decode, encode } from '../../src/text/decode.ts'
import { random } from '../support/random.ts'

describe('decode and encode lose nothing', () => {
  test('valid text, a byte order mark included', () => {
    const bytes = new TextEncoder().encode('\uFEFFé漢😀')
    expect(decode(bytes)).toEqual({ text: '\uFEFFé漢😀', invalidAt: [] })
    expect(encode(decode(bytes).text)).toEqual(bytes)
  })

  test('a byte that is not UTF-8 is escaped alone; the rest stays text', () => {
    const { text, invalidAt } = decode(Uint8Array.of(0x61, 0xe9, 0x62, 0xc3, 0xa9))
    expect(text).toBe('a\uDCE9bé')
    expect(invalidAt).toEqual([1])
  })

  test('random bytes come back', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const next = random(seed)
      const bytes = Uint8Array.from({ length: Math.floor(next() * 40) }, () => Math.floor(next() * (next() < 0.5 ? 256 : 128)))
      const { text } = decode(bytes)
      expect(encode(text)).toEqual(bytes)
      expect(byteLength(text, 0, text.length), String(bytes)).toBe(bytes.length)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { readVipMap } from '../../src/diff/vip-map.ts'

const pairs = (csv: string): unknown => {
  const read = readVipMap(csv)
  return read.ok ? Object.fromEntries(read.vips) : read.why
}

describe('a map of addresses', () => {
  it.each([
    [
      'columns 2 and 3 in quotes',
      '"1","10.0.0.1","10.9.0.1"\n"2","10.0.0.2","10.9.0.2"\n',
      { '10.0.0.1': '10.9.0.1', '10.0.0.2': '10.9.0.2' },
    ],
    ['two columns', '10.0.0.1,10.9.0.1\n', { '10.0.0.1': '10.9.0.1' }],
    ['a heading, blanks, line ends of Windows', 'old;new\r\n10.0.0.1 ; 10.9.0.1\r\n\r\n', { '10.0.0.1': '10.9.0.1' }],
    ['a comma between quotes, more columns', '"web, old","10.0.0.1","10.9.0.1","note"\n', { '10.0.0.1': '10.9.0.1' }],
    ['an address that is spelled in another way', '0:0::1,::2\n', { '0:0:0:0:0:0:0:1': '::2' }],
    ['one address alone', '"1","10.0.0.1",""\n', 'line 1 has one address where two belong'],
    ['two new addresses', '10.0.0.1,10.9.0.1\n10.0.0.1,10.9.0.2\n', 'line 2 gives 10.0.0.1 a second new address'],
    ['no address', 'a,b\n', 'it holds no pair of addresses'],
  ])('%s', (_name, csv, expected) => {
    expect(pairs(csv)).toEqual(expected)
  })
})

import { expect, it } from 'vitest'
import { jsonFault } from '../../src/json/json-fault.ts'
import { random } from '../support/random.ts'

it.each([
  ['', 0, 'there is nothing in it'],
  ['{"a": }', 6, 'a value is missing'],
  ['{"a": 1,}', 8, 'a key in double quotes is missing'],
  ['{"a" 1}', 5, 'a : is missing'],
  ['[1 2]', 3, 'a comma or a closing bracket is missing'],
  ['[1}', 2, 'a comma or a closing bracket is missing'],
  ['{"a": 1', 7, 'it ends too early'],
  ['{"a": 01}', 6, 'a value is missing'],
  ["{'a': 1}", 1, 'texts stand in double quotes'],
  ['// x\n{}', 0, 'JSON has no comments'],
  ['{"a\nb": 1}', 1, 'this text does not end, or holds what must be escaped'],
  ['{} {}', 3, 'there is something behind the end'],
])('%j', (text, offset, message) => {
  expect(jsonFault(text)).toEqual({ offset, message })
})

it('finds a fault exactly where JSON.parse does', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"a"',
    '"',
    '1',
    '-',
    '1e5',
    '.5',
    'true',
    'nul',
    ' ',
    '\n',
    '\\',
    '"\\u00e9"',
    '"\\x"',
    '\t',
  ]
  for (let seed = 1; seed <= 20_000; seed++) {
    const next = random(seed)
    let text = ''
    for (let n = Math.floor(next() * 9); n >= 0; n--) text += pieces[Math.floor(next() * pieces.length)]
    let parses = true
    try {
      JSON.parse(text)
    } catch {
      parses = false
    }
    expect(jsonFault(text) === undefined, JSON.stringify(text)).toBe(parses)
  }
})

it('is quick on long texts and deep nesting', () => {
  expect(jsonFault(`["${'x\\n'.repeat(3_000_000)}" 1]`)?.message).toBe('a comma or a closing bracket is missing')
  expect(jsonFault('['.repeat(1_000_000))?.offset).toBe(1_000_000)
})

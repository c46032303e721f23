import { expect, test } from 'vitest'
import { patternOf, patternProblem } from '../../src/validate/pattern.ts'

test.each([
  ['(a', 'a `(` is never closed'],
  ['a)', 'a `)` closes nothing'],
  ['[a', 'a `[` is never closed'],
  ['[]', 'a `[` is never closed'],
  ['[^]', 'a `[` is never closed'],
  ['(?#a', 'a comment is never closed'],
  ['*a', '`*` has nothing to repeat'],
  ['a|+b', '`+` has nothing to repeat'],
  ['(?:a)(+)', '`+` has nothing to repeat'],
  ['a{5,2}', '`{5,2}` ends before it begins'],
  ['[z-a]', 'the range `z-a` ends before it begins'],
  ['a\\', 'a backslash is its last character'],
])('PCRE2 refuses %s', (pattern, problem) => {
  expect(patternProblem(pattern)).toBe(problem)
})

test.each([
  '(a|b)*c+?',
  '[]a]',
  '[^]a]',
  '[[:alpha:]-]',
  '[\\]]',
  '[a-c-a]',
  '\\(',
  '\\Q(\\E',
  '[\\Q]\\E]',
  '(?#()a',
  'a{2,5}',
  'a{,x',
  '\\x{41}{2}',
  '^*',
  '(?i)a',
  '(?<name>a)\\k{name}',
])('PCRE2 takes %s', (pattern) => {
  expect(patternProblem(pattern)).toBeUndefined()
})

test.each(['(*UTF)a', '(?x)a # (', 'a\\c('])('nothing is said of %s, which takes more than a look', (pattern) => {
  expect(patternProblem(pattern)).toBeUndefined()
})

test('an empty class and comments depend on the options', () => {
  expect(patternProblem('[]', ['allow_empty_class'])).toBeUndefined()
  expect(patternProblem('a # (', ['extended'])).toBeUndefined()
})

test('the reader of words takes one backslash away', () => {
  expect(patternOf('a\\\\.b\\n\\x41\\101\\cA')).toEqual({ text: 'a\\.b\nAA\x01', lost: undefined })
  expect(patternOf('\\d+')).toEqual({ text: 'd+', lost: '\\d' })
  expect(patternOf('\\"')).toEqual({ text: '"', lost: undefined })
  expect(patternOf('(a)\\1').lost).toBe('\\1')
})

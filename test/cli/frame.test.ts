import { expect, test } from 'vitest'
import { frame } from '../../src/cli/frame.ts'
import { lineStarts, positionAt } from '../../src/text/position.ts'

/** The frame of the text between `«` and `»`. */
function framed(marked: string, masks: readonly (readonly [number, number])[] = []): string {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const text = marked.replace(/[«»]/g, '')
  const starts = lineStarts(text)
  const source = {
    text,
    masksIn: (_look: number, from: number, to: number) =>
      masks.map(([a, b]) => ({ start: a, end: b })).filter((mask) => mask.start < to && mask.end > from),
  }
  const { line, marks } = frame(source, { start: positionAt(starts, start), end: positionAt(starts, end) })
  return `${line}\n${marks}`
}

test('marks stand under the range', () => expect(framed('a\n  weight «x1»\nb')).toBe('  weight x1\n         ^^'))
test('an empty range has one mark', () => expect(framed('weight«»')).toBe('weight\n      ^'))
test('a range over several lines is marked to the end of the first', () => expect(framed('a «b {\n}»')).toBe('a b {\n  ^^^'))
test('tabs become blanks up to the next stop', () => expect(framed('\tab\t«x»')).toBe('    ab  x\n        ^'))
test('CRLF shows no CR', () => expect(framed('«weight» 1\r\n')).toBe('weight 1\n^^^^^^'))
test('wide characters take two columns, combining ones none', () =>
  expect(framed('漢字e\u0301 «x»')).toBe('漢字e\u0301 x\n      ^'))
test('control characters, escapes and bytes that are not UTF-8 are dots', () =>
  expect(framed('a\x1b[2J\0\uDCFF\u202Eb «x»')).toBe('a·[2J···b x\n          ^'))
test('a secret is four stars, whatever its length', () =>
  expect(framed('auth_pass hunter2hunter2 «x»', [[10, 24]])).toBe('auth_pass **** x\n               ^'))
test('a finding about the secret itself does not show it', () =>
  expect(framed('auth_pass «hunter2»', [[10, 17]])).toBe('auth_pass ****\n          ^^^^'))

test('a long line is cut around the range', () => {
  const [line = '', marks = ''] = framed(`${'a'.repeat(500)} «here» ${'b'.repeat(500)}`).split('\n')
  expect(line).toHaveLength(102)
  expect(line.startsWith('…aaa')).toBe(true)
  expect(line.endsWith('bbb…')).toBe(true)
  expect(line.slice(marks.indexOf('^'), marks.length)).toBe('here')
})

test('a cut never splits a character in two', () => {
  for (let shift = 0; shift < 3; shift++)
    expect(framed(`${'x'.repeat(shift)}${'😀'.repeat(400)}«x»${'😀'.repeat(400)}`)).not.toContain('·')
})

test('a line of ten megabytes takes no time', () => {
  const text = `${'a '.repeat(5_000_000)}`
  const source = { text, masksIn: () => [] }
  const range = {
    start: { line: 1, column: 9_000_001, offset: 9_000_000 },
    end: { line: 1, column: 9_000_002, offset: 9_000_001 },
  }
  const before = performance.now()
  for (let i = 0; i < 1000; i++) frame(source, range)
  expect(performance.now() - before).toBeLessThan(2000)
})

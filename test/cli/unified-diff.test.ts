import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { lineChanges } from '../../src/cli/line-diff.ts'
import { unifiedDiff } from '../../src/cli/unified-diff.ts'
import { random } from '../support/random.ts'

const diff = (before: string, after: string): string => unifiedDiff({ name: 'a', text: before }, { name: 'b', text: after })

/** Makes the changes again, by their definition. */
function applied(before: readonly string[], after: readonly string[]): readonly string[] {
  const result: string[] = []
  let at = 0
  for (const { oldFrom, oldTo, newFrom, newTo } of lineChanges(before, after)) {
    result.push(...before.slice(at, oldFrom), ...after.slice(newFrom, newTo))
    at = oldTo
  }
  return result.concat(before.slice(at))
}

const lines = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join('')

describe('the form', () => {
  test('nothing for the same text', () => expect(diff('a\n', 'a\n')).toBe(''))

  test('three lines around a change', () => {
    expect(diff(`${lines(0, 5)}old\n${lines(5, 10)}`, `${lines(0, 5)}new\n${lines(5, 10)}`)).toBe(
      `--- a\n+++ b\n@@ -3,7 +3,7 @@\n line 2\n line 3\n line 4\n-old\n+new\n line 5\n line 6\n line 7\n`,
    )
  })

  test('changes with up to six lines between are one hunk, further ones two', () => {
    const hunks = (between: number): number =>
      diff(`x\n${lines(0, between)}x\n`, `y\n${lines(0, between)}y\n`).split('@@ -').length - 1
    expect([hunks(6), hunks(7)]).toEqual([1, 2])
  })

  test('an empty side is line 0, one line has no count', () => {
    expect(diff('', 'a\n')).toBe('--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n')
    expect(diff('a\nb\n', '')).toBe('--- a\n+++ b\n@@ -1,2 +0,0 @@\n-a\n-b\n')
  })

  test('a missing line end is said', () => {
    expect(diff('a', 'a\n')).toBe('--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n')
  })

  test('lines are shown as asked for', () => {
    const show = (): string => '****'
    expect(unifiedDiff({ name: 'a', text: 'x\n', show }, { name: 'b', text: 'y\n', show })).toContain('-****\n+****\n')
  })
})

describe('the changes', () => {
  test('make the new text of the old one, whatever the lines', () => {
    const next = random(1)
    const words = (count: number, kinds: number): string[] =>
      Array.from({ length: count }, () => String(Math.floor(next() * kinds)))
    for (let i = 0; i < 3000; i++) {
      const kinds = 1 + Math.floor(next() * 12)
      const before = words(Math.floor(next() * 25), kinds)
      const after = next() < 0.5 ? words(Math.floor(next() * 25), kinds) : before.filter(() => next() < 0.8)
      expect(applied(before, after)).toEqual(after)
    }
  })

  test('are the fewest where no line is an anchor', () => {
    const changed = (before: string, after: string): number =>
      lineChanges([...before], [...after]).reduce((sum, one) => sum + one.oldTo - one.oldFrom + one.newTo - one.newFrom, 0)
    expect(changed('abcabbaabcabba', 'cbabaccbabac')).toBe(10)
  })

  test('of 40,000 lines with one weight changed are one line', () => {
    const before = generate({ vs: 2000, seed: 1, style: 'plain' }).split('\n')
    const at = before.findIndex((line: string, i: number) => i > before.length / 2 && line.includes('weight'))
    const after = before.with(at, '        weight 77')
    expect(before.length).toBeGreaterThan(30_000)
    expect(lineChanges(before, after)).toEqual([{ oldFrom: at, oldTo: at + 1, newFrom: at, newTo: at + 1 }])
  })

  test('of 40,000 lines that all differ, of equal lines only, and of moved halves are right', () => {
    const before = generate({ vs: 2000, seed: 1, style: 'plain' }).split('\n')
    const half = before.length >> 1
    const same = before.map((_: string, i: number) => (i % 3 === 0 ? '}' : '{'))
    for (const [a, b] of [
      [before, before.map((line: string) => ` ${line}`)],
      [before, [...before.slice(half), ...before.slice(0, half)]],
      [same, same.toReversed().slice(100)],
    ] as const) {
      expect(applied(a, b)).toEqual(b)
    }
  })
})

describe('patch(1)', () => {
  let directory = ''
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'keepalived-conf-diff-'))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  const hasPatch = spawnSync('patch', ['--version']).status === 0

  test.skipIf(!hasPatch)('makes the new file of the old one', () => {
    const next = random(7)
    for (let seed = 1; seed <= 15; seed++) {
      const before: string = generate({ vs: 20, seed })
      const after = before
        .split('\n')
        .flatMap((line) => (next() < 0.9 ? [line] : next() < 0.5 ? [] : [line, `${line} `]))
        .join('\n')
      writeFileSync(join(directory, 'f'), before)
      const { status } = spawnSync('patch', ['-s', 'f'], { cwd: directory, input: diff(before, after) })
      expect([status, readFileSync(join(directory, 'f'), 'utf8')]).toEqual([0, after])
    }
  })
})

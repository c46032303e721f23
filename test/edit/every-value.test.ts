import { expect, test } from 'vitest'
import { type Config, parse } from '../../src/config.ts'
import { childRows, headSpan } from '../../src/cst/document.ts'
import { applyEdits } from '../../src/edit/apply.ts'
import { locate } from '../../src/edit/locate.ts'
import { set } from '../../src/edit/operations.ts'
import type { Step } from '../../src/edit/path.ts'
import { reconcile } from '../../src/edit/reconcile.ts'
import { valueAt } from '../../src/edit/update.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'
import { type File, sharedFiles } from '../support/files.ts'

const isLong = process.env.KEEPALIVED_CONF_LONG === '1'

/** In the long run every value of every file. */
const EACH = isLong ? 1 : 100

const files: readonly File[] = ['corpus/web', 'corpus/lvs', 'corpus/templates', 'conformance'].flatMap(sharedFiles)

const PIECE = 4000

/**
 * An edit is proved by reading its text again, so every value of a large file would cost its square. The file is cut between its statements
 * instead: each value stands in a text of a few services. A file with definitions stays whole.
 */
function pieces({ document }: Config): readonly string[] {
  const { text } = document
  if (text.length <= 2 * PIECE || text.includes('$')) return [text]
  const cuts = [0]
  for (const row of childRows(document, -1)) {
    const at = text.lastIndexOf('\n', headSpan(document, row).start) + 1
    if (at - (cuts.at(-1) as number) > PIECE) cuts.push(at)
  }
  return cuts.map((at, i) => text.slice(at, cuts[i + 1]))
}

type Value = string | number | boolean
type Place = readonly [path: readonly Step[], value: Value]

/** All single values. Statements without a typed place have none. */
function places(model: unknown): readonly Place[] {
  const found: Place[] = []
  const visit = (value: unknown, path: readonly Step[]): void => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') found.push([path, value])
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i])
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) if (key !== 'unknown' && key !== 'invalid') visit(inner, [...path, key])
  }
  visit(model, [])
  return found
}

const WORDS: readonly string[] = [
  ...['192.0.2.7', '192.0.2.7/24', '2001:db8::7', '192.0.2.7-9', '224.0.0.77', 'ff02::77', 'ab', 'a1', '1', '7', '100-200'],
  ...['00:00:5e:00:01:07', '0123456789abcdef0123456789abcdef', '255.255.255.0'],
  ...new Set(Object.values(SCHEMAS).flatMap(({ rows }) => rows.flatMap(({ args }) => args.flatMap((arg) => arg.enum ?? [])))),
]

/** Values of which one is likely to be legal in the place of another. */
function others(value: Value): readonly Value[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value - 1, 0, 1, 2].filter((one) => one !== value)
  const near = [value.replace(/\d(?=\D*$)/, (c) => (c === '1' ? '2' : '1')), value.replace(/[a-z](?=[^a-z]*$)/i, 'q')]
  return [...near, ...WORDS, 20, true].filter((one) => one !== value)
}

interface Count {
  changed: number
  /** Where the value is not written, or stands under a condition or in a definition. */
  elsewhere: number
  /** None of the other values is legal here. */
  readonly only: Set<string>
}

const ELSEWHERE = /^edit\/(?:conditional|from-definition)$/

/** The first other value that can be set changes the words of this one, and nothing else. */
function change(config: Config, name: string, [path, value]: Place, count: Count): void {
  const about = `${name} ${JSON.stringify(path)}`
  const { text } = config.document
  const where = locate(config, path)
  if (!where.ok) expect.fail(`${about} is not found`)
  const { start, end } = where.value.range
  for (const other of others(value)) {
    const edits = set(config, path, other)
    const code = edits.diagnostics[0]?.code ?? ''
    if (ELSEWHERE.test(code) || (!edits.ok && !where.value.exact)) {
      count.elsewhere++
      return
    }
    if (!edits.ok) {
      expect(code, about).toMatch(/^write\//)
      continue
    }
    const [edit] = edits.value
    expect(edits.value, about).toHaveLength(1)
    if (edit === undefined) return
    // The keyword stood alone, with its usual value.
    if (edit.range.start.offset === edit.range.end.offset) count.elsewhere++
    else {
      expect(edit.range.end, about).toEqual(end)
      // A word that is taken away (`off` behind a switch) takes the blank in front of it along.
      const from = edit.range.start.offset
      expect(text.slice(from, start.offset), about).toMatch(edit.newText === '' ? /^[ \t]+$/ : /^$/)
      const changed = applyEdits(text, edits.value)
      expect(changed, about).toBe(text.slice(0, from) + edit.newText + text.slice(end.offset))
      expect(valueAt(parse(changed, { target: config.dialect.id }).model, path), about).toBe(other)
      count.changed++
    }
    return
  }
  // A flag has no other value than being there.
  if (value !== true) count.only.add(`${path.findLast((step) => typeof step === 'string')} ${value}`)
}

test('every value of every shared file can be set to another one, which changes its words only', { timeout: 3_600_000 }, () => {
  const count: Count = { changed: 0, elsewhere: 0, only: new Set() }
  let seen = 0
  for (const { path, text } of files) {
    const whole = parse(text)
    for (const piece of pieces(whole)) {
      const config = parse(piece, { file: path, target: whole.dialect.id })
      for (const place of places(config.model)) if (seen++ % EACH === 0) change(config, path, place, count)
    }
  }
  if (isLong) console.log(`${count.changed} values set, ${count.elsewhere} elsewhere, of ${seen}`)
  // The one feature of routes that has a name.
  count.only.delete('features ecn')
  expect([...count.only]).toEqual([])
  expect(count.elsewhere).toBeLessThanOrEqual(count.changed)
})

test('the model of every shared file gives no edit of it', { timeout: 600_000 }, () => {
  for (const { path, text } of files.filter((_, i) => isLong || i % 8 === 0)) {
    const config = parse(text, { file: path })
    expect(reconcile(config, structuredClone(config.model)), path).toEqual({ ok: true, value: [], diagnostics: [] })
  }
})

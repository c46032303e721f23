import { describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { type Config, parse } from '../../src/config.ts'
import { applyEdits } from '../../src/edit/apply.ts'
import { isEqual } from '../../src/edit/equal.ts'
import { locate } from '../../src/edit/locate.ts'
import { type Edits, insert, remove, set } from '../../src/edit/operations.ts'
import type { Step } from '../../src/edit/path.ts'
import { reconcile } from '../../src/edit/reconcile.ts'
import { valueAt } from '../../src/edit/update.ts'
import { write } from '../../src/write/write.ts'
import { type File, sharedFiles } from '../support/files.ts'
import { random } from '../support/random.ts'

/** With all laws together 10,000 operations in the long run. */
const isLong = process.env.KEEPALIVED_CONF_LONG === '1'
const rounds = (normal: number, long: number): number => (isLong ? long : normal)

const generated: readonly File[] = Array.from({ length: 12 }, (_, i) => ({
  path: `generated ${i}`,
  text: generate({ vs: 2, rs: '1-3', vrrp: 1, seed: i + 1, errors: i % 3 === 0 ? 0.1 : 0 }),
}))
const files: readonly File[] = [
  ...generated,
  ...[...sharedFiles('conformance'), ...sharedFiles('corpus/web'), ...sharedFiles('corpus/lvs')].filter(
    ({ text }) => text.length < 6000,
  ),
]

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Paths of all places of a kind; statements without a typed place are none. */
function places(model: unknown, wanted: (value: unknown, path: readonly Step[]) => boolean): readonly (readonly Step[])[] {
  const found: (readonly Step[])[] = []
  const visit = (value: unknown, path: readonly Step[]): void => {
    if (wanted(value, path)) found.push(path)
    if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i])
    else if (isObject(value))
      for (const key in value) if (key !== 'unknown' && key !== 'invalid') visit(value[key], [...path, key])
  }
  visit(model, [])
  return found
}

const WORDS = [
  'TCP',
  'UDP',
  'rr',
  'wrr',
  'NAT',
  'DR',
  'MASTER',
  'BACKUP',
  'PASS',
  'AH',
  'inet',
  '192.0.2.7',
  '192.0.2.7/24',
  '2001:db8::7',
  'ab',
]

/** Values of which some are likely to be legal in the place of another. */
function others(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, 1, 2].filter((one) => one !== value)
  if (typeof value !== 'string') return []
  const near = value.replace(/[a-z]/, (c) => (c === 'q' ? 'p' : 'q')).replace(/\d(?=\D*$)/, (c) => (c === '1' ? '2' : '1'))
  return [near, ...WORDS].filter((one) => one !== value)
}

const codeOf = (edits: Edits): string => (edits.ok ? '' : (edits.diagnostics[0]?.code ?? ''))
const again = (config: Config, text: string, edits: Edits): Config =>
  parse(edits.ok ? applyEdits(text, edits.value) : text, { target: config.dialect.id })

/** A file, chosen by a seeded dice, with its reading. */
function pick(next: () => number): File & { readonly config: Config } {
  const file = files[Math.floor(next() * files.length)] as File
  return { ...file, config: parse(file.text, { file: file.path }) }
}
const oneOf = <A>(next: () => number, list: readonly A[]): A | undefined => list[Math.floor(next() * list.length)]

describe('laws of edits', () => {
  test('the model of a text gives no edit, whatever the text', () => {
    for (const { path, text } of files.filter((_, i) => isLong || i % 5 === 0)) {
      const config = parse(text)
      expect(reconcile(config, structuredClone(config.model)), path).toEqual({ ok: true, value: [], diagnostics: [] })
    }
  })

  test('set changes the words of one value, and then that value is there', { timeout: 600_000 }, () => {
    const next = random(5)
    let done = 0
    for (let round = 0; round < rounds(250, 5000); round++) {
      const { path: name, text, config } = pick(next)
      const path = oneOf(
        next,
        places(config.model, (value) => typeof value === 'number' || typeof value === 'string'),
      )
      if (path === undefined) continue
      const where = locate(config, path)
      if (!where.ok) expect.fail(`${name} ${JSON.stringify(path)} is not found`)
      const about = `${name} ${JSON.stringify(path)}`
      for (const value of others(where.value.value)) {
        const edits = set(config, path, value)
        if (!edits.ok) {
          // A value that is not legal here, or a text that comes from elsewhere.
          if (where.value.exact) expect(codeOf(edits), about).toMatch(/^write\/|^edit\/(?:conditional|from-definition)$/)
          continue
        }
        const [edit] = edits.value
        expect(edits.value, about).toHaveLength(1)
        if (edit?.range.start.offset === edit?.range.end.offset) continue // the keyword stood alone, its value is the usual one
        expect(edit?.range, about).toEqual(where.value.range)
        const changed = applyEdits(text, edits.value)
        const { start, end } = where.value.range
        expect(changed.startsWith(text.slice(0, start.offset)) && changed.endsWith(text.slice(end.offset)), about).toBe(true)
        expect(valueAt(again(config, text, edits).model, path), about).toBe(value)
        done++
        break
      }
    }
    expect(done).toBeGreaterThan(rounds(100, 2500))
  })

  test('remove after insert restores the text', { timeout: 600_000 }, () => {
    const next = random(9)
    let done = 0
    for (let round = 0; round < rounds(200, 3000); round++) {
      const { path: name, text, config } = pick(next)
      if (config.boundTo !== undefined || config.document.problems.count > 0) continue
      const list = oneOf(
        next,
        places(config.model, (value) => Array.isArray(value) && value.length > 0),
      )
      const elements = valueAt(config.model, list ?? []) as readonly unknown[]
      if (list === undefined) continue
      const element = structuredClone(oneOf(next, elements))
      const path = [...list, Math.floor(next() * (elements.length + 1))]
      const edits = insert(config, path, element)
      const about = `${name} ${JSON.stringify(path)}`
      if (!edits.ok) {
        expect(codeOf(edits), about).toMatch(/^write\/|^edit\/(?:conditional|from-definition|no-block)$/)
        continue
      }
      // A block on one line is unfolded, and stays so.
      if (edits.value.some(({ range, newText }) => newText.includes('\n') && !isLineStart(text, range.start.offset, newText)))
        continue
      const changed = again(config, text, edits)
      const back = remove(changed, path)
      if (!back.ok) expect.fail(`${about}: ${codeOf(back)}`)
      const restored = applyEdits(changed.document.text, back.value)
      expect(restored, about).toBe(text)
      done++
    }
    expect(done).toBeGreaterThan(rounds(60, 1000))
  })

  test('reconcile gives the model that is asked for', { timeout: 600_000 }, () => {
    const next = random(13)
    let done = 0
    for (let round = 0; round < rounds(200, 3000); round++) {
      const { path: name, text, config } = pick(next)
      if (config.document.problems.count > 0) continue
      const wanted = structuredClone(config.model) as Json
      for (let n = 0; n <= round % 4; n++) disturb(wanted, next)
      const plain = write(wanted, { target: config.dialect.id })
      if (!plain.ok) continue
      const model = parse(plain.value, { target: config.dialect.id }).model
      const edits = reconcile(config, model)
      const about = `${name}, round ${round}`
      if (!edits.ok) {
        const isElsewhere = config.boundTo !== undefined || /"[{}]"/.test(text)
        expect(isElsewhere ? '' : codeOf(edits), about).toMatch(/^$|^edit\/(?:conditional|from-definition|no-block)$/)
        continue
      }
      expect(isEqual(again(config, text, edits).model, model, true), about).toBe(true)
      done++
    }
    expect(done).toBeGreaterThan(rounds(80, 1500))
  })
})

const isLineStart = (text: string, offset: number, newText: string): boolean =>
  offset === 0 || text[offset - 1] === '\n' || (offset === text.length && /^\r?\n/.test(newText))

/** Takes something away, doubles, turns round or changes it. */
function disturb(model: Json, next: () => number): void {
  const holders = places(model, (value) => isObject(value) && Object.keys(value).length > 0)
  const holder = valueAt(model, oneOf(next, holders) ?? [])
  if (Array.isArray(holder)) {
    const at = Math.floor(next() * holder.length)
    const kind = next()
    if (kind < 0.3) holder.splice(at, 1)
    else if (kind < 0.6) holder.splice(Math.floor(next() * (holder.length + 1)), 0, structuredClone(holder[at]))
    else holder.reverse()
  } else if (isObject(holder)) {
    const key = oneOf(
      next,
      Object.keys(holder).filter((one) => one !== 'unknown' && one !== 'invalid'),
    )
    if (key === undefined) return
    if (next() < 0.5) delete holder[key]
    else holder[key] = oneOf(next, others(holder[key])) ?? holder[key]
  }
}

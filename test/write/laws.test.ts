import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { fromJSON } from '../../src/json/from-json.ts'
import { toJSON } from '../../src/json/to-json.ts'
import type { Model } from '../../src/model/types.ts'
import { type Dialect, dialectOf } from '../../src/schema/dialects.ts'
import type { Lineage } from '../../src/schema/row.ts'
import { writeFor } from '../../src/write/write.ts'
import { placed, read, wrap } from '../schema/wrap.ts'
import { allSharedFiles } from '../support/files.ts'
import { modelFrom } from '../support/models.ts'
import { normal } from '../support/normal.ts'
import { mutate, pieces, randomText } from '../support/random.ts'

const LONG = process.env.KEEPALIVED_CONF_LONG === '1'
const TARGETS = ['lvs-1.2.2', 'keepalived-2.4.3', 'dpvs-1.9', 'keepalived-2.2.7', 'keepalived-1.2.13']

/** What does not hold for a model; empty when all does. `refused` where there is no text for it. */
function broken(model: Model, dialect: Dialect): string {
  const written = writeFor(model, dialect)
  if (!written.ok) {
    // Words that no generator of models hits on are refused as well.
    const odd = written.diagnostics.find(({ code, message }) => code !== 'write/not-expressible' && !/: expected /.test(message))
    return odd === undefined ? 'refused' : `${odd.code} ${odd.message}`
  }
  const back = read(written.value, dialect).model
  if (JSON.stringify(normal(back)) !== JSON.stringify(normal(model))) return `another model:\n${written.value}`
  const again = writeFor(back, dialect)
  if (!again.ok || again.value !== written.value) return `another text the second time:\n${written.value}`
  return ''
}

/** How many of the cases held; those that did not fail the test. Some must be refused, most must not. */
function expectLaws(cases: Iterable<readonly [name: string, model: Model, target: string]>): void {
  let held = 0
  let all = 0
  for (const [name, model, target] of cases) {
    const wrong = broken(model, dialectOf(target) as Dialect)
    if (wrong !== 'refused') expect(wrong, `${name} for ${target}\n${JSON.stringify(model)?.slice(0, 2000)}`).toBe('')
    all++
    if (wrong === '') held++
  }
  expect(held / Math.max(1, all)).toBeGreaterThan(0.6)
}

describe('parse(write(m)).model = m, and write of that is the same text', () => {
  it('for models made of the keyword table', () => {
    expectLaws(
      (function* () {
        for (let seed = 1; seed <= (LONG ? 10_000 : 1000); seed++) {
          const target = TARGETS[seed % TARGETS.length] as string
          yield [`seed ${seed}`, modelFrom(dialectOf(target) as Dialect, seed) as Model, target]
        }
      })(),
    )
  })

  it('for every file of the shared material', () => {
    const files = allSharedFiles()
    expectLaws(
      (function* () {
        for (const [i, { path, text }] of files.entries()) {
          for (const target of LONG ? TARGETS : [TARGETS[i % 2] as string]) yield [path, parse(text, { target }).model, target]
        }
      })(),
    )
  })

  it('for mutations of shared files and for random texts', () => {
    const files = allSharedFiles().filter(({ text }) => text.length < 4000)
    expectLaws(
      (function* () {
        for (let seed = 1; seed <= (LONG ? 10_000 : 400); seed++) {
          const target = TARGETS[seed % TARGETS.length] as string
          const base = files[seed % Math.max(1, files.length)]
          const text = seed % 3 === 0 || base === undefined ? randomText(seed, pieces) : mutate(base.text, seed)
          yield [JSON.stringify(text), parse(text, { target }).model, target]
        }
      })(),
    )
  })
})

describe('every row', () => {
  const LINEAGES: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']
  const rows = LINEAGES.flatMap(placed).filter(({ row, path }) => row.in[path]?.variant !== 'never a keyword')

  it('writes the model of its example back to the same model, which survives JSON', () => {
    const wrong = rows.flatMap((at) => {
      const config = read(wrap(at), at.dialect)
      const problem = broken(config.model, at.dialect)
      const back = fromJSON(JSON.parse(JSON.stringify(toJSON(config))))
      const same =
        dialectOf(at.dialect.id) === undefined || (back.ok && JSON.stringify(back.value) === JSON.stringify(config.model))
      return problem === '' && same ? [] : [`${at.path}|${at.row.keyword}: ${problem}`]
    })
    expect(rows.length).toBeGreaterThan(700)
    expect(wrong).toEqual([])
  }, 120_000)
})

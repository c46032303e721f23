import { describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { parse } from '../../src/config.ts'
import { stringify } from '../../src/json/stringify.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { sharedFiles } from '../support/files.ts'
import { mutate, pieces, randomText } from '../support/random.ts'

/** With test/cst/laws.test.ts 200,000 inputs in the long run. */
const share = process.env.KEEPALIVED_CONF_LONG === '1' ? 1 : 0.03

/** The whole way of a text; what it must hold whatever the text. */
function expectPipeline(text: string, target: string, name: string): void {
  try {
    const config = parse(text, { file: 'f.conf', target })
    const { diagnostics } = validateAll(config)
    for (const { range, message, code } of diagnostics) {
      const { start, end } = range
      if (start.offset > end.offset || end.offset > text.length) throw new Error(`${code} is outside of the text`)
      if (/undefined|\[object|NaN/.test(message.replace(/`[^`]*`/g, ''))) throw new Error(`${code}: ${message}`)
    }
    for (const form of ['model', 'tree', 'conf2json'] as const) {
      const written = stringify(toJSON(config, { form }))
      if (written.ok) JSON.parse(written.text)
    }
  } catch (error) {
    expect.fail(`${name}, ${target}: ${String(error)}\n${JSON.stringify(text.slice(0, 600))}`)
  }
}

describe('nothing throws on the way from text to findings and JSON', () => {
  const targets = ['lvs-1.2.2', '2.4.3', '2.0.7']
  const files = [...sharedFiles('corpus/lvs'), ...sharedFiles('corpus/web'), ...sharedFiles('conformance')].filter(
    ({ text }) => text.length < 4000,
  )

  test.skipIf(files.length === 0)('mutations of shared files', () => {
    for (let seed = 1; seed <= 40_000 * share; seed++) {
      const { path, text } = files[seed % files.length] as (typeof files)[number]
      expectPipeline(mutate(text, seed), targets[seed % 3] as string, `${path} mutated by ${seed}`)
    }
  })

  test('texts made of random pieces', () => {
    for (let seed = 1; seed <= 40_000 * share; seed++) {
      expectPipeline(randomText(seed, pieces), targets[seed % 3] as string, `seed ${seed}`)
    }
  })

  test('generated configurations with errors', () => {
    for (let seed = 1; seed <= 20_000 * share; seed++) {
      const text = generate({ vs: 1, rs: '1-2', vrrp: 1, seed, errors: 0.3 })
      expectPipeline(mutate(text, seed), targets[seed % 3] as string, `generated ${seed}`)
    }
  })
})

test('the 292 services of a real file are all in conf2json, and so are their servers', () => {
  const [file] = sharedFiles('corpus/lvs').filter(({ path }) => path.includes('292vs'))
  if (file === undefined) return
  const config = parse(file.text, { target: 'lvs-1.2.2' })
  const json = toJSON(config, { form: 'conf2json' }) as unknown as { virtual_server: { real_server: unknown[] }[] }
  const count = (word: string): number => file.text.split('\n').filter((line) => new RegExp(`^\\s*${word} `).test(line)).length
  expect(json.virtual_server.length).toBe(count('virtual_server'))
  expect(json.virtual_server.reduce((sum, { real_server }) => sum + real_server.length, 0)).toBe(count('real_server'))
  expect(json.virtual_server.length).toBeGreaterThan(290)
})

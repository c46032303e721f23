import { describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { parseDocument } from '../../src/cst/document.ts'
import { LVS, UPSTREAM } from '../../src/lex/profile.ts'
import { allSharedFiles, SHARED } from '../support/files.ts'
import { brokenLaws } from '../support/laws.ts'
import { mutate, pieces, randomText } from '../support/random.ts'

const roots = new Set(['virtual_server', 'vrrp_instance', 'global_defs', 'local_address_group', 'vrrp_sync_group', 'vrrp_script'])
const profiles = [UPSTREAM, LVS]
/** 200,000 inputs in all in the long run; a share of them, other seeds not needed, in the normal one. */
const long = process.env.KEEPALIVED_CONF_LONG === '1'
const share = long ? 1 : 0.2

function expectLaws(text: string, name: string): void {
  for (const profile of profiles) {
    const broken = brokenLaws(text, profile, roots)
    if (broken !== '') expect.fail(`${name}, ${profile.id}: ${broken}\n${JSON.stringify(text.slice(0, 400))}`)
  }
}

describe('print gives back the text, the tokens tile it, the statements nest', () => {
  const files = allSharedFiles()

  test.skipIf(files.length === 0)(`every shared file (${SHARED})`, () => {
    for (const { path, text } of files) expectLaws(text, path)
    expect(files.length).toBeGreaterThan(600)
  })

  test('texts made of random pieces', () => {
    for (let seed = 1; seed <= 60_000 * share; seed++) expectLaws(randomText(seed, pieces), `seed ${seed}`)
  })

  test('mutations of generated configurations', () => {
    const texts = [1, 2, 3, 4].map((seed) => generate({ vs: 2, vrrp: 1, seed, errors: seed === 4 ? 0.2 : 0 }))
    for (let seed = 1; seed <= 20_000 * share; seed++) expectLaws(mutate(texts[seed % 4] as string, seed), `mutation ${seed}`)
  })

  test.skipIf(files.length === 0)('mutations of shared files', () => {
    const small = files.filter(({ text }) => text.length < 2000)
    for (let seed = 1; seed <= 20_000 * share; seed++) {
      const { path, text } = small[seed % small.length] as (typeof small)[number]
      expectLaws(mutate(text, seed), `${path} mutated by ${seed}`)
    }
  })
})

describe('large and odd shapes', () => {
  test.each(profiles)('1,000,000 nested braces, closed or not ($id)', { timeout: 120_000 }, (profile) => {
    const depth = 1_000_000
    const open = 'a {\n'.repeat(depth)
    for (const text of [open + '}\n'.repeat(depth), open]) {
      expect(parseDocument(text, '', profile, roots).statements.count).toBe(depth)
    }
    expect(parseDocument('}\n'.repeat(depth), '', profile, roots).problems.count).toBe(depth)
  })

  const characters = long ? 1e7 : 1e6
  test.each(profiles)(`one line of ${characters} characters in many forms ($id)`, { timeout: 300_000 }, (profile) => {
    for (const piece of [
      'x',
      'x ',
      '"',
      '"a" ',
      '\\"',
      'a{',
      '{',
      '}',
      '}{',
      '#',
      '\\',
      '$',
      '${',
      '@a ',
      '\r',
      '\t',
      'a\r#',
      '{a',
      '"\\',
    ]) {
      const text = piece.repeat(Math.ceil(characters / piece.length))
      const started = performance.now()
      expect(parseDocument(text, '', profile, roots).tokens.text.length).toBe(text.length)
      // Not a benchmark: quadratic time would be hours.
      expect(performance.now() - started, piece).toBeLessThan(60_000)
    }
  })
})

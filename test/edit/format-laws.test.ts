import { describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { allSharedFiles } from '../support/files.ts'
import { brokenFormat } from '../support/format.ts'
import { mutate, pieces, random, randomText } from '../support/random.ts'

const share = process.env.KEEPALIVED_CONF_LONG === '1' ? 1 : 0.01

const TARGETS = ['lvs-1.2.2', '2.4.3', '2.0.7', '1.2.13', 'dpvs-1.9', 'auto'] as const
const INDENTS = [4, 2, 'tab', 8, 0] as const

function expectLaws(text: string, seed: number, name: string): void {
  const target = TARGETS[seed % TARGETS.length] as string
  const indent = INDENTS[seed % INDENTS.length] as 4
  const broken = brokenFormat(text, target, { indent })
  if (broken !== '')
    expect.fail(`${name}, ${target}, indent ${indent}: ${broken.slice(0, 2000)}\n${JSON.stringify(text.slice(0, 1500))}`)
}

/** Blanks of a text doubled, dropped at margins and line ends, and turned into tabs. */
function disturb(text: string, seed: number): string {
  const next = random(seed)
  return text.replace(/[ \t]+|\n/g, (blank) => {
    if (next() < 0.6) return blank
    if (blank === '\n') return ['\n\n', '\n\n\n', ' \n', '\t\n', '\n  '][Math.floor(next() * 5)] as string
    return ['  ', '\t', ' \t ', '     '][Math.floor(next() * 4)] as string
  })
}

describe('formatting changes blanks only, is idempotent, and keeps the model and the findings', () => {
  const files = allSharedFiles()
  const small = files.filter(({ text }) => text.length < 4000)

  test.skipIf(files.length === 0)(
    'conformance cases and real files',
    () => {
      const targets = share === 1 ? TARGETS.length : 1
      for (const [i, { path, text }] of files.entries()) {
        // The normal run takes a third of them, and the large ones of those once.
        if (share < 1 && i % 3 !== 0) continue
        for (let more = 0; more < targets; more++)
          if (text.length < 20_000 || more === 0) expectLaws(text, Math.floor(i / 3) + more, path)
      }
    },
    share === 1 ? 600_000 : 60_000,
  )

  test.skipIf(small.length === 0)('the same with other blanks', () => {
    for (let seed = 1; seed <= 20_000 * share; seed++) {
      const { path, text } = small[seed % small.length] as (typeof small)[number]
      expectLaws(disturb(text, seed), seed, `${path} disturbed by ${seed}`)
    }
  })

  test.skipIf(small.length === 0)('mutations of shared files', () => {
    for (let seed = 1; seed <= 40_000 * share; seed++) {
      const { path, text } = small[seed % small.length] as (typeof small)[number]
      expectLaws(mutate(text, seed), seed, `${path} mutated by ${seed}`)
    }
  })

  test('texts made of random pieces', () => {
    for (let seed = 1; seed <= 40_000 * share; seed++) expectLaws(randomText(seed, pieces), seed, `seed ${seed}`)
  })

  test('generated configurations, with errors and without', () => {
    for (let seed = 1; seed <= 20_000 * share; seed++) {
      const text = generate({ vs: 1, rs: '1-2', vrrp: 1, seed, errors: seed % 2 === 0 ? 0.2 : 0 })
      expectLaws(seed % 3 === 0 ? mutate(text, seed) : text, seed, `generated ${seed}`)
    }
  })
})

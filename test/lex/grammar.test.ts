import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generate, START_RULES } from '../../scripts/build-grammar.mjs'
import { parse } from '../../src/lex/generated/parser.js'
import * as kinds from '../../src/lex/kinds.ts'
import { KIND_MASK } from '../../src/lex/kinds.ts'
import { pieces, randomText } from '../support/random.ts'

const committed = readFileSync(new URL('../../src/lex/generated/parser.js', import.meta.url), 'utf8')

/** A generated parser as a module of its own; its one import is replaced by the constants themselves. */
async function load(source: string, name: string): Promise<typeof import('../../src/lex/generated/parser.js')> {
  const constants = Object.entries(kinds)
    .filter(([, value]) => typeof value === 'number')
    .map(([key, value]) => `const ${key} = ${value}`)
    .join('\n')
  const file = join(mkdtempSync(join(tmpdir(), 'grammar-')), `${name}.mjs`)
  writeFileSync(file, source.replace(/^import .*kinds\.ts'$/m, constants))
  return import(pathToFileURL(file).href)
}

describe('the generated parser', () => {
  test('is what scripts/build-grammar.mjs makes of the grammar (npm run grammar)', () => {
    expect(generate()).toBe(committed)
  })

  test('has no keyword of keepalived in it', () => {
    const grammar = readFileSync(new URL('../../grammar/keepalived.peggy', import.meta.url), 'utf8')
    expect(grammar).not.toMatch(/virtual_server|real_server|vrrp_|global_defs|TCP_CHECK/)
  })

  test('gives the same tokens with and without the plugin for character runs', async () => {
    const fast = await load(generate(), 'fast')
    const plain = await load(generate({ plugin: false }), 'plain')
    for (let seed = 1; seed <= 20_000; seed++) {
      const text = randomText(seed, pieces)
      for (const startRule of START_RULES as ('Upstream' | 'Lvs')[]) {
        const a = fast.parse(text, { startRule })
        const b = plain.parse(text, { startRule })
        const same = a.count === b.count && a.tokens.subarray(0, a.count).every((token, i) => token === b.tokens[i])
        if (!same) expect.fail(`${startRule} ${JSON.stringify(text)}`)
        if (a.count > 0 && (a.tokens[0] as number) >>> 4 !== 0) expect.fail(JSON.stringify(text))
      }
    }
    expect(KIND_MASK).toBe(15)
  })

  test.each(['{', 'a ', '$A=b\n', '$A= b\n', 'include b\n', '"', '~SEQ(I, 2) @a b\n', '}\n'])(
    'has room for every token of %j, many times',
    (line) => {
      for (const startRule of START_RULES as ('Upstream' | 'Lvs')[]) {
        // Counted between two ends of lines, so that no quote or definition reaches into the next one.
        const counts = [1, 2, 5000, 10_001].map((times) => {
          const { tokens, count } = parse(`${line}\n`.repeat(times), { startRule })
          expect(count).toBeLessThanOrEqual(tokens.length)
          return count
        })
        const [one = 0, two = 0] = counts
        expect(counts).toEqual([1, 2, 5000, 10_001].map((times) => one + (two - one) * (times - 1)))
      }
    },
  )
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generate } from '../../scripts/generate-own-words.mjs'

it('own-words.ts is what the keyword tables give (npm run types)', async () => {
  expect(await generate()).toBe(readFileSync(new URL('../../src/schema/own-words.ts', import.meta.url), 'utf8'))
})

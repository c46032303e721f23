import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generate } from '../../scripts/generate-types.mjs'

it('types.ts is what the keyword tables give (npm run types)', async () => {
  expect(await generate()).toBe(readFileSync(new URL('../../src/model/types.ts', import.meta.url), 'utf8'))
})

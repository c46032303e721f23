import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Case, disagreements, readCases, VERSIONS, type Version } from './agreement.ts'

/** `case version: figures` of every disagreement, as KNOWN.md lists them with the reason. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(fileURLToPath(new URL('KNOWN.md', import.meta.url)), 'utf8').matchAll(/^\| (\S+) \| (\S+) \| ([^|]+) \|/gm),
  ].map(([, name, version, figures]) => [`${name} ${version}`, (figures as string).trim()]),
)

/** What is reached; may only rise. Parts of a hundred. */
const FLOORS = { status: 100, verdict: 100, first: 100, crashers: 100 } as const

const cases = readCases().filter(({ env }) => process.getuid?.() === 0 || !/root/.test(env))

describe.each(VERSIONS)('keepalived %s', (version: Version) => {
  const found = new Map<string, readonly string[]>()
  const isCounted = ({ env }: Case): boolean => !env.includes(`ub:${version}`)

  beforeAll(async () => {
    for (const one of cases.filter(isCounted)) found.set(one.name, await disagreements(one, version))
  }, 60_000)

  test.each(cases.filter(isCounted).map((one) => [one.name] as const))('%s', (name) => {
    expect((found.get(name) ?? []).join(' ')).toBe(KNOWN.get(`${name} ${version}`) ?? '')
  })

  test('the figures do not fall', () => {
    for (const [figure, floor] of Object.entries(FLOORS)) {
      const wrong = [...found.values()].filter((one) => one.includes(figure)).length
      expect((100 * (found.size - wrong)) / found.size, figure).toBeGreaterThanOrEqual(floor)
    }
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOG } from '../../src/catalog.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'
import { SHARED } from '../support/files.ts'
import { type Answer, LVS_CHECKS, VRRP_CHECKS } from './reference-checks.ts'

const CODES = new Set(CATALOG.map(({ code }) => code))

/** The row `path|keyword` of keepalived. */
const rowOf = (name: string): object | undefined => {
  const [path, keyword] = name.split('|') as [string, string]
  return SCHEMAS.keepalived.rows.find((one) => one.keyword === keyword && path in one.in)
}

/** What is wrong with an answer. */
function mistakeIn(answer: Answer): string | undefined {
  if ('none' in answer) return answer.none.length > 10 ? undefined : 'no reason'
  if ('codes' in answer) {
    const missing = answer.codes.filter((code) => !CODES.has(code))
    return answer.codes.length > 0 && missing.length === 0 ? undefined : `no code ${missing}`
  }
  const row = rowOf(answer.row) as Record<string, unknown> | undefined
  return row?.[answer.property] === answer.value ? undefined : `${answer.row} has ${answer.property} ${row?.[answer.property]}`
}

describe('the checks of the reference', () => {
  test.each(Object.entries({ ...LVS_CHECKS, ...VRRP_CHECKS }))(
    '%s is done by a code or a row that is there',
    (_number, answer) => {
      expect(mistakeIn(answer)).toBeUndefined()
    },
  )

  test.each([
    ['checks-lvs.md', /^\| (L\d{3}) \|/gm, LVS_CHECKS],
    ['checks-vrrp.md', /^\| (V\d{3}) \|/gm, VRRP_CHECKS],
  ] as const)('every number of %s has an answer, and no other', (file, number, answers) => {
    const path = `${SHARED}reference/${file}`
    if (!existsSync(path)) return
    const numbers = [...readFileSync(path, 'utf8').matchAll(number)].map(([, one]) => one as string)
    expect(numbers.length).toBeGreaterThan(50)
    expect(Object.keys(answers)).toEqual([...new Set(numbers)].sort())
  })

  test('an answer that names a code or a row that is not there is a mistake', () => {
    expect(mistakeIn({ codes: ['no/such-code'] })).toBeDefined()
    expect(mistakeIn({ row: 'virtual_server|quorum_up', property: 'repeat', value: 'error' })).toBeDefined()
    expect(mistakeIn({ none: '' })).toBeDefined()
  })
})

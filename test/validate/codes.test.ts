import { describe, expect, test } from 'vitest'
import { CATALOG, explain } from '../../src/catalog.ts'
import { parse } from '../../src/config.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { CodeRow } from '../../src/diagnostics/finding.ts'
import { load } from '../../src/load.ts'
import { validate } from '../../src/validate/facade.ts'
import type { Rule } from '../../src/validate/rule.ts'
import { RULES } from '../../src/validate/rules/index.ts'
import { allSharedFiles } from '../support/files.ts'
import { memory } from '../support/memory.ts'

/** Codes whose examples need a newer reader than 1.2.2. */
const TARGETS: Readonly<Record<string, string>> = { 'lex/escaped-comment-sign': '2.4.3', 'reader/other-host': '2.4.3' }

const LINEAGE_TARGETS = { keepalived: '2.4.3', lvs: 'lvs-1.2.2', dpvs: 'dpvs-1.9' }

/** What the examples of a code are checked for. */
function targetOf(row: CodeRow & Partial<Pick<Rule, 'lineages' | 'example'>>): string {
  const named = TARGETS[row.code] ?? row.example?.target
  if (named !== undefined) return named
  if (row.code.startsWith('expand/')) return '2.4.3'
  return row.lineages === undefined || row.lineages.includes('lvs') ? 'lvs-1.2.2' : LINEAGE_TARGETS[row.lineages[0] as 'dpvs']
}

async function findings(row: CodeRow & Partial<Rule>, text: string): Promise<readonly Diagnostic[]> {
  const loaded = await load('lvs.conf', memory({ 'lvs.conf': text }), { target: targetOf(row) })
  const facts = row.example?.facts
  return loaded.ok ? validate(loaded.value, facts === undefined ? {} : { facts }) : loaded.diagnostics
}

describe('the catalogue of codes', () => {
  test('has each code once, and explain finds it', () => {
    const codes = CATALOG.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(explain(code)?.code).toBe(code)
    expect(explain('no/such-code')).toBeUndefined()
  })

  test('every code says what, why and where from', () => {
    for (const { code, explanation } of CATALOG) {
      expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/)
      expect(explanation.length, code).toBeGreaterThan(40)
    }
  })

  test('no rule reports more than its own severity, which a check for errors only relies on', () => {
    const rank = { info: 0, warning: 1, error: 2 }
    const declared = new Map(RULES.map(({ code, severity }) => [code, rank[severity]]))
    for (const { path, text } of allSharedFiles().filter(({ text }) => text.length < 20_000)) {
      for (const target of ['lvs-1.2.2', '2.2.7']) {
        const all = validate(parse(text, { target }))
        for (const { code, severity } of all)
          expect(rank[severity], `${path} ${code}`).toBeLessThanOrEqual(declared.get(code) ?? 2)
        const errors = validate(parse(text, { target }), { severity: 'error' })
        expect(errors, path).toEqual(all.filter(({ severity }) => severity === 'error'))
      }
    }
  }, 60_000)

  const withExamples = CATALOG.filter(({ bad }) => bad !== '')
  test.each(withExamples.map((row) => [row.code, row] as const))(
    '%s: its bad example has it, its good one has nothing',
    async (code, row) => {
      expect((await findings(row, row.bad)).map((found) => found.code)).toContain(code)
      expect(await findings(row, row.good)).toEqual([])
    },
  )
})

describe('ranges of what the parser finds', () => {
  const places = (text: string, target = 'lvs-1.2.2'): readonly string[] =>
    validate(parse(text, { target })).map(
      ({ code, range: { start, end } }) => `${code} ${start.line}:${start.column}-${end.line}:${end.column}`,
    )

  test('a bad value is the word, an unknown keyword is the keyword, a missing value is the line', () => {
    const text = 'global_defs {\n    smtp_connect_timeout 30s\n    routr_id A\n    router_id\n}\n'
    expect(places(text)).toEqual([
      'schema/bad-value 2:26-2:29',
      'schema/unknown-keyword 3:5-3:13',
      'schema/missing-value 4:5-4:14',
    ])
  })

  test('a missing brace is at the header of its block, with the place where it belongs', () => {
    const text = 'global_defs {\n    router_id A\nlocal_address_group g {\n    10.0.0.1\n}\n'
    const [found] = validate(parse(text, { target: 'lvs-1.2.2' }))
    expect(found).toMatchObject({ code: 'block/missing-close', range: { start: { line: 1, column: 1 } } })
    expect(found?.related[0]?.range.start).toMatchObject({ line: 2, column: 16 })
  })

  test('an unknown block is one finding, whatever is in it', () => {
    expect(places('foo {\n    bar 1\n    baz {\n    }\n}\n')).toEqual(['schema/unknown-block 1:1-1:4'])
  })

  test('a line is too long by bytes, not by characters', () => {
    expect(places(`# ${'é'.repeat(510)}\n`, '2.4.3')).toEqual([])
    expect(places(`# ${'é'.repeat(511)}\n`, '2.4.3')).toEqual(['lex/line-too-long 1:1-1:514'])
  })

  test('findings beyond the limit are counted', () => {
    const config = parse('foo\n'.repeat(50), { target: 'lvs-1.2.2' })
    expect(validate(config, { limit: 10 }).length).toBe(10)
  })
})

import { describe, expect, test } from 'vitest'
import { CATALOG, explain } from '../../src/catalog.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import * as library from '../../src/index.ts'

const samples = CATALOG.filter(({ sample }) => sample !== undefined)

/** What a call of the library says. */
function said(sample: string): readonly Diagnostic[] {
  const names = Object.keys(library)
  const call = new Function(...names, `return ${sample}`)
  return call(...names.map((name) => (library as Record<string, unknown>)[name])).diagnostics
}

describe('codes of what has no place in a configuration', () => {
  test('are in the catalogue with a call that leads to each', () => {
    const others = CATALOG.filter(({ code }) => /^(?:edit|json|write)\//.test(code))
    expect(others.length).toBe(14)
    expect(samples).toEqual(others)
  })

  test.each(samples.map(({ code, sample }) => [code, sample as string]))('%s: its call says it', (code, sample) => {
    const found = said(sample)
    expect(found.map((diagnostic) => diagnostic.code)).toEqual([code])
    const { severity, effect, consequence, reported } = explain(code) as (typeof samples)[number]
    expect(found[0]).toMatchObject({ severity, effect, consequence: consequence(), reported })
  })
})

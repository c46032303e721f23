import { describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { bind } from '../../src/bind/bind.ts'
import { parse } from '../../src/config.ts'
import { expand, needsExpansion } from '../../src/expand/expand.ts'
import { isSimple } from '../../src/expand/simple.ts'
import { schemaOf } from '../../src/schema/registry.ts'
import { sharedFiles } from '../support/files.ts'

const isQuick = (text: string): boolean => isSimple(parse(text, { target: '2.2.7' }).sources, undefined)

/** The models of the two ways; what is kept without a typed place stands as written in the one and expanded in the other. */
function models(text: string): readonly [unknown, unknown] {
  const { sources, dialect } = parse(text, { target: '2.2.7' })
  const schema = schemaOf(dialect)
  const expanded = expand(sources, { version: dialect.number }, schema.rootOnly)
  const exact = bind(expanded.sources, schema, dialect, { uncertain: expanded.uncertain }).model
  return [bind(sources, schema, dialect).model, exact].map(withoutUnknown) as [unknown, unknown]
}

const withoutUnknown = (model: unknown): unknown =>
  JSON.parse(JSON.stringify(model, (key, value) => (key === 'unknown' ? undefined : value)))

describe('what needs no effective text', () => {
  test.each([
    ['$A=6\nglobal_defs {\n  router_id $A\n}\n', true],
    ['$A=6\nglobal_defs {\n  router_id ${A}x\n}\n', true],
    ['global_defs {\n  router_id $A\n}\n$A=6\n', false],
    ['$A=two words\nglobal_defs {\n  router_id $A\n}\n', false],
    ['@x $A=6\nglobal_defs {\n  router_id $A\n}\n', false],
    ['$A=router_id\nglobal_defs {\n  $A b\n}\n', false],
    ['$A=6\nglobal_defs {\n  router_id "$A"\n}\n', false],
    ['$A=6\nglobal_defs {\n  router_id $A/24\n}\n', false],
    ['$A=6\n@x include $A\n', false],
    ['~SEQ(I,1,2) a $I\n', false],
  ])('%j: %s', (text, quick) => {
    expect(isQuick(text)).toBe(quick)
  })

  test('is bound as the exact way binds it: generated and shared files', () => {
    const texts = [
      ...Array.from({ length: 60 }, (_, seed) => generate({ vs: 3, vrrp: 2, seed: seed + 1 })),
      ...sharedFiles('corpus/web').map(({ text }) => text),
      ...sharedFiles('conformance').map(({ text }) => text),
    ].filter((text) => needsExpansion(parse(text, { target: '2.2.7' }).sources) && isQuick(text))
    expect(texts.length).toBeGreaterThan(50)
    for (const text of texts) {
      const [quick, exact] = models(text)
      expect(quick).toEqual(exact)
    }
  })
})

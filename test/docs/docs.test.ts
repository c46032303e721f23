import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/generate-docs.mjs'
import { CATALOG } from '../../src/catalog.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'

const committed = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const generated: Readonly<Record<string, string>> = await generate()

describe('docs', () => {
  it.each(Object.keys(generated))('%s is what the tables give (npm run docs)', (name) => {
    // Not toBe: a difference of a megabyte takes minutes to be drawn.
    expect(generated[name] === committed(name), `docs/${name} is not what npm run docs writes`).toBe(true)
  })
})

/** The sections of a page by the id of their heading. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const parts = page.split(/^#+ <a id="([^"]+)"><\/a>/m)
  return new Map(parts.flatMap((part, i) => (i % 2 === 1 ? [[part, parts[i + 1] as string] as const] : [])))
}

describe('keywords.md', () => {
  const page = generated['keywords.md'] as string
  const sections = sectionsOf(page)

  it('has every keyword in the section of its block', () => {
    const missing = Object.values(SCHEMAS)
      .flatMap(({ lineage, rows }) => rows.map((row) => ({ lineage, row })))
      .flatMap(({ lineage, row }) => Object.entries(row.in).map(([path, { variant }]) => ({ lineage, row, path, variant })))
      .filter(({ variant }) => variant !== 'never a keyword')
      .filter(({ lineage, row, path }) => {
        const text = sections.get(path === '' ? `${lineage}-top` : `${lineage}-${path.replaceAll('/', '-')}`)
        return row.keyword !== '(entry)' && text?.match(new RegExp(`\`${row.keyword}[ \`]`)) == null
      })
    expect(missing.map(({ lineage, row, path }) => `${lineage} ${path}|${row.keyword}`)).toEqual([])
  })

  it('has no link to nowhere', () => {
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id as string)
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter((id) => !sections.has(id))).toEqual([])
  })
})

describe('codes.md', () => {
  const page = generated['codes.md'] as string
  const sections = sectionsOf(page)

  it('has a section for every code, with its severity and its examples', () => {
    for (const { code, severity, bad } of CATALOG) {
      const text = sections.get(code.replace('/', '-'))
      expect(text, code).toContain(`**${severity}**`)
      expect(text?.includes('Bad:'), code).toBe(bad !== '')
    }
  })
})

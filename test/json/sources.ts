import { readFileSync } from 'node:fs'
import { assemble, type Config, type ParseOptions } from '../../src/config.ts'
import { childRows, type Document, parseDocument } from '../../src/cst/document.ts'
import { keywordOf } from '../../src/cst/words.ts'
import type { Sources } from '../../src/expand/sources.ts'
import { chooseDialect } from '../../src/schema/choose.ts'
import { schemaOf } from '../../src/schema/registry.ts'

export const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** A configuration of several texts; the includes at the top level of the first bring in the others, in order. */
export function ofFiles(files: Readonly<Record<string, string>>, options: ParseOptions = {}): Config {
  const [[, main] = ['', '']] = Object.entries(files)
  const choice = chooseDialect(options.target ?? 'auto', main)
  const { profile } = choice.dialect
  const { rootOnly } = schemaOf(choice.dialect)
  const documents = Object.entries(files).map(([file, text]) => parseDocument(text, file, profile, rootOnly))
  const first = documents[0] as Document
  let next = 1
  const rows = [...childRows(first, -1)].filter((row) => keywordOf(first, row) === 'include')
  const sources: Sources = {
    documents,
    includes: [
      new Map(rows.map((row): [number, readonly number[]] => [row, [next++]])),
      ...documents.slice(1).map(() => new Map()),
    ],
    findings: [],
  }
  return assemble(choice, sources, options)
}

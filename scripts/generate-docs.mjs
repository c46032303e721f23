// Generates docs/: the keyword manual, the codes of findings, the JSON Schema of the model form.
// The results are committed; test/docs/docs.test.ts compares. `npm run docs` writes them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codesPage } from './docs/codes.mjs'
import { keywordsPage } from './docs/keywords.mjs'
import { loadSource } from './load-source.mjs'

const MODULES = [
  'catalog',
  'config',
  'schema/facts',
  'schema/registry',
  'schema/scalars',
  'schema-json/json-schema',
  'validate/facade',
  'cli/visible',
]

/** The text of every generated file of docs/, by its name. */
export async function generate() {
  const source = await loadSource(...MODULES)
  return {
    'keywords.md': keywordsPage(source),
    'codes.md': codesPage(source),
    'model.schema.json': `${JSON.stringify(source.jsonSchema('all'), undefined, 1)}\n`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../docs/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(await generate())) writeFileSync(`${folder}${name}`, text)
}

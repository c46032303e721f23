// esbuild plugin for the programs: the keyword rows as one JSON text a lineage, parsed when they are needed.
// Building the rows from their source costs 10 ms at every start, reading the text 1 ms. What no program shows is left out.
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'

const rowsModule = fileURLToPath(new URL('../src/schema/rows/index.ts', import.meta.url))

/** Fields of a row that documentation needs and programs do not. */
const UNUSED = new Set(['doc', 'example', 'upstream', 'notes', 'feature'])

/** What applies when a keyword is absent: for documentation and types; that of an argument is used. */
function withoutDefault(value) {
  if (value === null || typeof value !== 'object' || !('lineage' in value || 'since' in value) || 'type' in value) return value
  const { default: _, ...rest } = value
  return rest
}

/** JSON is full of double quotes: between single ones hardly anything is escaped. */
const singleQuoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`

export const rowsAsText = {
  name: 'rows-as-text',
  setup(build) {
    build.onLoad({ filter: /schema[/\\]rows[/\\]index\.ts$/ }, async () => {
      const { outputFiles } = await esbuild.build({ entryPoints: [rowsModule], bundle: true, format: 'esm', write: false })
      const source = Buffer.from(outputFiles[0].text).toString('base64')
      const rows = await import(`data:text/javascript;base64,${source}`)
      const texts = Object.entries(rows).map(([name, all]) => {
        const text = JSON.stringify(all(), (key, value) => (UNUSED.has(key) ? undefined : withoutDefault(value)))
        return `export const ${name} = () => JSON.parse(${singleQuoted(text)})`
      })
      return { contents: texts.join('\n'), loader: 'js' }
    })
  },
}

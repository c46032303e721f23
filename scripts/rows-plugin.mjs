// esbuild plugin for the programs: the keyword rows as a text of JSON, each row parsed when it is needed.
// Building the rows from their source costs 10 ms at every start. What no program shows is left out.
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'

const schema = fileURLToPath(new URL('../src/schema', import.meta.url))

/** Fields of a row that documentation needs and programs do not. */
const UNUSED = new Set(['doc', 'example', 'upstream', 'notes', 'feature'])

/** What applies when a keyword is absent: for documentation and types; that of an argument is used. */
function withoutDefault(value) {
  if (value === null || typeof value !== 'object' || !('lineage' in value || 'since' in value) || 'type' in value) return value
  const { default: _, ...rest } = value
  return rest
}

/** One character that needs two bytes makes V8 keep the whole text in two bytes a character. */
const oneByte = (json) => json.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** JSON is full of double quotes: between single ones hardly anything is escaped. */
const singleQuoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`

export const rowsAsText = {
  name: 'rows-as-text',
  setup(build) {
    build.onLoad({ filter: /schema[/\\]rows[/\\]index\.ts$/ }, async () => {
      const { outputFiles } = await esbuild.build({
        stdin: { contents: `export * from './rows/index.ts'\nexport { pack } from './row-table.ts'`, resolveDir: schema },
        bundle: true,
        format: 'esm',
        write: false,
      })
      const source = Buffer.from(outputFiles[0].text).toString('base64')
      const { pack, ...tables } = await import(`data:text/javascript;base64,${source}`)
      const encode = (row) => oneByte(JSON.stringify(row, (key, value) => (UNUSED.has(key) ? undefined : withoutDefault(value))))
      const packed = Object.entries(tables).map(([name, table]) => {
        const { text, starts, places } = pack(table().all(), encode)
        return `export const ${name} = () => unpack({ text: ${singleQuoted(text)}, starts: ${JSON.stringify(starts)}, places: ${JSON.stringify(places)} })`
      })
      return {
        contents: [`import { unpack } from '../row-table.ts'`, ...packed].join('\n'),
        loader: 'js',
        resolveDir: `${schema}/rows`,
      }
    })
  },
}

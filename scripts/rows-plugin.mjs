// esbuild plugins for the programs: the keyword rows as a text of JSON, each row parsed when it is needed.
// Building the rows from their source costs 10 ms at every start. What no program shows is left out.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Rows of each lineage, by the name of the function that has them. */
async function packedRows() {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `export * from './rows/index.ts'\nexport { pack } from './row-table.ts'`, resolveDir: schema },
    bundle: true,
    format: 'esm',
    write: false,
  })
  const source = Buffer.from(outputFiles[0].text).toString('base64')
  const { pack, ...tables } = await import(`data:text/javascript;base64,${source}`)
  const encode = (row) => oneByte(JSON.stringify(row, (key, value) => (UNUSED.has(key) ? undefined : withoutDefault(value))))
  return Object.entries(tables).map(([name, table]) => [name, pack(table().all(), encode)])
}

/** Replaces the module that has the rows. */
const rowsPlugin = (name, contentsOf) => ({
  name,
  setup(build) {
    build.onLoad({ filter: /schema[/\\]rows[/\\]index\.ts$/ }, async () => ({
      contents: contentsOf(await packedRows(), build.initialOptions.outdir),
      loader: 'js',
      resolveDir: `${schema}/rows`,
    }))
  },
})

/** Rows in the program itself. */
export const rowsAsText = rowsPlugin('rows-as-text', (packed) =>
  [
    `import { unpack } from '../row-table.ts'`,
    ...packed.map(
      ([name, { rows, places }]) =>
        `export const ${name} = () => unpack({ rows: ${singleQuoted(rows)}, places: ${JSON.stringify(places)} })`,
    ),
  ].join('\n'),
)

/** Rows in files beside the program, which then reads those of one lineage: the text, then the places. */
export const rowsInFiles = rowsPlugin('rows-in-files', (packed, outdir) => {
  mkdirSync(outdir, { recursive: true })
  for (const [name, { rows, places }] of packed) writeFileSync(join(outdir, fileOf(name)), `${rows}\n${places}`)
  return [
    `import { readFileSync } from 'node:fs'`,
    `import { unpack } from '../row-table.ts'`,
    'function read(name) {',
    // Next to the program, wherever it was started from.
    "  const file = readFileSync(__dirname + '/' + name, 'latin1')",
    // Rows have no line ends in them.
    `  const end = file.indexOf('\\n')`,
    '  return unpack({ rows: file.slice(0, end), places: file.slice(end + 1) })',
    '}',
    ...packed.map(([name]) => `export const ${name} = () => read('${fileOf(name)}')`),
  ].join('\n')
})

const fileOf = (name) => `${name.toLowerCase().replace(/_rows$/, '')}.rows`

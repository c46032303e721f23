// Modules of src/ for the generators, which Node cannot load as they are: bundled, then imported.
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the modules export, by name: `loadSource('schema/registry', 'validate/catalog')`. */
export async function loadSource(...modules) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: modules.map((name) => `export * from './src/${name}.ts'\n`).join(''), resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // Both io-ts and src import fp-ts; one copy.
    alias: { 'fp-ts/lib': 'fp-ts/es6' },
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

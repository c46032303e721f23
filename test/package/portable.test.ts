// The core runs anywhere: bundled for a browser with everything inside, no import is left, and nothing of Node was asked for.
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { ENTRIES } from '../../scripts/entries.mjs'
import { root } from './consumer.ts'

test.each(ENTRIES)('src/%s.ts bundles for a browser', async (name) => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join('src', `${name}.ts`)],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imports = [...Object.values(metafile.inputs), ...Object.values(metafile.outputs)].flatMap((file) => file.imports)
  expect(imports.filter((item) => item.external || item.path.startsWith('node:'))).toEqual([])
  expect(Object.keys(metafile.inputs).filter((path) => path.startsWith('src/cli/'))).toEqual([])
})

// One executable with Node inside (a "single executable application"). Node 26 makes it by itself; the oldest that can.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Installed by `npm run test:nodes`; Linux on x64 only. */
export const STANDALONE_NODE = join(root, 'test/package/nodes/node_modules/node-26')

export const canBuildStandalone = () => existsSync(join(STANDALONE_NODE, 'bin/node'))

/** Both programs in one text: it goes by the name that the executable is called by. */
const MAIN = `const { basename } = require('node:path')
if (basename(process.argv[1]) === 'conf2json') require('./dist/conf2json.cjs')
else require('./dist/cli.cjs')
`

export function buildStandalone(output, work) {
  // Named without its folder, which would stand in the executable.
  const main = 'standalone.cjs'
  esbuild.buildSync({
    stdin: { contents: MAIN, resolveDir: root },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile: join(work, main),
    logLevel: 'warning',
  })
  const config = 'standalone.json'
  // No code cache: it differs from build to build.
  writeFileSync(
    join(work, config),
    JSON.stringify({ main, output, disableExperimentalSEAWarning: true, useCodeCache: false, useSnapshot: false }),
  )
  execFileSync(join(STANDALONE_NODE, 'bin/node'), [`--build-sea=${config}`], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

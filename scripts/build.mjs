// dist/: the library as ES modules with types, and each program as one CommonJS file.
// The programs are bundled since a start costs more than the work on a small file; CommonJS starts faster than ES modules.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { build } from 'tsdown'
import { BINS, ENTRIES, PROGRAM_OPTIONS, PROGRAMS } from './entries.mjs'
import { plainSource } from './plain-plugin.mjs'
import { rowsAsText, rowsInFiles } from './rows-plugin.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** The core must run anywhere: an import of anything but these two packages stops the build. */
const RUNTIME = /^(io-ts|fp-ts)(\/|$)/
const onlyRuntimePackages = {
  name: 'only-runtime-packages',
  resolveId(id, importer) {
    const local = id.startsWith('.') || id.startsWith('/') || id.startsWith('\0')
    if (importer !== undefined && !local && !RUNTIME.test(id)) this.error(`the library must not import '${id}' (${importer})`)
    return null
  },
}

await build({
  config: false,
  cwd: root,
  entry: Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])),
  outDir: 'dist',
  clean: true,
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  tsconfig: 'tsconfig.core.json',
  dts: true,
  hash: false,
  fixedExtension: false,
  deps: { neverBundle: [RUNTIME] },
  plugins: [onlyRuntimePackages],
  failOnWarn: true,
  logLevel: 'warn',
  report: false,
})

const shared = {
  ...PROGRAM_OPTIONS,
  absWorkingDir: root,
  outdir: 'dist',
  define: { __VERSION__: JSON.stringify(version) },
  banner: { js: '#!/usr/bin/env node' },
  logOverride: { 'unsupported-dynamic-import': 'error' },
}
const CHECK = 'src/cli/plain-main.ts'
const plain = plainSource([CHECK, PROGRAMS.conf2json])
// The whole program has everything, as it is written.
await esbuild.build({ ...shared, entryPoints: [{ in: PROGRAMS.cli, out: 'cli' }] })
await esbuild.build({ ...shared, entryPoints: [{ in: PROGRAMS.conf2json, out: 'conf2json' }], plugins: [rowsAsText, plain] })
for (const name of Object.keys(PROGRAMS)) chmodSync(`${root}dist/${name}.cjs`, 0o755)
// A plain check alone, which a starter tries first. It says whether it has begun: `plain.begun`.
await esbuild.build({ ...shared, entryPoints: [{ in: CHECK, out: 'check' }], plugins: [rowsInFiles, plain], globalName: 'plain' })

const sample = `${root}examples/lvs.conf`
const check = ['check', sample, `${root}examples/keepalived.conf`]
const builds = {
  check: makeCache('check', check),
  cli: makeCache('cli', check),
  conf2json: makeCache('conf2json', [sample]),
}

// What package.json names as programs: starters that use the code cache of this Node where there is one.
mkdirSync(`${root}dist/bin`, { recursive: true })
const launcher = readFileSync(`${root}src/cli/launcher.cjs`, 'utf8').replace('BUILDS = {}', `BUILDS = ${JSON.stringify(builds)}`)
for (const name of BINS) {
  writeFileSync(`${root}dist/bin/${name}.cjs`, launcher)
  chmodSync(`${root}dist/bin/${name}.cjs`, 0o755)
}

/** The cache of a program, filled by a run; the result tells one text of it from another, of which V8 itself compares the length only. */
function makeCache(name, words) {
  const bundle = `${root}dist/${name}.cjs`
  const build = createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 12)
  const cache = `${bundle}.${build}.${process.version}.cache`
  execFileSync(process.execPath, [`${root}scripts/make-cache.cjs`, bundle, cache, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return build
}

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BINS, ENTRIES } from '../../scripts/entries.mjs'
import { type Consumer, makeConsumer, nodeVersions, root, run } from './consumer.ts'

let consumer: Consumer
beforeAll(() => {
  consumer = makeConsumer()
}, 60_000)
afterAll(() => {
  if (consumer !== undefined) rmSync(consumer.folder, { recursive: true })
})

const specifiers = ENTRIES.map((name) => (name === 'index' ? 'keepalived-conf' : `keepalived-conf/${name}`))
const configuration = 'global_defs {\n    router_id LVS_1\n}\n'

test('publint and attw find nothing', () => {
  expect(consumer.check.status, consumer.check.stdout + consumer.check.stderr).toBe(0)
})

test('the package has what it says and no more', () => {
  const manifest = JSON.parse(readFileSync(join(consumer.installed, 'package.json'), 'utf8'))
  for (const file of Object.values<string>(manifest.bin)) {
    const path = join(consumer.installed, file)
    expect(readFileSync(path, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n(?!#!)/)
    expect(statSync(path).mode & 0o777).toBe(0o755)
  }
  for (const name of ['test', 'src', 'grammar', 'bench']) {
    expect(() => statSync(join(consumer.installed, name))).toThrow()
  }
  expect(Object.keys(manifest.dependencies)).toEqual(['fp-ts', 'io-ts'])
  expect(manifest.optionalDependencies).toBeUndefined()
})

/** Prints the export names of every entry; both forms of loading must give the same. */
const list = `console.log(JSON.stringify(modules.map((m) => Object.keys(m).filter((k) => k !== 'module.exports').sort())))`
const importAll = `const modules = await Promise.all(${JSON.stringify(specifiers)}.map((s) => import(s)))\n${list}`
const requireAll = `const modules = ${JSON.stringify(specifiers)}.map((s) => require(s))\n${list}`

describe.each(nodeVersions())('$name', ({ name, path, present }) => {
  if (!present) console.warn(`${name} is not installed (npm run test:nodes; Linux on x64 only): its tests are skipped`)

  test.skipIf(!present)('import and require of every entry', () => {
    const { folder } = consumer
    writeFileSync(join(folder, 'import.mjs'), importAll)
    writeFileSync(join(folder, 'require.cjs'), requireAll)
    const imported = run(path, ['import.mjs'], { cwd: folder })
    expect(imported.stderr).toBe('')
    const required = run(path, ['--disable-warning=ExperimentalWarning', 'require.cjs'], { cwd: folder })
    expect(required.stderr).toBe('')
    expect(required.stdout).toBe(imported.stdout)
    const names: string[][] = JSON.parse(imported.stdout)
    for (const [i, exported] of names.entries()) expect(exported, specifiers[i]).not.toEqual([])
    expect(names[0]).toContain('parse')
  })

  test.skipIf(!present)('the programs', () => {
    const { folder, installed } = consumer
    writeFileSync(join(folder, 'keepalived.conf'), configuration)
    const check = run(path, [join(installed, 'dist/cli.cjs'), 'check', '--format', 'json', '-'], { input: configuration })
    expect(check.stderr).toBe('')
    expect(check.status).toBe(0)
    expect(JSON.parse(check.stdout)).toMatchObject({ formatVersion: 1, diagnostics: [] })
    const converted = run(path, [join(installed, 'dist/conf2json.cjs'), 'keepalived.conf'], { cwd: folder })
    expect(converted.stderr).toBe('')
    expect(converted.status).toBe(0)
    JSON.parse(converted.stdout)
  })
})

test('the types stand alone: no skipLibCheck, no DOM, no Node types', () => {
  const { folder } = consumer
  const lines = specifiers.map((specifier, i) => `import * as m${i} from '${specifier}'\nexport const used${i}: object = m${i}\n`)
  writeFileSync(join(folder, 'consumer.ts'), lines.join(''))
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    exactOptionalPropertyTypes: true,
  }
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const config = { compilerOptions: { ...compilerOptions, module, moduleResolution }, files: ['consumer.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const checked = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder])
    expect(checked.stdout).toBe('')
    expect(checked.status).toBe(0)
  }
}, 60_000)

test('programs and entries are those of the manifest', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const entries = Object.keys(manifest.exports).filter((key) => key !== './package.json')
  expect(entries).toEqual(ENTRIES.map((name) => (name === 'index' ? '.' : `./${name}`)))
  expect(manifest.bin).toEqual(Object.fromEntries(BINS.map((name) => [name, `dist/bin/${name}.cjs`])))
})

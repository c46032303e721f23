// A project that depends on the packed package: the tarball unpacked into its node_modules, the two dependencies linked from ours.
// What the tests here look at is what npm would publish; they need a fresh dist/ (`npm test` builds first).
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end and keeps what it said. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}

/** Fails when dist/ is not what src/ builds: testing an old build would say nothing. */
export function requireFreshDist(): void {
  const built = join(root, 'dist/cli.cjs')
  if (!existsSync(built)) throw new Error('dist/ is missing: npm run build')
  if (statSync(built).mtimeMs < newest(join(root, 'src'))) throw new Error('dist/ is older than src/: npm run build')
}

export interface Consumer {
  readonly folder: string
  /** The unpacked package. */
  readonly installed: string
  /** What scripts/check-package.mjs said. */
  readonly check: Run
}

export function makeConsumer(): Consumer {
  requireFreshDist()
  const folder = mkdtempSync(join(tmpdir(), 'keepalived-conf-consumer-'))
  const check = run(process.execPath, [join(root, 'scripts/check-package.mjs'), folder])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack failed: ${check.stderr}`)
  const installed = join(folder, 'node_modules/keepalived-conf')
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1'])
  for (const name of ['io-ts', 'fp-ts']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  return { folder, installed, check }
}

export interface NodeVersion {
  readonly name: string
  readonly path: string
  readonly present: boolean
}

/** The Node that runs the tests, the oldest that we promise, and later lines (installed by `npm run test:nodes`). */
export function nodeVersions(): readonly NodeVersion[] {
  const folder = join(root, 'test/package/nodes')
  const manifest: { optionalDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const others = Object.entries(manifest.optionalDependencies).map(([name, spec]) => {
    const path = join(folder, 'node_modules', name, 'bin/node')
    return { name: `Node ${spec.split('@').at(-1)}`, path, present: existsSync(path) }
  })
  return [{ name: `this Node (${process.version})`, path: process.execPath, present: true }, ...others]
}

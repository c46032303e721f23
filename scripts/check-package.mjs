// Packs what would be published (into the folder given, else a temporary one) and runs publint and attw on the tarball.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'keepalived-conf-pack-'))

const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }))
const tarball = join(folder, filename)
console.log(`${tarball}: ${entryCount} files, ${size} bytes packed, ${unpackedSize} unpacked`)

// attw asks the registry for @types/… unless told not to.
const checks = [
  ['publint', 'run', tarball, '--strict'],
  ['attw', tarball, '--profile', 'esm-only', '--no-definitely-typed'],
]
for (const [tool, ...args] of checks) {
  const { status } = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

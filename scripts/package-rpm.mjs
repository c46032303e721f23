// Packages for hosts: npm run package:rpm [-- --out DIR] [--only keepalived-conf|keepalived-conf-standalone] [--no-deb]
// Writes source tarballs, RPMs with their source RPMs, and .deb files. Needs a built dist/ (npm run build), rpmbuild, and for .deb dpkg-deb.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildDeb } from './package/deb.mjs'
import { pack, root, sourceDate, stage } from './package/sources.mjs'
import { canBuildStandalone } from './package/standalone.mjs'

const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' }, 'no-deb': { type: 'boolean' } } })
const out = resolve(values.out ?? join(root, 'temp/packages'))
const NAMES = ['keepalived-conf', 'keepalived-conf-standalone']

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

function fail(problem) {
  console.error(`package-rpm: ${problem}`)
  process.exit(1)
}

if (!existsSync(join(root, 'dist/cli.cjs'))) fail('dist/ is missing: npm run build')
if (values.only !== undefined && !NAMES.includes(values.only)) fail(`--only takes ${NAMES.join(' or ')}`)
if (!has('rpmbuild') && process.getuid?.() === 0 && has('apt-get')) {
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'rpm'], { stdio: 'inherit' })
}
if (!has('rpmbuild')) fail('rpmbuild is missing: apt-get install rpm, or dnf install rpm-build')

/** Builds the RPM and its source RPM as a user would: from the tarball alone. */
function buildRpm(tarball, work) {
  const top = join(work, 'rpmbuild')
  rmSync(top, { recursive: true, force: true })
  const env = { ...process.env, SOURCE_DATE_EPOCH: sourceDate(), LC_ALL: 'C' }
  const { status, stderr } = spawnSync('rpmbuild', ['-ta', '--define', `_topdir ${top}`, tarball], {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) fail(`rpmbuild ended with ${status}:\n${stderr}`)
  const built = ['RPMS', 'SRPMS'].flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.rpm'))
      .map((name) => join(top, folder, name)),
  )
  for (const file of built) copyFileSync(file, join(out, file.split('/').at(-1)))
}

mkdirSync(out, { recursive: true })
const work = mkdtempSync(join(tmpdir(), 'keepalived-conf-package-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
for (const name of NAMES) {
  if (values.only !== undefined && values.only !== name) continue
  if (name !== 'keepalived-conf' && !canBuildStandalone()) {
    console.log(`${name}: left out, Node 26 is not installed here (npm run test:nodes; Linux on x64 only)`)
    continue
  }
  const folder = stage(name, work)
  buildRpm(pack(folder, out), work)
  if (values['no-deb'] !== true && has('dpkg-deb')) buildDeb(name, folder, out)
}
for (const name of readdirSync(out).sort())
  console.log(`${String(statSync(join(out, name)).size).padStart(10)}  ${join(out, name)}`)

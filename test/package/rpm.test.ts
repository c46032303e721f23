// The packages for hosts: built from the tarballs alone, unpacked, and run. Needs a fresh dist/, rpmbuild, and for the executable with Node inside Node 26.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourceDate } from '../../scripts/package/sources.mjs'
import { canBuildStandalone } from '../../scripts/package/standalone.mjs'
import { requireFreshDist, root, run } from './consumer.ts'

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
const canBuild = has('rpmbuild')
if (!canBuild) console.warn('rpmbuild is not installed (apt-get install rpm): the tests of the packages are skipped')

const folder = mkdtempSync(join(tmpdir(), 'keepalived-conf-rpm-'))
afterAll(() => rmSync(folder, { recursive: true }))

const build = (name: string, out: string, ...more: readonly string[]): void => {
  const ran = run(process.execPath, [join(root, 'scripts/package-rpm.mjs'), '--out', join(folder, out), '--only', name, ...more])
  if (ran.status !== 0) throw new Error(ran.stderr)
}

const find = (out: string, ending: string): string => {
  const name = readdirSync(join(folder, out)).find((one) => one.endsWith(ending))
  if (name === undefined) throw new Error(`there is no *${ending}`)
  return join(folder, out, name)
}

/** Unpacks an RPM without installing it. */
function unpack(rpm: string, to: string): string {
  const target = join(folder, to)
  mkdirSync(target)
  copyFileSync(rpm, join(target, 'package.rpm'))
  execFileSync('rpm2archive', [join(target, 'package.rpm')], { stdio: 'ignore' })
  execFileSync('tar', ['-xzf', join(target, 'package.rpm.tgz'), '-C', target])
  return target
}

/** Paths, sizes, times, modes and digests. */
const contents = (rpm: string): string =>
  execFileSync('rpm', ['-qp', '--dump', rpm], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

const sample = join(root, 'examples/lvs.conf')
const original = (): string => run(process.execPath, [join(root, 'dist/bin/conf2json.cjs'), sample]).stdout

describe.skipIf(!canBuild)('keepalived-conf, for hosts with Node', () => {
  let usr: string
  beforeAll(() => {
    requireFreshDist()
    build('keepalived-conf', 'first')
    usr = join(unpack(find('first', '.noarch.rpm'), 'noarch'), 'usr')
  }, 120_000)

  test('its programs print what those of npm print', () => {
    const converted = run(process.execPath, [join(usr, 'bin/conf2json'), sample])
    expect([converted.status, converted.stderr]).toEqual([0, ''])
    expect(converted.stdout).toBe(original())
    const compared = run(process.execPath, [join(usr, 'bin/keepalived-conf'), 'diff', sample, sample])
    expect([compared.status, compared.stdout.split('\n')[0]]).toEqual([0, 'no difference'])
  })

  test('it has manual pages and completions for both programs', () => {
    const shares = ['man/man1', 'bash-completion/completions', 'fish/vendor_completions.d', 'zsh/site-functions']
    expect(
      shares.map((share) =>
        readdirSync(join(usr, 'share', share))
          .map((name) => name.replace(/\.gz$/, ''))
          .sort(),
      ),
    ).toEqual([
      ['conf2json.1', 'keepalived-conf.1'],
      ['conf2json', 'keepalived-conf'],
      ['conf2json.fish', 'keepalived-conf.fish'],
      ['_keepalived-conf'],
    ])
  })

  test('it asks for Node and for nothing else', () => {
    const needs = execFileSync('rpm', ['-qp', '--requires', find('first', '.noarch.rpm')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(needs.split('\n').filter((line) => line !== '' && !/^rpmlib|^\/usr\/bin\/node$/.test(line))).toEqual([
      'nodejs >= 1:20',
    ])
  })

  test('a second build has the same contents, from the tarball and from the source RPM', () => {
    build('keepalived-conf', 'second', '--no-deb')
    const first = contents(find('first', '.noarch.rpm'))
    expect(first).toContain('/usr/bin/conf2json')
    expect(contents(find('second', '.noarch.rpm'))).toBe(first)
    const top = join(folder, 'rebuilt')
    const env = { ...process.env, SOURCE_DATE_EPOCH: sourceDate() }
    const args = ['--rebuild', '--define', `_topdir ${top}`, find('first', '.src.rpm')]
    const { status, stderr } = spawnSync('rpmbuild', args, { env, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    expect(contents(join(top, 'RPMS/noarch', readdirSync(join(top, 'RPMS/noarch'))[0] as string))).toBe(first)
  }, 120_000)

  test.skipIf(!has('dpkg-deb'))('the .deb has the same programs', () => {
    const tree = join(folder, 'deb')
    execFileSync('dpkg-deb', ['-x', find('first', '_all.deb'), tree])
    expect(run(process.execPath, [join(tree, 'usr/bin/conf2json'), sample]).stdout).toBe(original())
  })
})

if (canBuild && !canBuildStandalone()) console.warn('Node 26 is not installed (npm run test:nodes): the executable is not built')

describe.skipIf(!canBuild || !canBuildStandalone())('keepalived-conf-standalone, for hosts without Node', () => {
  test('its executable needs no Node and prints what the programs of npm print', () => {
    requireFreshDist()
    build('keepalived-conf-standalone', 'standalone', '--no-deb')
    expect(existsSync(find('standalone', '.src.rpm'))).toBe(true)
    const bin = join(unpack(find('standalone', '.x86_64.rpm'), 'unpacked'), 'usr/bin')
    const alone = (program: string, ...args: readonly string[]) =>
      spawnSync(join(bin, program), args, { encoding: 'utf8', env: { PATH: '/nowhere' } })
    const converted = alone('conf2json', sample)
    expect([converted.status, converted.stderr]).toEqual([0, ''])
    expect(converted.stdout).toBe(original())
    const checked = alone('keepalived-conf', '-tf', join(root, 'examples/broken.conf'))
    expect([checked.status, checked.stderr]).toEqual([1, ''])
    expect(checked.stdout).toBe(
      run(process.execPath, [join(root, 'dist/bin/keepalived-conf.cjs'), '-tf', join(root, 'examples/broken.conf')]).stdout,
    )
  }, 300_000)
})

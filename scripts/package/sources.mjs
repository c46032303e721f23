// Source tarballs of the packages: what `rpmbuild -ta` and install.sh need, in files of fixed times and owners.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildStandalone, STANDALONE_NODE } from './standalone.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The version as rpm and dpkg order it: 1.0.0-next.1 comes before 1.0.0. */
export const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version.replace('-', '~')

/** Seconds since 1970 that every file gets: SOURCE_DATE_EPOCH, or the time of the commit. */
export function sourceDate() {
  const given = process.env.SOURCE_DATE_EPOCH
  if (given !== undefined && /^\d+$/.test(given)) return given
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return '0'
  }
}

const pages = () => readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))

/** The folder of a package below `work`, ready to be packed or installed from. */
export function stage(name, work) {
  const folder = join(work, `${name}-${version}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'docs'), { recursive: true })
  for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md', 'man', 'completions'])
    cpSync(join(root, file), join(folder, file), { recursive: true })
  for (const page of pages()) cpSync(join(root, 'docs', page), join(folder, 'docs', page))
  cpSync(join(root, 'packaging/install.sh'), join(folder, 'install.sh'))
  const spec = readFileSync(join(root, `packaging/${name}.spec`), 'utf8').replace('@VERSION@', version)
  writeFileSync(join(folder, `${name}.spec`), spec)
  if (name === 'keepalived-conf') {
    for (const [bundle, program] of [
      ['cli', 'keepalived-conf'],
      ['conf2json', 'conf2json'],
    ]) {
      const text = readFileSync(join(root, `dist/${bundle}.cjs`), 'latin1')
      writeFileSync(join(folder, program), text.replace(/^#!.*/, '#!/usr/bin/node'), 'latin1')
    }
  } else {
    cpSync(join(STANDALONE_NODE, 'LICENSE'), join(folder, 'LICENSE.node'))
    buildStandalone(join(folder, 'keepalived-conf'), work)
  }
  // What is written here must not depend on who writes it.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', folder])
  for (const program of ['keepalived-conf', 'conf2json', 'install.sh'])
    if (existsSync(join(folder, program))) chmodSync(join(folder, program), 0o755)
  return folder
}

/** Packs a folder: names in order, one time, no owner. */
export function pack(folder, out) {
  const [parent, name] = [join(folder, '..'), folder.split('/').at(-1)]
  const tarball = join(out, `${name}.tar.gz`)
  const tar = [
    '--sort=name',
    `--mtime=@${sourceDate()}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--format=gnu',
    '-cf',
    '-',
    name,
  ]
  const packed = execFileSync('tar', tar, { cwd: parent, maxBuffer: 2 ** 30 })
  writeFileSync(tarball, execFileSync('gzip', ['-n', '-1'], { input: packed, maxBuffer: 2 ** 30 }))
  // A source RPM keeps the time of the tarball.
  utimesSync(tarball, Number(sourceDate()), Number(sourceDate()))
  return tarball
}

// A .deb by the same route: install.sh into a folder, a few lines of control, dpkg-deb.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceDate, version } from './sources.mjs'

const CONTROL = {
  'keepalived-conf': { Architecture: 'all', Depends: 'nodejs (>= 20)', Conflicts: 'keepalived-conf-standalone' },
  'keepalived-conf-standalone': {
    Architecture: 'amd64',
    Depends: 'libc6 (>= 2.28), libstdc++6, libgcc-s1, libatomic1',
    Conflicts: 'keepalived-conf',
  },
}

const DESCRIPTION = `Read, check, convert and compare keepalived / LVS configuration
 Checks configuration of keepalived, of its LVS edition 1.2.2 and of DPVS, says
 what is wrong, where, and what to write instead; prints it as JSON; compares
 two configurations by meaning.`

/** @param from - a staged folder. */
export function buildDeb(name, from, out) {
  const tree = `${from}.deb`
  rmSync(tree, { recursive: true, force: true })
  const env = { ...process.env, DESTDIR: tree, SOURCE_DATE_EPOCH: sourceDate() }
  execFileSync('sh', [join(from, 'install.sh'), '/usr'], { env })
  const docs = join(tree, 'usr/share/doc', name)
  mkdirSync(docs, { recursive: true })
  for (const file of readdirSync(from).filter((one) => /^(LICENSE|README|CHANGELOG)/.test(one))) {
    cpSync(join(from, file), join(docs, file === 'LICENSE' ? 'copyright' : file))
  }
  // Debian keeps completions of zsh elsewhere, and its policy wants compressed pages.
  mkdirSync(join(tree, 'usr/share/zsh/vendor-completions'), { recursive: true })
  cpSync(join(tree, 'usr/share/zsh/site-functions'), join(tree, 'usr/share/zsh/vendor-completions'), { recursive: true })
  rmSync(join(tree, 'usr/share/zsh/site-functions'), { recursive: true })
  for (const page of readdirSync(join(tree, 'usr/share/man/man1')))
    execFileSync('gzip', ['-9n', join(tree, 'usr/share/man/man1', page)])
  mkdirSync(join(tree, 'DEBIAN'))
  const fields = {
    Package: name,
    Version: version,
    ...CONTROL[name],
    Maintainer: 'the keepalived-conf authors <noreply@example.com>',
    Section: 'admin',
    Priority: 'optional',
    Description: DESCRIPTION,
  }
  writeFileSync(
    join(tree, 'DEBIAN/control'),
    Object.entries(fields)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  )
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', tree])
  execFileSync('find', [tree, '-exec', 'touch', '-h', '-d', `@${sourceDate()}`, '{}', '+'])
  const file = join(out, `${name}_${version}_${CONTROL[name].Architecture}.deb`)
  execFileSync('dpkg-deb', ['--build', '--root-owner-group', '-Zgzip', tree, file], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  rmSync(tree, { recursive: true })
  return file
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { encode } from '../../src/text/decode.ts'
import { write } from '../../src/write/write.ts'
import { sharedFiles } from '../support/files.ts'

const TARGET = 'keepalived-2.2.7'
const LONG = process.env.KEEPALIVED_CONF_LONG === '1'

const PAIRS = ['eth0 eth1', 'ens33 ens257', 'bond0 eth2', 'ens4 em1', 'eth3 eth4']
const LINKS = PAIRS.map((pair, i) => {
  const [a, b] = pair.split(' ')
  return `ip link add ${a} type veth peer name ${b} && ip link set ${a} up && ip link set ${b} up && ip addr add 192.168.20${i}.1/24 dev ${a}`
}).join(' && ')

/** The judge: Debian's 2.2.7, as root, in a network of its own that has the interfaces of most files. */
const hasJudge =
  process.getuid?.() === 0 &&
  /v2\.2\.7/.test(spawnSync('keepalived', ['--version'], { encoding: 'utf8' }).stderr ?? '') &&
  spawnSync('unshare', ['-n', 'sh', '-c', LINKS]).status === 0

/** Accepted for what 2.2.7 makes of them, which is not what their author meant. */
const MISREAD = new Set([
  // `3\#9` is the word `3#9` for the first pass, and 3 with a comment for the others.
  'conformance/110-escaped-hash-later-pass.conf',
  // A brace in quotes that opens a block.
  'conformance/148-quoted-open-brace.conf',
])

/** Exit statuses of `keepalived -t` for files of a folder, all in one network. */
function judge(folder: string, names: readonly string[]): readonly number[] {
  const runs = names.map((name) => `timeout 10 keepalived -t -f ${name} >/dev/null 2>&1; echo $?`)
  writeFileSync(`${folder}/run.sh`, [LINKS, ...runs].join('\n'))
  const { stdout } = spawnSync('unshare', ['-n', 'sh', `${folder}/run.sh`], { encoding: 'utf8' })
  return stdout.trim().split('\n').map(Number)
}

it.skipIf(!hasJudge)(
  'keepalived accepts what is written of a configuration that it accepts',
  () => {
    const folder = mkdtempSync(`${tmpdir()}/keepalived-conf-write-`)
    try {
      const files = [...sharedFiles('conformance'), ...sharedFiles('corpus/web')]
        // What is included is not there.
        .filter(({ path, text }) => !/\binclude/.test(text) && !MISREAD.has(path))
        .filter((_, i) => LONG || i % 8 === 0)
        .flatMap(({ path, text }) => {
          const written = write(parse(text, { target: TARGET }).model, { target: TARGET })
          return written.ok ? [{ path, text, written: written.value }] : []
        })
      const names = files.flatMap((_, i) => [`${folder}/${i}.conf`, `${folder}/${i}.written.conf`])
      for (const [i, { text, written }] of files.entries()) {
        writeFileSync(names[2 * i] as string, encode(text))
        writeFileSync(names[2 * i + 1] as string, encode(written))
      }
      const statuses = judge(folder, names)
      const accepted = files.filter((_, i) => statuses[2 * i] === 0)
      const refused = files.filter((_, i) => statuses[2 * i] === 0 && statuses[2 * i + 1] !== 0)
      expect(statuses.length).toBe(names.length)
      expect(accepted.length).toBeGreaterThan(files.length / 5)
      expect(refused.map(({ path, written }) => `${path}\n${written}`)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  120_000,
)

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decode, encode } from '../../src/text/decode.ts'
import { mutate } from '../support/random.ts'
import { answer, CASES, dies, readCases } from './agreement.ts'

/** Every file through the real program, in a network namespace of its own with an `eth0`; only ever `-t`. */
const SCRIPT = `ip link add eth0 type veth peer name eth0p || exit 9
for file in "$1"/*.conf; do timeout 5 keepalived -t -f "$file" >/dev/null 2>&1; echo "\${file##*/} $?"; done`

const real = spawnSync('keepalived', ['--version'], { encoding: 'utf8' })
const isJudge = /Keepalived v2\.2\.7 /.test(`${real.stdout}${real.stderr}`) && process.getuid?.() === 0

function statuses(directory: string): ReadonlyMap<string, number> {
  const { stdout } = spawnSync('unshare', ['-n', 'sh', '-c', SCRIPT, 'sh', directory], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line): [string, number] => [line.split(' ')[0] as string, Number(line.split(' ')[1])]),
  )
}

const SHARE = process.env.KEEPALIVED_CONF_LONG === '1' ? 2000 : 200

test.skipIf(!isJudge)(
  'the cases get the exit status of the real keepalived 2.2.7',
  async ({ skip }) => {
    const judged = statuses(CASES)
    const cases = readCases().filter(({ env, args }) => args === '-' && (env === 'any' || env === 'eth0'))
    expect(cases.length).toBeGreaterThan(300)
    if (cases.some(({ name }) => !judged.has(`${name}.conf`))) skip('no network namespace can be made here')
    const differ: string[] = []
    for (const { name } of cases) {
      const status = judged.get(`${name}.conf`) as number
      if (dies(status)) continue
      const own = (await answer(`${CASES}${name}.conf`, '2.2.7'))?.configTest.exitStatus
      if (own !== status) differ.push(`${name} keepalived ${status}, ours ${own}`)
    }
    expect(differ).toEqual([])
  },
  120_000,
)

test.skipIf(!isJudge)(
  'seeded mutations of the cases get the verdict of the real keepalived 2.2.7',
  async ({ skip }) => {
    const directory = mkdtempSync(join(tmpdir(), 'keepalived-conf-mutations-'))
    try {
      const cases = readCases().filter(({ env, args, name }) => args === '-' && env !== 'ub' && !/^3|423|905/.test(name))
      for (let i = 0; i < SHARE; i++) {
        const one = cases[i % cases.length] as (typeof cases)[0]
        const { text } = decode(readFileSync(`${CASES}${one.name}.conf`))
        writeFileSync(join(directory, `${i}.conf`), encode(mutate(text, i + 1)))
      }
      const judged = statuses(directory)
      if (judged.size < SHARE) skip('no network namespace can be made here')
      const differ: string[] = []
      let counted = 0
      for (const [name, status] of judged) {
        if (dies(status)) continue
        counted++
        const own = (await answer(join(directory, name), '2.2.7'))?.configTest.exitStatus
        if ((own === 0) !== (status === 0)) differ.push(`${name} keepalived ${status}, ours ${own}`)
      }
      if (differ.length > 0)
        console.log(`verdict of ${counted - differ.length} of ${counted} mutations; others:\n${differ.slice(0, 40).join('\n')}`)
      expect((100 * (counted - differ.length)) / counted).toBeGreaterThanOrEqual(FLOOR)
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  },
  120_000,
)

/** Parts of a hundred; may only rise. */
const FLOOR = 98

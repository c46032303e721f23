import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { applyEdits } from '../../src/edit/apply.ts'
import { set } from '../../src/edit/operations.ts'
import { write } from '../../src/write/write.ts'
import { sharedFiles } from '../support/files.ts'

const TARGET = 'keepalived-2.2.7'
const LONG = process.env.KEEPALIVED_CONF_LONG === '1'

/** The judge: Debian's 2.2.7, as root. */
const hasJudge =
  process.getuid?.() === 0 && /v2\.2\.7/.test(spawnSync('keepalived', ['--version'], { encoding: 'utf8' }).stderr ?? '')

/** Settings that a handler reads in the light of what stands above them, or that others are read in the light of. */
const SETTINGS: readonly (readonly [list: string, key: string, value: unknown])[] = [
  ['virtual_server', 'lb_algo', 'sh'],
  ['virtual_server', 'sh-port', true],
  ['virtual_server', 'hysteresis', 0],
  ['virtual_server', 'quorum', 1],
  ['virtual_server', 'alpha', true],
  ['virtual_server', 'sorry_server', { address: '192.0.2.9', port: 80 }],
  ['virtual_server', 'persistence_timeout', 60],
  ['vrrp_instance', 'version', 3],
  ['vrrp_instance', 'accept', true],
  ['vrrp_instance', 'preempt_delay', 5],
  ['vrrp_instance', 'virtual_ipaddress_excluded', [{ address: '192.0.2.8' }]],
  ['vrrp_instance', 'garp_master_delay', 2],
]

test.skipIf(!hasJudge)(
  'keepalived makes of an edited text what it makes of the plainest text of that model',
  { timeout: 300_000 },
  () => {
    const folder = mkdtempSync(`${tmpdir()}/keepalived-conf-edit-`)
    try {
      const texts: string[] = []
      const names: string[] = []
      const files = sharedFiles('corpus/web').filter(({ text }) => text.length < 6000 && !/\binclude/.test(text))
      for (const [i, { path, text }] of files.entries()) {
        if (!LONG && i % 4 !== 0) continue
        const config = parse(text, { target: TARGET })
        // A missing brace stays in the edited text, and is no part of the model.
        if (config.document.problems.count > 0) continue
        for (const [n, [list, key, value]] of SETTINGS.entries()) {
          if (!LONG && n % 3 !== i % 3) continue
          const block = (config.model as Record<string, unknown>)[list] as readonly Record<string, unknown>[] | undefined
          if (block?.[0] === undefined || block[0][key] !== undefined) continue
          const edits = set(config, [list, 0, key], value)
          if (!edits.ok) continue
          const edited = applyEdits(text, edits.value)
          const plain = write(parse(edited, { target: TARGET }).model, { target: TARGET })
          if (!plain.ok) continue
          texts.push(edited, plain.value)
          names.push(`${path}: ${list}.${key}`)
        }
      }
      for (const [i, text] of texts.entries()) writeFileSync(`${folder}/${i}.conf`, text)
      const runs = texts.map((_, i) => `timeout 10 keepalived -t -f ${folder}/${i}.conf >/dev/null 2>&1; echo $?`)
      writeFileSync(`${folder}/run.sh`, runs.join('\n'))
      const statuses = spawnSync('sh', [`${folder}/run.sh`], { encoding: 'utf8' })
        .stdout.trim()
        .split('\n')
        .map(Number)
      expect(names.length).toBeGreaterThan(files.length === 0 ? -1 : 20)
      expect(names.filter((_, i) => statuses[2 * i] !== statuses[2 * i + 1])).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

// Real files of the web against what keepalived 2.2.7 said of them, as ../shared/parity/parity.mjs counts; only where the shared material is there.
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { nodeLoader } from '../../src/cli/files.ts'
import { load } from '../../src/load.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { SHARED } from '../support/files.ts'

const WEB = `${SHARED}corpus/web`

/** What is reached, in files; may only rise. `quiet`: files of which the program names no line, `first`: those whose first named line we name, too. */
const FLOORS = { quiet: 42, first: 93 } as const

/** Messages that depend on the machine of the run, which our answer knows nothing of. */
const OF_THE_MACHINE =
  /interface .* doesn't exist|Non-existent interface|SECURITY|script|[Uu]ser|group|not found|Unable to|uid|iptables not supported|own interface|missing|resolve|nodename|dev .*unknown|Unknown interface/

interface Answer {
  readonly file: string
  readonly status: number
  readonly lines: readonly number[]
}

const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(`${WEB}/${name}`, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

function answers(): readonly Answer[] {
  const lines = new Map<string, number[]>()
  for (const [file = '', run, message = ''] of rowsOf('oracle-2.2.7-messages.tsv')) {
    const at = /^\((?:([^()]*): )?Line (\d+)\) (.*)$/.exec(message)
    if (run !== 'env' || at === null || OF_THE_MACHINE.test(at[3] as string)) continue
    if (at[1] !== undefined && basename(at[1]) !== file) continue
    lines.set(file, [...(lines.get(file) ?? []), Number(at[2])])
  }
  return rowsOf('oracle-2.2.7.tsv')
    .filter(([file]) => existsSync(`${WEB}/${file}`))
    .map(([file = '', , status]) => ({ file, status: Number(status), lines: lines.get(file) ?? [] }))
}

/** The lines of a file that we say keepalived names. */
async function namedBy(file: string): Promise<readonly number[]> {
  const loaded = await load(`${WEB}/${file}`, nodeLoader({ file: () => {}, done: () => {} }), { target: '2.2.7', directory: WEB })
  if (!loaded.ok) return []
  const { diagnostics } = validateAll(loaded.value)
  return diagnostics.filter((one) => one.reported && basename(one.file) === file).map(({ range }) => range.start.line)
}

describe.skipIf(!existsSync(WEB))('files of the web, against keepalived 2.2.7', () => {
  const figures = { quiet: { agreed: 0, missed: [] as string[] }, first: { agreed: 0, missed: [] as string[] } }

  beforeAll(async () => {
    for (const { file, status, lines } of answers()) {
      if (lines.length === 0 && status !== 0) continue
      const own = await namedBy(file)
      const first = Math.min(...lines)
      const figure = lines.length > 0 ? figures.first : figures.quiet
      if (lines.length > 0 ? own.includes(first) : own.length === 0) figure.agreed++
      else figure.missed.push(`${file}${lines.length > 0 ? ` line ${first}` : ''}, ours ${own.slice(0, 8).join(' ') || 'none'}`)
    }
  }, 60_000)

  test.each(Object.entries(FLOORS))('%s does not fall below %i', (name, floor) => {
    const { agreed, missed } = figures[name as keyof typeof FLOORS]
    expect(agreed, `the misses:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(floor)
  })
})

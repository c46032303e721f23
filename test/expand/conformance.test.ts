import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodeLoader } from '../../src/cli/files.ts'
import { load } from '../../src/load.ts'
import { validate } from '../../src/validate/facade.ts'
import { SHARED } from '../support/files.ts'

const FOLDER = `${SHARED}conformance`
const TABLE = `${FOLDER}/expected.tsv`

/**
 * Cases that do not agree, each with its reason. Agreement: the same answer to whether `keepalived -t` fails, its first line among ours, and no
 * line of ours that it has not.
 */
const DIFFER: Readonly<Record<string, string>> = {
  '302-include-nested-relative': 'only the name: keepalived names the file as its include line does, we by its path',
  '331-include-self': 'only the name, as 302',
  '336-strict-stops-validation': 'we go on behind a strict include that failed',
  '337-include-missing-dir': 'a warning here, a line without effect on the status there',
  '416-multi-line-blank': 'the block that stays open has a line here and none there',
  '417-multi-line-comment': 'one finding at the comment instead of the lines that later passes misread',
  '423-self-reference': 'keepalived hangs',
  '440-brace-space': 'the cause has a finding besides the brace that is left over',
}

async function differs(row: readonly string[], version: string): Promise<boolean> {
  const [name, oldStatus, newStatus, , oldLines, newLines, , args] = row as readonly [string, ...string[]]
  const [status, lines] = version === '2.2.7' ? [oldStatus, oldLines] : [newStatus, newLines]
  const configId = /-i (\S+)/.exec(args ?? '')?.[1] ?? 'some-host'
  const allConfig = /-e/.test(args ?? '')
  const options = { allConfig, target: version, configId, directory: FOLDER, environment: { PATH: '/usr/bin' } }
  const loaded = await load(`${FOLDER}/${name}.conf`, nodeLoader({ file: () => {}, done: () => {} }), options)
  if (!loaded.ok) return true
  const found = validate(loaded.value)
  const ours = found
    .filter(({ severity, reported }) => severity === 'error' || reported)
    .map(({ file, range }) => (file.endsWith(`/${name}.conf`) ? '' : `${file.slice(FOLDER.length + 1)}:`) + range.start.line)
  const theirs = (lines ?? '')
    .replaceAll('$PWD/', '')
    .split(',')
    .filter((line) => line !== '-')
  const fails = found.some(({ severity, reported }) => severity === 'error' && reported)
  return (
    fails !== (status !== '0') ||
    !theirs.slice(0, 1).every((line) => ours.includes(line)) ||
    !ours.every((line) => theirs.includes(line))
  )
}

test.skipIf(!existsSync(TABLE)).each(['2.2.7', '2.4.3'])(
  'includes and directives read as keepalived %s reads them',
  async (version) => {
    const rows = readFileSync(TABLE, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([name]) => /^[34]\d\d-/.test(name ?? ''))
    expect(rows.length).toBeGreaterThan(100)
    const found: string[] = []
    for (const row of rows) if (await differs(row, version)) found.push(row[0] as string)
    expect(found).toEqual(Object.keys(DIFFER))
  },
)

// The starters of dist/bin take a bundle of their own for a plain check: whatever they start, they answer as the whole program does.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { requireFreshDist, root } from './consumer.ts'

beforeAll(requireFreshDist)

const CASES = join(root, 'test/conformance/cases')
const cases = readdirSync(CASES)
  .filter((name) => name.endsWith('.conf'))
  .map((name) => join(CASES, name))
const lvs = join(root, 'examples/lvs.conf')
const broken = join(root, 'examples/broken.conf')

function started(program: string, words: readonly string[], input: string) {
  const { NODE_EXTRA_CA_CERTS, ...env } = process.env
  const options = { input, env, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...words], options)
  return { status, stdout, stderr }
}

const answers = (words: readonly string[], input = '') => {
  const starter = started('dist/bin/keepalived-conf.cjs', words, input)
  expect(starter).toEqual(started('dist/cli.cjs', words, input))
  return starter
}

describe('a starter answers as the whole program', () => {
  test.each(
    [
      ['-tf', lvs],
      ['-tf', broken],
      ['-t', '-f', lvs, broken],
      ['-t', 'json'],
      ['--config-test', `--use-file=${broken}`],
      ['-qtf', broken],
      ['-f', broken],
      ['-f', broken, '-t'],
      ['-i', 'node1', 'check', broken],
      ['check', broken, '--format', 'concise', '--max-findings', '2'],
      ['check', broken, '--format=json'],
      ['check', broken, '--format', 'sarif'],
      ['check', broken, '--format', 'github'],
      ['check', broken, '--format', 'junit'],
      ['check', broken, '--format', 'no-such-format'],
      ['check', broken, '--color', 'always', '--fail-on', 'warning', '--quiet'],
      ['check', broken, '--diff'],
      ['check', broken, '--for', 'no-such-target'],
      ['check', broken, '--indent', '2'],
      ['check', '--help'],
      ['check'],
      ['check', 'no/such/file.conf'],
      ['-t', '--host', '--facts', 'x', '-f', lvs],
      ['-t', '--facts', lvs, '-f', lvs],
      ['-tv'],
      ['--version'],
      ['json', lvs],
      ['chekc', lvs],
      [],
    ].map((words) => ({ words, line: words.join(' ').replaceAll(root, '') })),
  )('$line', ({ words }) => {
    answers(words)
  })

  test('standard input', () => {
    expect(answers(['check', '-'], readFileSync(broken, 'utf8')).status).toBe(1)
  })
})

test.each(['lvs-1.2.2', '2.2.7', '2.4.3', 'dpvs-1.9', 'auto'])('every finding of our cases reads the same, %s', (target) => {
  const { stdout } = answers(['check', '--for', target, '--max-findings', '100000', ...cases])
  expect(stdout.length).toBeGreaterThan(100_000)
})

test('conf2json is what the whole program prints', () => {
  const files = [lvs, ...cases]
  const alone = started('dist/bin/conf2json.cjs', files, '')
  const whole = started('dist/cli.cjs', ['conf2json', ...files], '')
  expect(alone.stdout.length).toBeGreaterThan(50_000)
  expect(alone).toEqual(whole)
})

test('a starter without a code cache', () => {
  // A Node with other flags refuses the cache.
  const words = ['--stack-size=500', join(root, 'dist/bin/keepalived-conf.cjs'), 'check', broken]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual(started('dist/cli.cjs', ['check', broken], ''))
})

import { spawn, spawnSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUNDLE, buildPrograms, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const run = (...args: string[]) => programs.keepalivedConf(args)

describe('wrong use: status 2 and one line', () => {
  test.each([
    ['check', 'no file is named; usage: keepalived-conf check [OPTION…] FILE…'],
    ['check --nonsense a', 'there is no option --nonsense'],
    ['chekc a', 'there is no command `chekc`; did you mean `check`?'],
    ['-f a', 'there is no command; `keepalived-conf -t -f FILE` or `keepalived-conf check FILE` checks a file'],
    ['explain lvs/brace-glud', 'there is no code `lvs/brace-glud`; did you mean `lvs/brace-glued`?'],
    ['explain qqqqqqqqq', 'there is no code `qqqqqqqqq`; `keepalived-conf explain` lists them'],
    ['json a b', 'one file at a time; usage: keepalived-conf json [OPTION…] [FILE]'],
    ['conf2json', 'no file is named; usage: keepalived-conf conf2json [OPTION…] FILE…'],
  ])('%s', (line, problem) => {
    expect(run(...line.split(' '))).toEqual({ status: 2, stdout: '', stderr: `keepalived-conf: ${problem}\n` })
  })

  test('an unknown target', () => {
    const { status, stderr } = run('check', '--for', '9.9.9', 'a')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^keepalived-conf: --for: `9\.9\.9` is not a target; legal are auto, .*\n$/)
  })

  test('no arguments: the usage, on standard error', () => {
    const { status, stdout, stderr } = run()
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage:\n  keepalived-conf check [OPTION…] FILE…\n')
  })
})

describe('help and version are no mistakes', () => {
  test.each([['--help'], ['-h'], ['check --help'], ['json -h'], ['explain --help']])('%s', (line) => {
    const { status, stdout, stderr } = run(...line.split(' '))
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Usage:')
  })
  test('--version', () => expect(run('--version').stdout).toMatch(/^keepalived-conf 1\.2\.3 /))
  test('conf2json --version', () => expect(programs.conf2json(['--version']).stdout).toMatch(/^conf2json 1\.2\.3 /))
  test('conf2json --help', () => expect(programs.conf2json(['--help']).stdout).toContain('Usage: conf2json [OPTION…] FILE…\n'))
})

describe('input that cannot be read: status 2 and one line, whatever the command', () => {
  const unreadable = (name: string, why: string, commands: readonly string[] = ['-tf']) => {
    for (const command of commands) {
      const stderr = `keepalived-conf: \`${name}\` cannot be read: ${why}\n`
      expect(run(command, name)).toEqual({ status: 2, stdout: '', stderr })
    }
  }

  test('a missing file', () => unreadable('missing.conf', 'there is no such file', ['check', 'json', 'conf2json']))
  test('a directory', () => unreadable('.', 'it is a directory'))
  test('a name that is too long', () => unreadable('x'.repeat(300), 'the name is too long'))
  test('a file of 256 MB, which is not even read', () => {
    programs.file('huge.conf', '')
    truncateSync(join(programs.directory, 'huge.conf'), 2 ** 28)
    unreadable('huge.conf', 'it has more than 268435455 bytes')
  })
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file of somebody else', () =>
    unreadable('/etc/shadow', 'permission denied'),
  )
})

describe('content that is no configuration is findings, never a failure', () => {
  const texts: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['binary with NULs', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256), 'lex/nul'],
    ['invalid UTF-8', Uint8Array.of(0x23, 0x20, 0xe4, 0xff, 0x0a), 'lex/invalid-utf8'],
    ['a line of ten megabytes', `# ${'x'.repeat(1e7)}\n`, 'lex/line-too-long'],
    ['a word of ten megabytes', `${'x'.repeat(1e7)}\n`, 'lex/line-too-long'],
    ['ten thousand nested blocks', 'a {\n'.repeat(10_000), 'schema/unknown-block'],
    ['an escape sequence', 'x\x1b[2J {\n', 'schema/unknown-block'],
  ]
  test.each(texts)('%s', (_name, content, code) => {
    programs.file('odd.conf', content)
    for (const format of ['pretty', 'json']) {
      const { status, stdout, stderr } = run('check', '--for=lvs-1.2.2', '--fail-on=info', `--format=${format}`, 'odd.conf')
      expect([status, stderr]).toEqual([1, ''])
      expect(stdout).toContain(code)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
      expect(stdout).not.toMatch(/[\0\x1b]/)
      if (format === 'json') expect(JSON.parse(stdout).diagnostics.length).toBeGreaterThan(0)
      else expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(1000)
    }
  })

  test('an empty file is clean', () => {
    programs.file('empty.conf', '')
    expect(run('check', 'empty.conf').status).toBe(0)
  })
})

test('a reader that stops early (`| head`) is no mistake', async () => {
  programs.file('many.conf', 'nosuchword 1\n'.repeat(3000))
  const child = spawn(process.execPath, [programs.path('cli'), 'check', '--max-findings=3000', 'many.conf'], {
    cwd: programs.directory,
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect([status, stderr]).toEqual([1, ''])
})

test('a large output to a pipe is complete', () => {
  programs.file('many.conf', 'nosuchword 1\n'.repeat(3000))
  const { status, stdout } = run('check', '--max-findings=9999', '--format=json', 'many.conf')
  expect(stdout.length).toBeGreaterThan(1e6)
  expect([status, JSON.parse(stdout).diagnostics.length]).toEqual([1, 3000])
})

test('a mistake of our own is one line, without a stack', async () => {
  const contents = "import { run } from './run.ts'\nrun('keepalived-conf', async () => { throw new TypeError('a\\nb') })"
  const outfile = join(programs.directory, 'crash.cjs')
  await esbuild.build({ ...BUNDLE, stdin: { contents, resolveDir: 'src/cli', loader: 'ts' }, outfile })
  const { status, stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toBe('keepalived-conf: this is a mistake of the program itself, please report it: TypeError: a b\n')
})

test('every code can be explained', () => {
  const codes = run('explain')
    .stdout.trim()
    .split('\n')
    .map((line) => line.split(/\s+/)[1] as string)
  expect(codes.length).toBeGreaterThan(40)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes.filter((_, i) => i % 10 === 0)) {
    const { status, stdout } = run('explain', code)
    expect(status).toBe(0)
    expect(stdout).toContain(`[${code}]`)
    // A word that is missing, not one of a code.
    expect(stdout).not.toMatch(/(?<!\/)\bundefined\b(?!-)/)
  }
})

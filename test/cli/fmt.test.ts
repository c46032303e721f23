import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const UGLY = 'global_defs{\nrouter_id   A\n}\n'
const NICE = 'global_defs {\n    router_id A\n}\n'
const fmt = (...args: string[]) => programs.keepalivedConf(['fmt', ...args])
const textOf = (name: string): string => readFileSync(join(programs.directory, name), 'utf8')

describe('to standard output', () => {
  test('standard input without FILE, and with -', () => {
    expect(programs.keepalivedConf(['fmt'], { input: UGLY })).toEqual({ status: 0, stdout: NICE, stderr: '' })
    expect(programs.keepalivedConf(['fmt', '-'], { input: UGLY }).stdout).toBe(NICE)
  })

  test('one file, which stays as it is', () => {
    programs.file('a.conf', UGLY)
    expect(fmt('a.conf').stdout).toBe(NICE)
    expect(textOf('a.conf')).toBe(UGLY)
  })

  test('bytes that are not UTF-8 stay', () => {
    const path = programs.file('b.conf', Uint8Array.of(0x23, 0xff, 0x20, 0x20, 0x0a))
    const { stdout } = fmt(path)
    expect(stdout).toBe('#\uFFFD\n')
    fmt('--write', path)
    expect([...readFileSync(join(programs.directory, path))]).toEqual([0x23, 0xff, 0x0a])
  })

  test('--indent and --for', () => {
    expect(programs.keepalivedConf(['fmt', '--indent', 'tab'], { input: UGLY }).stdout).toBe(NICE.replace('    ', '\t'))
    expect(programs.keepalivedConf(['fmt', '--indent=2'], { input: UGLY }).stdout).toBe(NICE.replace('    ', '  '))
    const line = 'virtual_server 10.0.0.1 80 { lb_algo rr }\n'
    expect(programs.keepalivedConf(['fmt', '--for', 'lvs-1.2.2'], { input: line }).stdout).toBe(line)
  })

  test.each([
    [['--indent', '99'], '--indent: `99` is neither a number from 0 to 16 nor tab'],
    [['--check', '--write', 'a.conf'], '--check and --write do not go together'],
    [['a.conf', 'b.conf'], 'several files need --check or --write; the text of one is written to standard output'],
    [['--write'], '--write needs files; standard input is none'],
    [['no.conf'], 'no.conf cannot be read: there is no such file'],
  ])('%j is wrong use', (args, problem) => {
    expect(fmt(...args)).toEqual({ status: 2, stdout: '', stderr: `keepalived-conf: ${problem}\n` })
  })
})

describe('--check', () => {
  test('shows what differs and exits with 1', () => {
    programs.file('c.conf', `${UGLY}# a\n`)
    expect(fmt('--check', 'c.conf')).toEqual({
      status: 1,
      stdout:
        '--- a/c.conf\n+++ b/c.conf\n@@ -1,4 +1,4 @@\n-global_defs{\n-router_id   A\n+global_defs {\n+    router_id A\n }\n # a\n',
      stderr: '',
    })
    expect(textOf('c.conf')).toBe(`${UGLY}# a\n`)
  })

  test('says nothing of files that are right, and reads them all', () => {
    programs.file('d.conf', NICE)
    expect(fmt('--check', 'd.conf')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(fmt('--check', 'no.conf', 'c.conf', 'd.conf').status).toBe(2)
    expect(fmt('--check', 'd.conf', 'c.conf').status).toBe(1)
  })

  test('does not show passwords', () => {
    programs.file('e.conf', 'vrrp_instance A {\n authentication {\n  auth_type PASS\n  auth_pass   hunter2\n }\n}\n')
    const { stdout } = fmt('--check', 'e.conf')
    expect(stdout).toContain('+        auth_pass ****\n')
    expect(stdout).not.toContain('hunter2')
  })
})

describe('--write', () => {
  test('replaces files in one step; mode and links stay, nothing is left beside them', () => {
    programs.file('w/a.conf', UGLY)
    programs.file('w/b.conf', NICE)
    chmodSync(join(programs.directory, 'w/a.conf'), 0o640)
    symlinkSync('a.conf', join(programs.directory, 'w/link.conf'))
    const before = statSync(join(programs.directory, 'w/b.conf'))
    expect(fmt('--write', 'w/link.conf', 'w/b.conf')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(textOf('w/a.conf')).toBe(NICE)
    expect(lstatSync(join(programs.directory, 'w/link.conf')).isSymbolicLink()).toBe(true)
    expect(statSync(join(programs.directory, 'w/a.conf')).mode & 0o7777).toBe(0o640)
    expect(statSync(join(programs.directory, 'w/b.conf')).ino).toBe(before.ino)
    expect(readdirSync(join(programs.directory, 'w')).sort()).toEqual(['a.conf', 'b.conf', 'link.conf'])
  })

  const canBeNobody = spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'true']).status === 0
  test.skipIf(!canBeNobody)('a file of somebody else is not taken over by another user', () => {
    programs.file('o/a.conf', UGLY)
    for (const name of ['', 'o']) chmodSync(join(programs.directory, name), 0o777)
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, programs.path('cli')]
    const { status, stderr } = spawnSync('setpriv', [...nobody, 'fmt', '--write', 'o/a.conf'], {
      cwd: programs.directory,
      encoding: 'utf8',
    })
    expect(stderr).toMatch(
      /a\.conf cannot be written: permission denied, its owner and group cannot be kept; nothing was written\n$/,
    )
    expect([status, textOf('o/a.conf'), readdirSync(join(programs.directory, 'o'))]).toEqual([2, UGLY, ['a.conf']])
  })

  test('leaves included files alone', () => {
    programs.file('i/main.conf', 'include   part.conf\n')
    programs.file('i/part.conf', UGLY)
    fmt('--write', 'i/main.conf')
    expect([textOf('i/main.conf'), textOf('i/part.conf')]).toEqual(['include part.conf\n', UGLY])
  })

  test('a file that another run is replacing is not touched', () => {
    programs.file('l/a.conf', UGLY)
    const start = readFileSync(`/proc/${process.pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
    programs.file('l/.a.conf.keepalived-conf.lock', `${process.pid} ${start}\n`)
    const { status, stderr } = fmt('--write', 'l/a.conf')
    expect(status).toBe(2)
    expect(stderr).toMatch(/a\.conf is being replaced by process \d+ \(.*lock\); nothing was written\n$/)
    expect(textOf('l/a.conf')).toBe(UGLY)
  })
})

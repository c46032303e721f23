import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edited } from '../../src/cli/edited.ts'
import type { FileEdit } from '../../src/diagnostics/diagnostic.ts'
import { buildPrograms, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const check = (...args: string[]) => programs.keepalivedConf(['check', '--for', 'lvs-1.2.2', ...args])
const textOf = (name: string): string => readFileSync(join(programs.directory, name), 'utf8')

const GROUP = 'virtual_server_group g{\n    10.0.0.1 80 }\n'
const FIXED = 'virtual_server_group g {\n    10.0.0.1 80\n}\n'

describe('--fix', () => {
  test('makes the safe fixes of a file and of what it includes, round by round', () => {
    programs.file('main.conf', `include part.conf\n${GROUP.replaceAll('g{', 'h{')}`)
    programs.file('part.conf', GROUP)
    const { status, stderr } = check('--fix', 'main.conf')
    expect(stderr).toBe('keepalived-conf: 4 fixes made, files written: 2\n')
    expect(textOf('part.conf')).toBe(FIXED)
    expect(textOf('main.conf')).toBe(`include part.conf\n${FIXED.replace(' g ', ' h ')}`)
    expect(status).toBe(0)
    expect(check('--fix', 'main.conf').stderr).toBe('')
  })

  test('shows and counts what is left', () => {
    programs.file('left.conf', `${GROUP}nosuchword\n`)
    const { status, stdout } = check('--fix', '--format', 'concise', 'left.conf')
    expect(stdout).toMatch(/^left\.conf:4:1: \w+ schema\/unknown-keyword /)
    expect(stdout.split('\n').length).toBe(2)
    expect(status).toBe(check('left.conf').status)
  })

  test('refuses standard input', () => {
    expect(check('--fix', '-')).toMatchObject({ status: 2, stdout: '' })
  })

  test('a file that cannot be written is told, and the status is 2', () => {
    programs.file('l/a.conf', GROUP)
    const start = readFileSync(`/proc/${process.pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
    programs.file('l/.a.conf.keepalived-conf.lock', `${process.pid} ${start}\n`)
    const { status, stderr } = check('--fix', 'l/a.conf')
    expect(status).toBe(2)
    expect(stderr).toContain('nothing was written')
    expect(textOf('l/a.conf')).toBe(GROUP)
  })
})

describe('--diff', () => {
  test('shows the fixes and changes nothing; the status is that of the file as it is', () => {
    programs.file('d.conf', GROUP)
    const { status, stdout, stderr } = check('--fix', '--diff', 'd.conf')
    expect(stdout).toBe(
      '--- a/d.conf\n+++ b/d.conf\n@@ -1,2 +1,3 @@\n-virtual_server_group g{\n-    10.0.0.1 80 }\n+virtual_server_group g {\n+    10.0.0.1 80\n+}\n',
    )
    expect([status, stderr, textOf('d.conf')]).toEqual([1, '', GROUP])
  })

  test('of standard input', () => {
    const { stdout } = programs.keepalivedConf(['check', '--for', 'lvs-1.2.2', '--diff', '-'], { input: GROUP })
    expect(stdout).toContain('+++ b/<stdin>\n')
    expect(stdout).toContain('+virtual_server_group g {\n')
  })

  test('is empty where there is nothing to fix', () => {
    programs.file('clean.conf', FIXED)
    expect(check('--diff', 'clean.conf')).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('edits that meet', () => {
  const edit = (start: number, end: number, newText: string): FileEdit => {
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset })
    return { file: '', range: { start: at(start), end: at(end) }, newText }
  }

  test('of two groups the first wins, whole', () => {
    expect(edited('abcdef', [[edit(1, 3, 'X')], [edit(0, 1, 'Y'), edit(2, 4, 'Z')], [edit(4, 5, 'E')]])).toEqual({
      text: 'aXdEf',
      made: 2,
    })
  })

  test('neighbours do not meet, two insertions at one place do', () => {
    expect(edited('abcd', [[edit(0, 2, '1')], [edit(2, 4, '2')]]).text).toBe('12')
    expect(edited('abcd', [[edit(2, 2, '1')], [edit(2, 2, '2')]])).toEqual({ text: 'ab1cd', made: 1 })
  })

  test('what is outside of the text is left out', () => {
    expect(edited('ab', [[edit(1, 9, 'X')], [edit(-1, 0, 'Y')]])).toEqual({ text: 'ab', made: 0 })
  })
})

import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const CONFIG =
  'vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n'

const check = (args: readonly string[], input?: string) =>
  programs.keepalivedConf(['check', '--for', '2.4.3', ...args], input === undefined ? {} : { input })

describe('facts', () => {
  test('are the interfaces, accounts and names of this machine as JSON', () => {
    const { status, stdout, stderr } = programs.keepalivedConf(['facts'])
    const facts = JSON.parse(stdout)
    expect([status, stderr]).toEqual([0, ''])
    expect(facts.interfaces.find((one: { name: string }) => one.name === 'lo')).toMatchObject({ loopback: true })
    expect(facts.users.find((one: { name: string }) => one.name === 'root')).toEqual({ name: 'root', uid: 0, gid: 0 })
    expect(facts).toMatchObject({ hostname: hostname(), user: userInfo().username })
  })

  test('have the files that a configuration names, links and directories with them', () => {
    const script = join(programs.directory, 'scripts', 'a b.sh')
    programs.file('scripts/a b.sh', '#!/bin/sh\n')
    chmodSync(script, 0o750)
    mkdirSync(join(programs.directory, 'links'))
    symlinkSync('../scripts', join(programs.directory, 'links', 'here'))
    const named = join(programs.directory, 'links', 'here', 'a b.sh')
    programs.file('script.conf', `vrrp_script a {\n    script "'${named}' 1"\n}\nvrrp_script b {\n    script /no/such/file\n}\n`)
    const { files } = JSON.parse(programs.keepalivedConf(['facts', '--for', '2.4.3', 'script.conf']).stdout)
    expect(files[script]).toMatchObject({ kind: 'file', mode: '0750' })
    expect(files[join(programs.directory, 'links', 'here')]).toMatchObject({ kind: 'symlink', target: '../scripts' })
    expect(files['/no']).toEqual({ kind: 'absent' })
    expect(files['/']).toMatchObject({ kind: 'directory' })
  })

  test('can be printed, kept and used, and are the same as those of --host', () => {
    programs.file('vrrp.conf', CONFIG)
    const facts = programs.keepalivedConf(['facts', '--for', '2.4.3', 'vrrp.conf']).stdout
    const stored = check(['--format', 'json', '--facts', '-', 'vrrp.conf'], facts)
    expect(stored).toEqual(check(['--format', 'json', '--host', 'vrrp.conf']))
    expect(JSON.parse(stored.stdout).target).toBe('keepalived-2.4.3')
  })

  test('of a configuration that cannot be read are none', () => {
    const { status, stdout, stderr } = programs.keepalivedConf(['facts', 'absent.conf'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('absent.conf')
  })
})

describe('wrong facts', () => {
  test.each([
    ['are not JSON', '{', 'the facts in f.json are not JSON: '],
    [
      'are of another shape',
      '{"users": [{"uid": 0}]}',
      'the facts in f.json: $.users[0].name: expected a value, found nothing\n',
    ],
    ['have a misspelt key', '{"user1": 0}', 'the facts in f.json: $.user1: expected one of the keys'],
  ])('%s: one line a problem and exit status 2', (_name, json, message) => {
    programs.file('f.json', json)
    programs.file('vrrp.conf', CONFIG)
    const { status, stdout, stderr } = check(['--facts', 'f.json', 'vrrp.conf'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('please report it')
  })

  test('cannot be read', () => {
    const { status, stderr } = check(['--facts', 'absent.json', 'vrrp.conf'])
    expect([status, stderr]).toEqual([2, 'keepalived-conf: the facts in absent.json cannot be read: there is no such file\n'])
  })

  test('a mark of byte order in front is no problem', () => {
    programs.file('f.json', '\uFEFF{}')
    expect(check(['--facts', 'f.json', 'vrrp.conf']).status).toBe(0)
  })

  test('--host and --facts exclude each other', () => {
    const { status, stderr } = check(['--host', '--facts', 'f.json', 'vrrp.conf'])
    expect([status, stderr]).toEqual([2, 'keepalived-conf: --host and --facts exclude each other\n'])
  })

  test('standard input is one thing only', () => {
    const { status, stderr } = check(['--facts', '-', '-'], '{}')
    expect(status).toBe(2)
    expect(stderr).toContain('standard input')
  })
})

import { describe, expect, test } from 'vitest'
import { decodeFacts } from '../../src/facts/decode.ts'
import type { Facts } from '../../src/facts/facts.ts'

const problemsOf = (json: unknown) => {
  const decoded = decodeFacts(json)
  return decoded.ok ? [] : decoded.problems.map(({ path, expected, actual }) => `${path}: ${expected}: ${actual}`)
}

const ALL: Facts = {
  interfaces: [
    {
      name: 'eth0',
      loopback: false,
      multicast: true,
      up: true,
      mtu: 1500,
      type: 'ether',
      kind: 'veth',
      addresses: ['10.0.0.1', 'fe80::1'],
    },
  ],
  users: [{ name: 'root', uid: 0, gid: 0 }],
  groups: [{ name: 'root', gid: 0 }],
  files: {
    '/': { kind: 'directory', mode: 0o755, uid: 0, gid: 0 },
    '/bin': { kind: 'symlink', mode: 0o777, uid: 0, gid: 0, target: 'usr/bin' },
    '/nothing': { kind: 'absent' },
  },
  searchPath: ['/usr/bin'],
  directory: '/etc',
  hostname: 'box',
  hosts: { 'mail.example': true },
  namespaces: ['blue'],
  routing: { tables: ['main'], protocols: [], scopes: [], realms: [], dsfields: [], groups: [] },
  user: 'root',
}

describe('facts from JSON', () => {
  test('every fact comes back as it was written', () => {
    expect(decodeFacts(JSON.parse(JSON.stringify(ALL)))).toEqual({ ok: true, facts: ALL })
  })

  test('a mode may be written in octal, a name may stand alone', () => {
    const file = { kind: 'file', mode: '0755', uid: 0, gid: 0 }
    expect(decodeFacts({ interfaces: ['eth0'], users: ['root'], groups: ['adm'], files: { '/a': file } })).toEqual({
      ok: true,
      facts: {
        interfaces: [{ name: 'eth0' }],
        users: [{ name: 'root' }],
        groups: [{ name: 'adm' }],
        files: { '/a': { ...file, mode: 0o755 } },
      },
    })
  })

  test('no facts at all are facts', () => {
    expect(decodeFacts({})).toEqual({ ok: true, facts: {} })
  })

  test.each([
    ['a list', []],
    ['nothing', undefined],
    ['null', null],
    ['"eth0"', 'eth0'],
  ])('%s instead of an object is one problem', (actual, json) => {
    expect(problemsOf(json)).toEqual([`$: an object: ${actual}`])
  })

  test('each problem has its place, what is expected and what is there', () => {
    expect(
      problemsOf({
        interfaces: [{ name: 'eth0', mtu: '1500' }, { mtu: -1 }, 5],
        users: 5,
        files: {
          '/a': { kind: 'socket' },
          '/b': { kind: 'absent', mode: 0 },
          '/c': { kind: 'file', mode: '0999', uid: 0, gid: 0 },
        },
        hosts: { a: 1 },
        hostname: ['a'],
      }),
    ).toEqual([
      '$.interfaces[0].mtu: a whole number from 0: "1500"',
      '$.interfaces[1].mtu: a whole number from 0: -1',
      '$.interfaces[1].name: a value: nothing',
      '$.interfaces[2]: an object: 5',
      '$.users: a list: 5',
      '$.files["/a"].kind: one of file, directory, symlink, other: "socket"',
      '$.files["/a"].mode: a value: nothing',
      '$.files["/a"].uid: a value: nothing',
      '$.files["/a"].gid: a value: nothing',
      '$.files["/b"].mode: one of the keys kind: 0',
      '$.files["/c"].mode: permission bits, such as "0755": "0999"',
      '$.hosts["a"]: true or false: 1',
      '$.hostname: a text: a list',
    ])
  })

  test('a misspelt key is a problem', () => {
    expect(problemsOf({ interface: [] })[0]).toMatch(/^\$\.interface: one of the keys interfaces, /)
  })

  test('long values are cut, and problems are not told without end', () => {
    expect(problemsOf({ hostname: 5, users: ['a'.repeat(100)], user: true })).toHaveLength(2)
    expect(problemsOf({ interfaces: Array.from({ length: 1000 }, () => 5) })).toHaveLength(20)
    expect(problemsOf({ users: [{ name: 'root', uid: 'x'.repeat(1000) }] })[0]?.length).toBeLessThan(90)
  })
})

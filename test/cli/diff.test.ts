import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, example, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const service = (address: string, weight = 1, inner = ''): string =>
  `virtual_server ${address} 80 {\n    lb_algo rr\n    protocol TCP\n${inner}    real_server 10.0.1.1 80 {\n        weight ${weight}\n    }\n}\n`
const GROUP = 'local_address_group g {\n    10.0.9.1\n}\n'

const diff = (...args: readonly string[]): readonly [status: number | null, stdout: string, stderr: string] => {
  const { status, stdout, stderr } = programs.keepalivedConf(['diff', ...args])
  return [status, stdout, stderr]
}

describe('exit status', () => {
  test('0 without a difference, 1 with one, which is said with both places', () => {
    programs.file('a.conf', service('10.0.0.1', 1))
    programs.file('b.conf', service('10.0.0.1', 2))
    expect(diff('a.conf', 'a.conf', '--for', 'lvs-1.2.2')).toEqual([
      0,
      'no difference\ncompared as lvs-1.2.2; choose with --for\n',
      '',
    ])
    expect(diff('a.conf', 'b.conf', '--for', '2.2.7')).toEqual([
      1,
      [
        '~ virtual_server 10.0.0.1 80 TCP › real_server 10.0.1.1 80 › weight: 1 → 2',
        '    a.conf:5:9 → b.conf:5:9',
        '',
        '1 difference: 1 changed',
        'compared as keepalived-2.2.7; choose with --for',
        '',
      ].join('\n'),
      '',
    ])
  })

  test.each([
    [['a.conf'], 'two sides are compared; usage: keepalived-conf diff [OPTION…] OLD NEW…'],
    [['-', '-'], 'only one of the files can be standard input'],
    [['a.conf', 'missing.conf'], '`missing.conf` cannot be read: there is no such file'],
    [['a.conf', 'a.conf', '--ignore', 'wieght'], '`wieght` is no keyword; did you mean `weight`?'],
    [['a.conf', 'a.conf', '--only', 'real_server'], '`real_server` is no block of the top level'],
    [['a.conf', 'a.conf', '--map-vip', 'missing.csv'], '`missing.csv` cannot be read: there is no such file'],
    [['a.conf', 'a.conf', 'a.json'], '`a.json` is JSON; it can be compared alone, not as one of several files'],
    [['a.conf', 'odd.json'], '`odd.json`: nosuch: unknown key in the model'],
    [['a.conf', 'broken.json'], '`broken.json` begins as JSON and is none'],
  ])('2 for %j', (args, problem) => {
    programs.file('broken.json', '{ "virtual_server": [')
    programs.file('a.json', '{}')
    programs.file('odd.json', '{"nosuch": 1}')
    const [status, stdout, stderr] = diff(...args)
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', `keepalived-conf: ${problem}`])
  })

  test('2 when an included file cannot be read: what is missing must not look removed', () => {
    programs.file('hole.conf', `include gone.conf\n${service('10.0.0.1')}`)
    const [status, stdout, stderr] = diff('a.conf', 'hole.conf')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^hole\.conf:1:1: error include\/missing /)
  })
})

describe('one big file against one file a service', () => {
  beforeAll(() => {
    programs.file('lvs.conf', `${GROUP}${service('10.0.0.1')}${service('10.0.0.2')}`)
    programs.file('vip/10.0.0.2-80.conf', service('10.0.0.2'))
    programs.file('vip/10.0.0.1-80.conf', service('10.0.0.1', 7))
    programs.file('main.conf', `${GROUP}include vip/*.conf\n`)
  })

  test('by a file that includes them', () => {
    expect(diff('lvs.conf', 'main.conf', '--ignore', 'weight')[0]).toBe(0)
  })

  test('by their directory, read as the other side is', () => {
    const [status, stdout] = diff('lvs.conf', 'vip/', '--only', 'virtual_server')
    expect([status, stdout]).toEqual([
      1,
      [
        '~ virtual_server 10.0.0.1 80 TCP › real_server 10.0.1.1 80 › weight: 1 → 7',
        '    lvs.conf:8:9 → vip/10.0.0.1-80.conf:5:9',
        '    a reload interrupts it: real servers are told apart by address, port and weight: this one is removed and added again',
        '',
        '1 difference: 1 changed',
        'compared as lvs-1.2.2; choose with --for',
        '',
      ].join('\n'),
    ])
  })

  test('by their names', () => {
    const files = ['vip/10.0.0.1-80.conf', 'vip/10.0.0.2-80.conf']
    const [status, stdout, stderr] = diff('lvs.conf', ...files, '--only', 'virtual_server', '--ignore', 'weight')
    expect([status, stdout, stderr]).toEqual([0, 'no difference\ncompared as lvs-1.2.2; choose with --for\n', ''])
    expect(diff('lvs.conf', files[0] as string, 'main.conf', '--only', 'virtual_server')[1]).toContain(
      'note: this side has it 2 times',
    )
  })

  test('the output of conf2json on either side', () => {
    programs.file('lvs.json', programs.conf2json(['lvs.conf']).stdout)
    expect(diff('lvs.json', 'main.conf', '--ignore', 'weight')[0]).toBe(0)
    expect(diff('main.conf', 'lvs.json', '--ignore=weight')[0]).toBe(0)
    expect(diff('lvs.json', 'main.conf')[0]).toBe(1)
    programs.file('group.conf', GROUP)
    programs.file('group.json', programs.conf2json(['group.conf']).stdout)
    expect(diff('group.json', 'group.json')[0]).toBe(0)
    expect(diff('group.json', 'lvs.json')[1]).toContain('2 differences: 2 added\n')
  })

  test('the tree form of JSON', () => {
    programs.file('tree.json', programs.keepalivedConf(['json', '--form', 'tree', 'lvs.conf']).stdout)
    expect(diff('tree.json', 'main.conf', '--ignore', 'weight')).toEqual([
      0,
      'no difference\ncompared as lvs-1.2.2; choose with --for\n',
      '',
    ])
  })

  test('the model form of JSON, and standard input', () => {
    const { stdout } = programs.keepalivedConf(['json', 'lvs.conf'])
    const ran = programs.keepalivedConf(['diff', '-', 'main.conf', '--ignore', 'weight,delay_loop', '--ignore', 'quorum'], {
      input: stdout,
    })
    expect([ran.status, ran.stderr]).toEqual([0, ''])
  })

  test('services under new addresses', () => {
    programs.file('old.conf', service('10.5.0.1') + service('10.5.0.2'))
    programs.file('vips.csv', '"id","old","new"\n"1","10.5.0.1","10.0.0.1"\n')
    const [status, stdout] = diff('old.conf', 'vip', '--map-vip', 'vips.csv', '--ignore', 'weight')
    expect(status).toBe(1)
    expect(stdout).toContain(
      '! virtual_server 10.5.0.2: no new address\n    old.conf:8:1\n    note: the map of addresses has no 10.5.0.2\n',
    )
    expect(stdout).toContain('3 differences: 1 removed, 1 added, 1 without a new address\n')
  })
})

test('as JSON', () => {
  const [status, stdout] = diff('a.conf', 'b.conf', '--format', 'json', '--for', 'lvs-1.2.2')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    formatVersion: 1,
    equal: false,
    old: { file: 'a.conf', target: 'lvs-1.2.2' },
    new: { file: 'b.conf', target: 'lvs-1.2.2' },
    changes: [
      { kind: 'changed', keyword: 'weight', old: 1, new: 2, oldPlace: { file: 'a.conf', range: { start: { line: 5 } } } },
    ],
  })
})

test('apply says what a reload makes of the change', () => {
  const instance = (state: string, priority: number): string =>
    `vrrp_instance A {\n    state ${state}\n    interface eth0\n    virtual_router_id 1\n    priority ${priority}\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n`
  programs.file('live.conf', instance('BACKUP', 100))
  programs.file('next.conf', instance('MASTER', 90))
  const { status, stdout } = programs.keepalivedConf(['apply', 'next.conf', '--to', 'live.conf', '--plan', '--for', '2.2.7'])
  expect(status).toBe(0)
  expect(stdout).toContain('~ vrrp_instance A › state: BACKUP → MASTER\n')
  expect(stdout).toContain(
    '    a reload does not apply it: an instance that runs keeps its state; the setting counts at the start only\n',
  )
})

test('a word of a file cannot move the cursor', () => {
  programs.file('evil.conf', service('10.0.0.1', 1, '    quorum_up "\x1b[2J"\n'))
  expect(diff('a.conf', 'evil.conf')[1]).not.toContain('\x1b')
})

test('the examples are what they are', () => {
  expect(diff(example('lvs.conf'), example('lvs.conf'))[0]).toBe(0)
})

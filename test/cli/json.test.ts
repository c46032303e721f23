import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, example, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const service = (address: string, inner = '') =>
  `virtual_server ${address} 80 {\n    lb_algo rr\n    protocol TCP\n${inner}    real_server 10.0.1.1 80 {\n    }\n}\n`

interface Output {
  readonly virtual_server: readonly { readonly vip: string; readonly laddr_group_name: string }[]
}

describe('conf2json', () => {
  test('prints the example with the services of its includes in their place', () => {
    const { status, stdout, stderr } = programs.conf2json([example('lvs.conf')])
    expect([status, stderr]).toEqual([0, ''])
    const { virtual_server } = JSON.parse(stdout) as Output
    expect(virtual_server.map(({ vip }) => vip)).toEqual(['10.20.0.11', '10.20.0.12', '10.20.0.13', '10.20.0.10'])
  })

  test('several files are one document, and references between them hold', () => {
    programs.file('lvs.conf', 'local_address_group g1 {\n    10.0.9.1\n}\n')
    programs.file('vip/a.conf', service('10.0.0.2', '    lb_kind FNAT\n    laddr_group_name g1\n'))
    programs.file('vip.conf', `include vip/*.conf\n${service('10.0.0.1')}`)
    const { status, stdout, stderr } = programs.conf2json(['--check', 'lvs.conf', 'vip.conf'])
    expect([status, stderr]).toEqual([0, ''])
    expect((JSON.parse(stdout) as Output).virtual_server.map(({ vip }) => vip)).toEqual(['10.0.0.2', '10.0.0.1'])
  })

  test('the command of the other program gives the same text', () => {
    const { stdout } = programs.keepalivedConf(['conf2json', example('broken.conf')])
    expect(stdout).toBe(programs.conf2json([example('broken.conf')]).stdout)
  })

  test('errors go to standard error and count only with --check', () => {
    programs.file('broken.conf', `nosuchword 1\n${service('10.0.0.1')}`)
    const { status, stdout, stderr } = programs.conf2json(['broken.conf'])
    expect([status, JSON.parse(stdout).virtual_server.length]).toEqual([0, 1])
    expect(stderr).toMatch(/^broken\.conf:1:1: error schema\/unknown-keyword .*\n$/)
    expect(programs.conf2json(['--check', 'broken.conf']).status).toBe(1)
  })

  test('without one of its files it prints nothing', () => {
    programs.file('vip.conf', service('10.0.0.1'))
    const { status, stdout, stderr } = programs.conf2json(['vip.conf', 'missing.conf'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe('conf2json: `missing.conf` cannot be read: there is no such file\n')
  })

  test('standard input', () => {
    const { stdout } = programs.conf2json(['-'], { input: service('10.0.0.7') })
    expect((JSON.parse(stdout) as Output).virtual_server[0]?.vip).toBe('10.0.0.7')
  })
})

describe('json', () => {
  test.each(['model', 'tree', 'conf2json'])('--form %s is JSON', (form) => {
    const { status, stdout, stderr } = programs.keepalivedConf(['json', '--form', form, example('lvs.conf')])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('10.20.0.13')
    JSON.parse(stdout)
  })

  test('without a file it reads standard input; --indent 0 is one line', () => {
    const { status, stdout } = programs.keepalivedConf(['json', '--for=lvs-1.2.2', '--indent=0'], { input: service('10.0.0.1') })
    expect([status, stdout.split('\n').length]).toEqual([0, 2])
    expect(JSON.parse(stdout)).toMatchObject({ target: 'lvs-1.2.2', virtual_server: [{}] })
  })

  test.each(['model', 'tree', 'conf2json'])('--redact masks secrets in the form %s', (form) => {
    const input = 'vrrp_instance A {\n    authentication {\n        auth_type PASS\n        auth_pass hunter2\n    }\n}\n'
    const { stdout, stderr } = programs.keepalivedConf(['json', '--redact', `--form=${form}`, '--for=lvs-1.2.2'], { input })
    JSON.parse(stdout)
    expect(stdout + stderr).not.toContain('hunter2')
  })

  test('blocks that nest too deep for JSON are one line, not a crash', () => {
    const { status, stdout, stderr } = programs.keepalivedConf(['json', '--form=tree', '--for=lvs-1.2.2'], {
      input: 'a {\n'.repeat(100_000),
    })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe('keepalived-conf: the blocks nest too deep to be written as JSON\n')
  })
})

describe('the effective configuration', () => {
  const text = '$N=A\n@box1 $P=100\n@box2 $P=50\nvrrp_instance $N {\n    priority ${P}\n    include more.conf\n}\n'

  test('expand prints it as text, with where each line comes from on request', () => {
    programs.file('main.conf', text)
    programs.file('more.conf', 'state BACKUP # a comment\n')
    const plain = programs.keepalivedConf(['expand', '-i', 'box2', 'main.conf'])
    expect(plain.stdout).toBe('vrrp_instance A {\n    priority 50\nstate BACKUP # a comment\n}\n')
    const { stdout } = programs.keepalivedConf(['expand', '--origins', '-i', 'box2', 'main.conf'])
    expect(stdout.split('\n')).toEqual([
      'vrrp_instance A { # main.conf:4, defined at main.conf:1',
      '    priority 50 # main.conf:5, defined at main.conf:3',
      'state BACKUP # a comment # more.conf:1',
      '} # main.conf:7',
      '',
    ])
  })

  test('json --resolved: the tree of it, and the same model', () => {
    programs.file('main.conf', text)
    programs.file('more.conf', 'state BACKUP\n')
    const tree = programs.keepalivedConf(['json', '--resolved', '--form', 'tree', '-i', 'box1', 'main.conf'])
    expect(JSON.parse(tree.stdout)).toMatchObject([
      { keyword: 'vrrp_instance', args: ['A'], block: [{ args: ['100'] }, { keyword: 'state', args: ['BACKUP'] }] },
    ])
    const model = (...options: readonly string[]): unknown =>
      JSON.parse(programs.keepalivedConf(['json', '-i', 'box1', ...options, 'main.conf']).stdout)
    expect(model('--resolved')).toEqual(model())
  })
})

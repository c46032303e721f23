import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, example, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

describe('conf', () => {
  test.each(['model', 'tree', 'conf2json'])('writes what `json --form %s` printed', (form) => {
    const { stdout: json } = programs.keepalivedConf(['json', '--form', form, '--for', 'lvs-1.2.2', example('lvs.conf')])
    programs.file('lvs.json', json)
    const { status, stdout, stderr } = programs.keepalivedConf(['conf', 'lvs.json'])
    expect([status, stderr]).toEqual([0, form === 'conf2json' ? expect.stringMatching(/^lvs\.json: info json\/lossy-form /) : ''])
    programs.file('back.conf', stdout)
    const back = programs.keepalivedConf(['json', '--form', 'conf2json', '--for', 'lvs-1.2.2', 'back.conf'])
    const original = programs.keepalivedConf(['json', '--form', 'conf2json', '--for', 'lvs-1.2.2', example('lvs.conf')])
    expect(JSON.parse(back.stdout)).toEqual(JSON.parse(original.stdout))
  })

  test('keeps the comments of a tree, reads standard input, and lays out as it is told', () => {
    const input = JSON.stringify([
      {
        comments: ['# one'],
        keyword: 'vrrp_instance',
        args: ['A'],
        block: [{ keyword: 'priority', args: ['100'], comment: '! two' }],
      },
    ])
    const { status, stdout } = programs.keepalivedConf(['conf', '--indent', '2', '--eol', 'crlf', '-'], { input })
    expect([status, stdout]).toEqual([0, '# one\r\nvrrp_instance A {\r\n  priority 100 ! two\r\n}\r\n'])
  })

  test('writes for the target that is named', () => {
    const input = '{"vrrp_instance": [{"name": "A", "accept": true}]}'
    expect(programs.keepalivedConf(['conf'], { input }).stdout).toContain('    accept\n')
    const { status, stdout, stderr } = programs.keepalivedConf(['conf', '--for', 'lvs-1.2.2'], { input })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^<stdin>: error json\/unknown-key vrrp_instance\[0\]\.accept: /)
  })

  test('says where a text stops being JSON', () => {
    programs.file('bad.json', '{\n  "a": 1,\n}\n')
    const { status, stdout, stderr } = programs.keepalivedConf(['conf', 'bad.json'])
    expect([status, stdout, stderr]).toEqual([2, '', 'bad.json:3:1: error json/syntax a key in double quotes is missing\n'])
  })

  test('says what a text cannot hold, by path', () => {
    const input = '{"global_defs": {"router_id": "a\\nb"}}'
    const { status, stderr } = programs.keepalivedConf(['conf'], { input })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^<stdin>: error write\/not-expressible global_defs\.router_id: .*line end/)
  })

  test('gives back bytes that are not UTF-8', () => {
    const bytes = Uint8Array.of(...Buffer.from('global_defs {\n    router_id a'), 0xff, ...Buffer.from('\n}\n'))
    programs.file('bytes.conf', bytes)
    const { stdout: input } = programs.keepalivedConf(['json', 'bytes.conf'])
    expect(input).toContain('\\udcff')
    expect(programs.keepalivedConf(['conf'], { input }).stdout).toBe('global_defs {\n    router_id a\uFFFD\n}\n')
  })

  test('takes one file', () => {
    expect(programs.keepalivedConf(['conf', 'a', 'b']).stderr).toMatch(
      /^keepalived-conf: one file at a time; usage: keepalived-conf conf/,
    )
    expect(programs.keepalivedConf(['conf', 'missing.json']).status).toBe(2)
  })
})

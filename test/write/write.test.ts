import { describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/types.ts'
import type { Context } from '../../src/schema/compile.ts'
import { type Dialect, dialectOf } from '../../src/schema/dialects.ts'
import { schemaOf } from '../../src/schema/registry.ts'
import { fieldOf } from '../../src/write/block.ts'
import { statementWords, writeSetting } from '../../src/write/statement.ts'
import { write } from '../../src/write/write.ts'

const text = (model: unknown, target = '2.4.3'): string => {
  const written = write(model as Model, { target })
  return written.ok ? written.value : written.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')
}
const router = (router_id: unknown, target?: string): string => text({ global_defs: { router_id } }, target)
const line = (value: unknown, target?: string): string => router(value, target).split('\n')[1]?.trim() ?? router(value, target)
const command = (misc_path: unknown): string =>
  text({ virtual_server: [{ address: '10.0.0.1', real_server: [{ address: '10.0.0.2', MISC_CHECK: [{ misc_path }] }] }] }).split(
    '\n',
  )[3] ?? ''

describe('words', () => {
  it.each([
    ['plain', 'router_id plain'],
    ['', 'router_id ""'],
    ['a b', 'router_id "a b"'],
    ['a#b', 'router_id "a#b"'],
    ['a{b}', 'router_id "a{b}"'],
    ['a\\', 'router_id a\\'],
    ['$HOME', 'router_id $HOME'],
    ['@x', 'router_id @x'],
    ["it's", "router_id it's"],
    ['é', 'router_id é'],
  ])('%j is %s', (word, expected) => expect(line(word)).toBe(expected))

  it.each([
    ['a\nb', 'line end'],
    ['a\0', 'NUL'],
    ['say "hi"', 'double quote'],
    ['a b\\', 'backslash'],
    ['${X}', 'definition'],
    ['\uD800', 'half of a character'],
    ['x '.repeat(2000), 'longer than a line'],
    ['x'.repeat(1015), '1022 bytes'],
  ])('%j cannot be written', (word, why) => {
    const said = router(word)
    expect(said).toMatch(/^write\/not-expressible global_defs\.router_id: /)
    expect(said).toContain(why)
  })

  it('1.2.2 has quotes for blanks only, and not for a comment sign behind one', () => {
    expect(line('a b', 'lvs-1.2.2')).toBe('router_id "a b"')
    expect(line('a#b', 'lvs-1.2.2')).toBe('router_id a#b')
    for (const word of ['a  b', ' a', 'a #b', 'a"b', 'a\rb']) expect(router(word, 'lvs-1.2.2')).toContain('write/not-expressible')
  })

  it('commands have both kinds of quotes', () => {
    expect(command('/bin/x -a "b c"').trim()).toBe('misc_path \'/bin/x -a "b c"\'')
    expect(command("/bin/x 'b'").trim()).toBe('misc_path "/bin/x \'b\'"')
    const quorum = { virtual_server: [{ group: 'g', quorum_up: { script: '\\', user: 'u' } }] }
    expect(text(quorum)).toMatch(/^write\/not-expressible virtual_server\[0\]\.quorum_up: .*backslash/)
  })

  it('a first word that would be a directive is in quotes', () => {
    const peers = { vrrp_instance: [{ name: 'A', track_interface: [{ name: 'include' }, { name: '@eth0' }, { name: '$A=1' }] }] }
    expect(text(peers)).toContain('        "include"\n        "@eth0"\n        "$A=1"\n')
  })
})

describe('order', () => {
  it('is that of the keys', () => {
    expect(text({ vrrp_instance: [{ name: 'A', priority: 1, state: 'MASTER' }] })).toBe(
      'vrrp_instance A {\n    priority 1\n    state MASTER\n}\n',
    )
  })

  it('is put right where keepalived reads from above', () => {
    const model = {
      virtual_server: [
        {
          address: '10.0.0.1',
          real_server: [{ address: '10.0.0.2' }],
          sorry_server_inhibit: true,
          sorry_server: { address: '10.0.0.3' },
          lb_algo: 'rr',
        },
      ],
      vrrp_instance: [{ name: 'A' }],
      vrrp_script: [{ name: 's' }],
      global_defs: {},
    }
    expect([...text(model).matchAll(/^ {0,4}([a-z_]+)/gm)].map(([, word]) => word)).toEqual([
      ...[
        'global_defs',
        'vrrp_script',
        'virtual_server',
        'lb_algo',
        'sorry_server',
        'sorry_server_inhibit',
        'real_server',
        'vrrp_instance',
      ],
    ])
  })
})

describe('what is wrong is said by path, and there is no text', () => {
  it.each([
    [
      { vrrp_instance: [{ name: 'A', priority: 300 }] },
      'write/invalid vrrp_instance[0].priority: expected an integer from 1 to 255',
    ],
    [
      { vrrp_instance: [{ name: 'A', prioriti: 1 }] },
      'write/unknown-key vrrp_instance[0].prioriti: unknown key in vrrp_instance',
    ],
    [{ vrrp_instance: {} }, 'write/invalid vrrp_instance: expected a list of vrrp_instance'],
    [{ global_defs: { notification_email: 'a' } }, 'write/invalid global_defs.notification_email: expected a list of entries'],
    [
      { vrrp_instance: [{ name: 'A', accept: false }] },
      'write/invalid vrrp_instance[0].accept: expected true (leave the key out to switch it off)',
    ],
    [
      { virtual_server: [{ fwmark: 1, address: '10.0.0.1' }] },
      'write/unknown-key virtual_server[0].address: unknown key in virtual_server',
    ],
    [{ unknown: [{ keyword: 1 }] }, 'write/invalid unknown[0]: expected a statement (keyword and args)'],
    [
      { virtual_server_group: [{ name: 'g', entries: [{ address: '10.0.0.1', port: 80 }, {}] }] },
      'write/invalid virtual_server_group[0].entries[1]: address is missing',
    ],
    [
      { vrrp_instance: [{ name: 'A', notify_stop: { command: '/x', group: 'g' } }] },
      'write/not-expressible vrrp_instance[0].notify_stop: there is no way to write these values together behind notify_stop',
    ],
    [
      { vrrp_instance: [{ invalid: { nmae: 'x' } }] },
      'write/invalid vrrp_instance[0].invalid.nmae: there is no such word in the header',
    ],
    [7, 'write/invalid expected an object for the model'],
  ])('%j', (model, expected) => expect(text(model)).toBe(expected))

  it('a keyword of another version is named', () => {
    expect(text({ vrrp_instance: [{ name: 'A', track_bfd: [] }] }, '1.2.13')).toBe(
      'write/unknown-key vrrp_instance[0].track_bfd: keepalived 1.2.13 does not know `track_bfd` in vrrp_instance',
    )
    expect(write({}, { target: 'nginx' }).ok).toBe(false)
  })

  it('a word that a definition of the model would replace', () => {
    const model = { unknown: [{ keyword: '$ID=', args: ['a'] }], global_defs: { router_id: '$ID' } }
    expect(text(model)).toContain('global_defs.router_id: a word cannot be written')
    expect(text({ ...model, global_defs: { router_id: '$IDLE' } })).toContain('router_id $IDLE')
  })

  it('a setting whose definition is gone', () => {
    const model = { vrrp_instance: [{ name: 'A', unknown: [{ keyword: 'interface', args: ['$IF'] }] }] }
    expect(text(model)).toContain('it refers to a definition that is not in the model: $IF')
  })
})

it('layout is as it is asked for', () => {
  const model: Model = { vrrp_instance: [{ name: 'A', priority: 1 }] }
  expect(write(model, { indent: 2, eol: '\r\n' })).toMatchObject({ value: 'vrrp_instance A {\r\n  priority 1\r\n}\r\n' })
  expect(write(model, { indent: Number.NaN })).toMatchObject({ value: 'vrrp_instance A {\npriority 1\n}\n' })
})

it('nesting of unknown blocks costs no stack and no more than its text', () => {
  let block: unknown[] = []
  for (let i = 0; i < 100_000; i++) block = [{ keyword: 'a', args: [], block }]
  expect(text({ unknown: block }).length).toBeLessThan(100_000 * 200)
})

describe('parts of a file', () => {
  const dialect = dialectOf('2.4.3') as Dialect
  const { root } = schemaOf(dialect)
  const instance = fieldOf(root, 'vrrp_instance', dialect.number)
  const inner = instance?.context as Context

  it('the words of a line, a setting, a block, an entry', () => {
    const priority = fieldOf(inner, 'priority', dialect.number)
    const addresses = fieldOf(inner, 'virtual_ipaddress', dialect.number)
    if (instance === undefined || priority === undefined || addresses === undefined) throw new Error('no such field')
    expect(statementWords(priority, 100, dialect)).toEqual({ ok: true, value: ['priority', '100'], diagnostics: [] })
    expect(statementWords(instance, { name: 'A b' }, dialect)).toMatchObject({ value: ['vrrp_instance', '"A b"'] })
    expect(writeSetting(priority, 100, dialect, { indentation: '  ' })).toMatchObject({ value: '  priority 100' })
    expect(
      writeSetting(addresses, [{ address: '10.0.0.1' }], dialect, { indentation: '\t', unit: '\t', eol: '\r\n' }),
    ).toMatchObject({
      value: '\tvirtual_ipaddress {\r\n\t\t10.0.0.1\r\n\t}',
    })
    const entry = addresses.context?.entry
    if (entry === undefined) throw new Error('no entry')
    expect(writeSetting(entry, { address: '10.0.0.1', dev: 'eth0' }, dialect)).toMatchObject({ value: '10.0.0.1 dev eth0' })
    expect(writeSetting(priority, 'x', dialect).ok).toBe(false)
  })
})

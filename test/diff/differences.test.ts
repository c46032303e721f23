import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Change, DiffOptions } from '../../src/diff/change.ts'
import { diff } from '../../src/diff/diff.ts'
import { conf2json } from '../../src/json/conf2json.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { ofFiles } from '../json/sources.ts'

/** Differences in one line each: `changed virtual_server 10.0.0.1 80 TCP/weight 1→2`. */
const lines = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ kind, level, where, old, new: fresh }) => {
    const values = [old, fresh].filter((value) => value !== undefined).map((value) => JSON.stringify(value))
    return `${level === 'note' ? 'note ' : ''}${kind} ${where.join('/')}${values.length === 0 ? '' : ` ${values.join('→')}`}`
  })

const texts = (old: string, fresh: string, target = 'keepalived-2.4.3', options: DiffOptions = {}): readonly string[] =>
  lines(diff(parse(old, { target }), parse(fresh, { target }), options))

const service = (settings: string, address = '10.0.0.1 80'): string =>
  `virtual_server ${address} {\n  protocol TCP\n${settings}\n}\n`
const instance = (settings: string): string => `vrrp_instance A {\n  interface eth0\n${settings}\n}\n`

describe('a single change is one difference', () => {
  const single: readonly (readonly [name: string, old: string, fresh: string, expected: string])[] = [
    ['a value', service('delay_loop 6'), service('delay_loop 7'), 'changed virtual_server 10.0.0.1 80 TCP/delay_loop 6→7'],
    ['a flag', service(''), service('alpha'), 'added virtual_server 10.0.0.1 80 TCP/alpha true'],
    ['a service', service(''), service('') + service('', '10.0.0.2 80'), 'added virtual_server 10.0.0.2 80 TCP'],
    ['a service by mark', 'virtual_server fwmark 5 {\n}\n', '', 'removed virtual_server fwmark 5'],
    ['a service by group', 'virtual_server group web {\n}\n', '', 'removed virtual_server group web'],
    ['a protocol', service(''), service('').replace('TCP', 'UDP'), 'changed virtual_server 10.0.0.1 80 TCP/protocol "TCP"→"UDP"'],
    [
      'a server',
      service('real_server 10.0.1.1 80 {\n}\nreal_server 10.0.1.2 80 {\n}'),
      service('real_server 10.0.1.2 80 {\n}'),
      'removed virtual_server 10.0.0.1 80 TCP/real_server 10.0.1.1 80',
    ],
    [
      'a server on another port',
      service('real_server 10.0.1.1 80 {\n}'),
      service('real_server 10.0.1.1 80 {\n}\nreal_server 10.0.1.1 81 {\n}'),
      'added virtual_server 10.0.0.1 80 TCP/real_server 10.0.1.1 81',
    ],
    [
      'the port of a checker',
      service('real_server 10.0.1.1 80 {\nTCP_CHECK {\nconnect_port 80\n}\n}'),
      service('real_server 10.0.1.1 80 {\nTCP_CHECK {\nconnect_port 81\n}\n}'),
      'changed virtual_server 10.0.0.1 80 TCP/real_server 10.0.1.1 80/TCP_CHECK/connect_port 80→81',
    ],
    [
      'one of several urls',
      service('real_server 10.0.1.1 80 {\nHTTP_GET {\nurl {\npath /a\nstatus_code 200\n}\nurl {\npath /b\n}\n}\n}'),
      service('real_server 10.0.1.1 80 {\nHTTP_GET {\nurl {\npath /b\n}\nurl {\npath /a\nstatus_code 201\n}\n}\n}'),
      'changed virtual_server 10.0.0.1 80 TCP/real_server 10.0.1.1 80/HTTP_GET/url /a/status_code ["200"]→["201"]',
    ],
    [
      'a sorry server',
      service('sorry_server 10.0.9.1 80'),
      service('sorry_server 10.0.9.2 80'),
      'changed virtual_server 10.0.0.1 80 TCP/sorry_server {"address":"10.0.9.1","port":80}→{"address":"10.0.9.2","port":80}',
    ],
    [
      'an address',
      instance('virtual_ipaddress {\n10.0.0.1\n10.0.0.2\n}'),
      instance('virtual_ipaddress {\n10.0.0.1\n}'),
      'removed vrrp_instance A/virtual_ipaddress 10.0.0.2 {"address":"10.0.0.2"}',
    ],
    [
      'the interface of an address',
      instance('virtual_ipaddress {\n10.0.0.1 dev eth0\n}'),
      instance('virtual_ipaddress {\n10.0.0.1 dev eth1\n}'),
      'changed vrrp_instance A/virtual_ipaddress 10.0.0.1 {"address":"10.0.0.1","dev":"eth0"}→{"address":"10.0.0.1","dev":"eth1"}',
    ],
    [
      'the order of addresses',
      instance('virtual_ipaddress {\n10.0.0.1\n10.0.0.2\n}'),
      instance('virtual_ipaddress {\n10.0.0.2\n10.0.0.1\n}'),
      'order vrrp_instance A/virtual_ipaddress [{"address":"10.0.0.1"},{"address":"10.0.0.2"}]→[{"address":"10.0.0.2"},{"address":"10.0.0.1"}]',
    ],
    [
      'a script',
      'vrrp_script s {\n  interval 2\n}\n',
      'vrrp_script s {\n  interval 3\n}\n',
      'changed vrrp_script s/interval 2→3',
    ],
    [
      'a list of words',
      'vrrp_sync_group G {\n group {\n A\n B\n }\n}\n',
      'vrrp_sync_group G {\n group {\n A\n }\n}\n',
      'removed vrrp_sync_group G/group B "B"',
    ],
    [
      'a global setting',
      'global_defs {\n router_id a\n}\n',
      'global_defs {\n router_id b\n}\n',
      'changed global_defs/router_id "a"→"b"',
    ],
    [
      'an entry of a group',
      'virtual_server_group g {\n10.0.0.1 80\n}\n',
      'virtual_server_group g {\n10.0.0.1 80\nfwmark 5\n}\n',
      'added virtual_server_group g/5 {"fwmark":5}',
    ],
    ['an unknown word', service(''), service('nosuchword 1'), 'added virtual_server 10.0.0.1 80 TCP/nosuchword "nosuchword 1"'],
  ]

  it.each(single)('%s', (_name, old, fresh, expected) => {
    expect(texts(old, fresh)).toEqual([expected])
  })

  const opposite = { added: 'removed', removed: 'added', changed: 'changed', order: 'order', unmapped: 'unmapped' }
  it.each(single)('%s, the other way round, is the opposite', (_name, old, fresh) => {
    const there = diff(parse(old), parse(fresh))
    const back = diff(parse(fresh), parse(old))
    expect(back.map(({ kind, old, new: fresh }) => ({ kind: opposite[kind], old: fresh, new: old }))).toEqual(
      there.map(({ kind, old, new: fresh }) => ({ kind, old, new: fresh })),
    )
  })
})

describe('no difference', () => {
  it.each([
    ['order of keywords', instance('priority 100\nstate MASTER'), instance('state MASTER\npriority 100')],
    ['comments and layout', service('delay_loop 6'), `# comment\n${service('\n\t delay_loop   6 # seconds')}`],
    ['an alias', service('lb_algo rr'), service('lvs_sched rr')],
    ['quotes', service('quorum_up "/bin/true"'), service('quorum_up /bin/true')],
    ['spelling of a number', service('delay_loop 6'), service('delay_loop +6')],
    ['spelling of an address', service('', '::1 80'), service('', '0:0::0001 80')],
    ['upper case in an address', service('', '2001:DB8::1 80'), service('', '2001:db8:0::1 80')],
    [
      'a prefix of the whole address',
      instance('virtual_ipaddress {\n10.0.0.1/32\n}'),
      instance('virtual_ipaddress {\n10.0.0.1\n}'),
    ],
    ['a plain default', service('quorum 1'), service('')],
    ['a definition', `$D=6\n${service('delay_loop $D')}`, service('delay_loop 6')],
    ['an unused definition', `$D=6\n${service('')}`, service('')],
    [
      'ranges written apart',
      'virtual_server_group g {\n10.0.0.1-4 80\n}\n',
      'virtual_server_group g {\n10.0.0.3-4 80\n10.0.0.1 80\n10.0.0.2 80\n}\n',
    ],
    [
      'order of status codes',
      service('real_server 10.0.1.1 80 {\nHTTP_GET {\nurl {\npath /\nstatus_code 200 300\n}\n}\n}'),
      service('real_server 10.0.1.1 80 {\nHTTP_GET {\nurl {\npath /\nstatus_code 300 200\n}\n}\n}'),
    ],
  ])('%s', (_name, old, fresh) => {
    expect(texts(old, fresh)).toEqual([])
  })

  it('a file in one piece and in several', () => {
    const whole = parse(service('', '10.0.0.1 80') + service('', '10.0.0.2 80'), { target: '2.4.3' })
    const parts = ofFiles(
      { 'main.conf': 'include b\ninclude a\n', a: service('', '10.0.0.1 80'), b: service('', '10.0.0.2 80') },
      { target: '2.4.3' },
    )
    expect(lines(diff(whole, parts))).toEqual([])
  })
})

describe('both sides of a difference', () => {
  it('is at its line, in the file that holds it', () => {
    const old = ofFiles({ 'lvs.conf': '\ninclude vip\n', vip: service('delay_loop 6') }, { target: 'lvs-1.2.2' })
    const fresh = parse(service('lb_algo rr\ndelay_loop 7'), { file: 'new.conf', target: 'lvs-1.2.2' })
    const [change] = diff(old, fresh).filter(({ keyword }) => keyword === 'delay_loop')
    expect(change?.oldPlace).toMatchObject({
      file: 'vip',
      path: 'virtual_server[0].delay_loop',
      range: { start: { line: 3, column: 1 }, end: { column: 13 } },
    })
    expect(change?.newPlace).toMatchObject({ file: 'new.conf', range: { start: { line: 4, column: 1 } } })
  })

  it('an entry is at its line, a block at its header, under its alias as well', () => {
    const old = parse(
      `${instance('virtual_ipaddress {\n  10.0.0.1\n  10.0.0.2 dev eth1\n}')}${service('lvs_sched rr\nreal_server 10.0.1.1 80 {\n}')}`,
      { target: '2.4.3' },
    )
    const fresh = parse(`${instance('virtual_ipaddress {\n  10.0.0.1\n}')}${service('lb_algo wrr')}`, { target: '2.4.3' })
    expect(diff(old, fresh).map(({ keyword, oldPlace }) => `${keyword} ${oldPlace?.range?.start.line}`)).toEqual([
      'virtual_ipaddress 5',
      'lb_algo 10',
      'real_server 11',
    ])
  })

  it('what comes out of a definition is at the line of use', () => {
    const old = parse('$P=100\nvrrp_instance A {\n  priority ${P}\n}\n', { file: 'k.conf', target: '2.4.3' })
    const [change] = diff(old, parse('vrrp_instance A {\n  priority 90\n}\n', { target: '2.4.3' }))
    expect([change?.old, change?.oldPlace?.range?.start.line]).toEqual([100, 3])
  })

  it('JSON has the path of the value', () => {
    const old = toJSON(parse(service('delay_loop 6'), { target: '2.4.3' }))
    const [change] = diff(old, parse(service('delay_loop 7'), { target: '2.4.3' }))
    expect(change?.oldPlace).toEqual({ file: '', path: 'virtual_server[0].delay_loop' })
  })

  it('the tree form is what its text says', () => {
    const tree = toJSON(parse(service('delay_loop 6'), { target: '2.4.3' }), { form: 'tree' })
    expect(diff(tree, parse(service('delay_loop 6'), { target: '2.4.3' }))).toEqual([])
    expect(lines(diff(tree, parse(service('delay_loop 7'), { target: '2.4.3' })))).toEqual([
      'changed virtual_server 10.0.0.1 80 TCP/delay_loop 6→7',
    ])
    expect(diff([1, 'x'], {})).toEqual([])
  })

  it('a password is not shown', () => {
    const auth = (word: string): string => instance(`authentication {\nauth_type PASS\nauth_pass ${word}\n}`)
    expect(texts(auth('secret1'), auth('secret2'))).toEqual(['changed vrrp_instance A/authentication/auth_pass "***"→"***"'])
    expect(JSON.stringify(diff(parse(auth('secret1')), toJSON(parse(auth('secret2')))))).not.toContain('secret')
    expect(JSON.stringify(diff(parse(instance('auth_pas secret1')), parse('')))).not.toContain('secret1')
    const unknown = {
      unknown: [
        { keyword: 'auth_pas', args: ['secret1'] },
        { keyword: 'nosuchword', args: ['1'] },
      ],
    }
    expect(lines(diff(unknown, {}))).toEqual(['removed auth_pas "auth_pas ***"', 'removed nosuchword "nosuchword 1"'])
    const hmac = { vrrp_instance: [{ name: 'A', auth_hmac: { key: [{ secret: 'secret1', id: 1 }, 'secret2'] } }] }
    expect(JSON.stringify(diff(hmac, { vrrp_instance: [{ name: 'A', auth_hmac: {} }] }))).toContain('key 1')
    expect(JSON.stringify(diff(hmac, { vrrp_instance: [{ name: 'A', auth_hmac: {} }] }))).not.toContain('secret1')
  })
})

describe('options', () => {
  it('ignored keywords are ignored under all their names', () => {
    const options = { ignore: ['lvs_sched', 'weight'] }
    const server = (weight: number): string => `real_server 10.0.1.1 80 {\nweight ${weight}\n}`
    expect(texts(service(`lb_algo rr\n${server(1)}`), service(`lb_algo wrr\n${server(2)}`), '2.4.3', options)).toEqual([])
  })

  it('only some blocks, with the groups that they name', () => {
    const group = (name: string, address: string): string => `local_address_group ${name} {\n${address}\n}\n`
    const fnat = service('lb_kind FNAT\nladdr_group_name g')
    expect(
      texts(
        `global_defs {\nrouter_id a\n}\n${group('g', '10.0.9.1')}${group('other', '10.0.9.1')}${fnat}`,
        `${group('other', '10.0.9.5')}${group('g', '10.0.9.2')}${fnat}`,
        'lvs-1.2.2',
        { only: ['virtual_server'] },
      ),
    ).toEqual(['removed local_address_group g/10.0.9.1 "10.0.9.1"', 'added local_address_group g/10.0.9.2 "10.0.9.2"'])
  })

  it('another name of a group with the same content is a note', () => {
    const side = (name: string, addresses: string): string =>
      `local_address_group ${name} {\n${addresses}\n}\n${service(`lb_kind FNAT\nladdr_group_name ${name}`)}`
    const found = texts(side('a', '10.0.9.1-2'), side('b', '10.0.9.2\n10.0.9.1'), 'lvs-1.2.2')
    expect(found).toContain('note changed virtual_server 10.0.0.1 80 TCP/laddr_group_name "a"→"b"')
    const other = texts(side('a', '10.0.9.1-2'), side('b', '10.0.9.2'), 'lvs-1.2.2')
    expect(other).toContain('changed virtual_server 10.0.0.1 80 TCP/laddr_group_name "a"→"b"')
  })

  it('services are compared under their new address, their commands as well', () => {
    const up = (address: string): string => service(`quorum_up "ip addr add ${address}/32 dev lo"`, `${address} 80`)
    const vips = new Map([['10.0.0.1', '10.9.0.1']])
    expect(texts(up('10.0.0.1'), up('10.9.0.1'), 'lvs-1.2.2', { vips })).toEqual([])
    const [change] = diff(parse(up('10.0.0.1')), parse(up('10.9.0.2')), { vips })
    expect(change).toMatchObject({ kind: 'removed', where: ['virtual_server 10.0.0.1 80 TCP'] })
  })

  it('a service that the map lacks is said', () => {
    const vips = new Map([['10.0.0.1', '10.9.0.1']])
    expect(texts(service('', '10.0.0.2 80'), service('', '10.0.0.2 80'), 'lvs-1.2.2', { vips })).toEqual([
      'unmapped virtual_server 10.0.0.2',
    ])
  })
})

describe('services by group, unrolled', () => {
  const group = 'virtual_server_group web {\n10.0.0.1-2 80\n10.0.0.9 443\n}\n'
  const byGroup = (weight: number): string => `${group}${service(`real_server 10.0.1.1 80 {\nweight ${weight}\n}`, 'group web')}`
  const byAddress = ['10.0.0.9 443', '10.0.0.2 80', '10.0.0.1 80'].map((address) =>
    service('real_server 10.0.1.1 80 {\nweight 1\n}', address),
  )

  it('are the services of their addresses', () => {
    expect(texts(byGroup(1), byAddress.join(''), 'lvs-1.2.2', { expandGroups: true })).toEqual([])
    expect(diff(conf2json(parse(byGroup(1))), parse(byAddress.join('')), { expandGroups: true })).toEqual([])
  })

  it('differ at the line of the service', () => {
    const found = diff(parse(byGroup(2)), parse(byAddress.join('')), { expandGroups: true })
    expect(
      found.map(({ where, oldPlace, newPlace }) => [
        where[0],
        oldPlace?.path,
        oldPlace?.range?.start.line,
        newPlace?.range?.start.line,
      ]),
    ).toEqual([
      ['virtual_server 10.0.0.1 80 TCP', 'virtual_server[0].real_server[0].weight', 8, 16],
      ['virtual_server 10.0.0.2 80 TCP', 'virtual_server[0].real_server[0].weight', 8, 10],
      ['virtual_server 10.0.0.9 443 TCP', 'virtual_server[0].real_server[0].weight', 8, 4],
    ])
  })
})

it('a service that one side has twice is said', () => {
  const [change, ...others] = diff(parse(service('')), parse(service('') + service('')))
  expect(others).toEqual([])
  expect(change).toMatchObject({ kind: 'added', where: ['virtual_server 10.0.0.1 80 TCP'], notes: ['this side has it 2 times'] })
})

describe('conf2json on one side', () => {
  const config = parse(service('lb_algo rr\nreal_server 10.0.1.1 80 {\nweight 5\n}'), { target: 'lvs-1.2.2' })

  it('is compared in its shape, whatever the other side is', () => {
    const json = conf2json(config)
    expect(lines(diff(json, config))).toEqual([])
    expect(lines(diff(config, json))).toEqual([])
    expect(lines(diff(toJSON(config), json))).toEqual([])
  })

  it('with the liberties of the original: texts for numbers, words for switches, null and absence', () => {
    const json = {
      virtual_server: [
        {
          ...{ vip: '10.0.0.1', vport: '80', lvs_sched: 'rr', protocol: 'TCP', alpha: 'OFF', quorum_up: null },
          real_server: [{ rip: '10.0.1.1', rport: '80', weight: '5' }],
        },
      ],
    }
    expect(lines(diff(json, config))).toEqual([])
  })

  it('differences have the line of the configuration and the path of the JSON', () => {
    const json = JSON.parse(JSON.stringify(conf2json(config)).replace('"weight":5', '"weight":6'))
    const [change, ...others] = diff(json, config)
    expect(others).toEqual([])
    expect(change).toMatchObject({
      old: 6,
      new: 5,
      oldPlace: { path: 'virtual_server[0].real_server[0].weight' },
      newPlace: { range: { start: { line: 5 } } },
    })
  })
})

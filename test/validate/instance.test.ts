import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { instance, list, pair } from '../../src/validate/rules/instance/examples.ts'
import { INSTANCE_RULES } from '../../src/validate/rules/instance/index.ts'

interface Asked {
  readonly target?: string
  readonly facts?: Facts
}

const checked = (text: string, { target = '2.4.3', facts }: Asked = {}) =>
  validateAll(parse(text, { target }), { rules: INSTANCE_RULES, ...(facts === undefined ? {} : { facts }) })

/** `code line` of each finding, with a minus behind what `-t` does not say. */
const found = (text: string, asked: Asked = {}): readonly string[] =>
  checked(text, asked).diagnostics.map(({ code, reported, range }) => `${code} ${range.start.line}${reported ? '' : '-'}`)

const exitStatus = (text: string, asked: Asked = {}): number | null => checked(text, asked).configTest.exitStatus

const messages = (text: string, asked: Asked = {}): readonly string[] =>
  checked(text, asked).diagnostics.map(({ message }) => message)

const ETH0 = { name: 'eth0', multicast: true, mtu: 1500, type: 'ether', addresses: ['192.0.2.1', 'fe80::1'] }
const SECOND = { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }

describe('what an instance needs', () => {
  test('a router id: one that is misspelt or cannot be read is told there', () => {
    const lacks = (line: string) => instance().replace('    virtual_router_id 51\n', line)
    expect(found(lacks(''))).toEqual(['vrrp/no-router-id 1'])
    expect(exitStatus(lacks(''))).toBe(5)
    expect(found(lacks('    virtual_router_id 256\n'))).toEqual(['schema/bad-value 3'])
    expect(found(lacks('    virtual_roter_id 51\n'))).toEqual(['schema/unknown-keyword 3'])
  })

  test('an interface, unless it has unicast peers and a source address', () => {
    const unicast = (lines: string) => instance(lines, { link: '', address: '192.0.2.10 dev eth1' })
    const peers = list('unicast_peer', '192.0.2.2')
    expect(found(unicast(''))).toEqual(['vrrp/no-interface 1'])
    expect(found(unicast(peers))).toEqual(['vrrp/no-interface 1'])
    expect(found(unicast(`    unicast_src_ip 192.0.2.1\n${peers}`))).toEqual([])
    expect(found(unicast(`    mcast_src_ip 192.0.2.1\n${peers}`))).toEqual([])
  })

  test('2.2.5 to 2.2.7 want an interface for unicast as well', () => {
    const text = instance(`    unicast_src_ip 192.0.2.1\n${list('unicast_peer', '192.0.2.2')}`, {
      link: '',
      address: '192.0.2.10 dev eth1',
    })
    expect(found(text, { target: '2.2.7' })).toEqual(['vrrp/no-interface 1'])
    expect(found(text, { target: '2.2.4' })).toEqual([])
    expect(found(text, { target: '2.2.8' })).toEqual([])
  })

  test('a loopback interface counts as none, and has a finding of its own', () => {
    expect(found(instance('', { link: 'lo' }))).toEqual([])
    expect(found(instance('    use_vmac\n    unicast_fault_no_peer\n    promote_secondaries\n', { link: 'lo' }))).toEqual([
      'vrrp/transport 5-',
    ])
  })

  test('an address, which version 3 and strict mode insist on', () => {
    const severities = (text: string) => checked(text).diagnostics.map(({ code, severity }) => `${code} ${severity}`)
    expect(severities(instance('', { address: '' }))).toEqual(['vrrp/no-addresses warning'])
    expect(severities(instance('    version 3\n', { address: '' }))).toEqual(['vrrp/no-addresses error'])
    expect(severities(instance(list('virtual_ipaddress'), { address: '' }))).toEqual(['vrrp/no-addresses warning'])
    expect(severities(instance('    no_virtual_ipaddress\n', { address: '' }))).toEqual([])
    expect(found(instance('', { address: 'not-an-address' })).filter((code) => code.startsWith('vrrp'))).toEqual([])
  })

  test('a line that may or may not count keeps everything quiet that it might set', () => {
    const text = instance('    @here virtual_router_id 52\n').replace('    virtual_router_id 51\n', '')
    expect(found(text)).toEqual([])
    expect(found(instance('    include more.conf\n').replace('    virtual_router_id 51\n', ''))).toEqual([])
  })
})

describe('strict mode', () => {
  const strict = (lines: string, more = {}) =>
    found(instance(`    strict_mode on\n    no_accept\n${lines}`, more)).map((one) => one.replace(/\d+/, ''))

  test.each([
    '    preempt_delay 5\n',
    '    down_timer_adverts 4\n',
    '    garp_lower_prio_repeat 1\n',
    '    garp_lower_prio_delay 1\n',
    '    lower_prio_no_advert off\n',
    '    higher_prio_send_advert on\n',
    '    use_vmac 02:00:00:00:00:01\n',
    '    use_vmac\n    vmac_xmit_base\n',
    '    no_virtual_ipaddress\n',
    '    state MASTER\n    priority 100\n',
    '    state BACKUP\n    priority 255\n',
    '    authentication {\n        auth_type PASS\n        auth_pass a\n    }\n',
    list('unicast_peer', '192.0.2.2'),
  ])('takes away %j', (lines) => {
    expect(strict(lines)).toEqual(['vrrp/strict '])
    expect(found(instance(lines)).filter((code) => code.startsWith('vrrp/strict'))).toEqual([])
  })

  test.each([
    '    preempt_delay 0\n',
    '    down_timer_adverts 3\n',
    '    garp_lower_prio_repeat 0\n',
    '    lower_prio_no_advert on\n',
    '    higher_prio_send_advert off\n',
    '    use_vmac\n',
    '    state BACKUP\n',
    '    state MASTER\n    priority 255\n',
  ])('has nothing against %j', (lines) => {
    expect(strict(lines)).toEqual([])
  })

  test('is what vrrp_strict says, unless the instance says otherwise', () => {
    const globals = 'global_defs {\n    vrrp_strict\n}\n'
    expect(found(globals + instance('    no_accept\n    preempt_delay 5\n'))).toEqual(['vrrp/strict 8'])
    expect(found(globals + instance('    strict_mode off\n    preempt_delay 5\n'))).toEqual([])
  })

  test('wants a link-local address first, in multicast only', () => {
    expect(strict('', { address: '2001:db8::1/64' })).toEqual(['vrrp/strict '])
    expect(strict('', { address: 'fe80::1/64' })).toEqual([])
  })

  test('refuses unicast from 2.4.0 on, and did before 2.2.5', () => {
    const text = instance(`    strict_mode on\n    no_accept\n${list('unicast_peer', '192.0.2.2')}`)
    const of = (target: string) => found(text, { target }).length
    expect([of('2.2.4'), of('2.2.5'), of('2.3.4'), of('2.4.0')]).toEqual([1, 0, 0, 1])
  })

  test('blocks the addresses of who does not own them, which `accept` of version 3 undoes', () => {
    const codes = (lines: string) => found(instance(`    strict_mode on\n${lines}`)).map((one) => one.replace(/ \d+/, ''))
    expect(codes('')).toEqual(['vrrp/strict-blocks-addresses-'])
    expect(codes('    version 3\n    accept\n')).toEqual([])
    expect(codes('    version 2\n    accept\n')).toEqual(['vrrp/strict'])
    expect(codes('    priority 255\n')).toEqual([])
  })
})

describe('settings that do not go together', () => {
  test('nopreempt and preempt_delay with a master', () => {
    expect(found(instance('    state MASTER\n    priority 100\n    nopreempt\n'))).toEqual(['vrrp/preempt 6'])
    expect(found(instance('    state MASTER\n    priority 100\n    preempt_delay 5\n'))).toEqual(['vrrp/preempt 6'])
    expect(found(instance('    priority 255\n    nopreempt\n'))).toEqual(['vrrp/preempt 5'])
    expect(found(instance('    nopreempt\n    preempt_delay 5\n'))).toEqual(['vrrp/preempt 5'])
    expect(found(instance('    nopreempt\n'))).toEqual([])
    expect(found(instance('    preempt_delay 5\n'))).toEqual([])
  })

  test('the later of preempt and nopreempt counts', () => {
    expect(found(instance('    priority 255\n    nopreempt\n    preempt\n'))).toEqual([])
    expect(found(instance('    priority 255\n    preempt\n    nopreempt\n'))).toEqual(['vrrp/preempt 6'])
  })

  test('an unreadable priority is 100, and `state MASTER` without any is 255', () => {
    expect(found(instance('    state MASTER\n    nopreempt\n'))).toEqual(['vrrp/owner-by-accident 4-', 'vrrp/preempt 5'])
    expect(messages(instance('    priority 300\n    state MASTER\n    nopreempt\n')).at(-1)).toContain('`state MASTER`')
  })

  test('timer_expired_backup needs nopreempt', () => {
    expect(found(instance('    timer_expired_backup\n'))).toEqual(['vrrp/preempt 4'])
    expect(found(instance('    timer_expired_backup\n    nopreempt\n'))).toEqual([])
  })

  test('authentication is for version 2, with a password', () => {
    const auth = (lines: string) => `    authentication {\n${lines}    }\n`
    const both = auth('        auth_type PASS\n        auth_pass a\n')
    expect(found(instance(both))).toEqual([])
    expect(found(instance(`    version 3\n${both}`))).toEqual(['vrrp/authentication 5'])
    expect(found(instance(both, { address: 'fe80::1/64' }))).toEqual(['vrrp/authentication 4'])
    expect(found(instance(auth('        auth_type PASS\n')))).toEqual(['vrrp/authentication 4'])
    expect(found(instance(auth('        auth_pass a\n')))).toEqual(['vrrp/authentication 4-'])
    expect(found(instance(`    state MASTER\n    priority 100\n${auth('        auth_type AH\n        auth_pass a\n')}`))).toEqual(
      ['vrrp/authentication 4'],
    )
  })

  test('the interval of adverts fits the version', () => {
    const at = (version: number, seconds: string) => found(instance(`    version ${version}\n    advert_int ${seconds}\n`)).length
    expect([at(2, '1'), at(2, '0.5'), at(2, '255'), at(2, '1.5')]).toEqual([0, 1, 0, 1])
    expect([at(3, '0.5'), at(3, '0.015'), at(3, '40.95'), at(3, '40.96'), at(3, '0.01')]).toEqual([0, 1, 0, 1, 0])
  })

  test('a unicast keyword without peers means multicast, since 2.2.5 reported', () => {
    const text = instance('    unicast_src_ip 192.0.2.1\n')
    expect(found(text)).toEqual(['vrrp/transport 4'])
    expect(found(text, { target: '2.2.4' })).toEqual([])
    expect(found(instance('    unicast_fault_no_peer\n'))).toEqual(['vrrp/transport 4-'])
    expect(found(instance(list('unicast_peer', 'nowhere'))).filter((code) => code.startsWith('vrrp/'))).toEqual([])
  })

  test('options of a VMAC need one, others are on with it', () => {
    expect(found(instance('    vmac_xmit_base\n'))).toEqual(['vrrp/interface 4'])
    expect(found(instance('    use_vmac\n    promote_secondaries\n'))).toEqual(['vrrp/interface 5'])
    expect(found(instance('    promote_secondaries\n'))).toEqual([])
    expect(found(instance('    use_ipvlan\n'))).toEqual(['vrrp/interface 4'])
    expect(found(instance('    use_ipvlan 192.0.2.5/24\n'))).toEqual([])
  })
})

describe('lines that are judged while they are read', () => {
  test('MASTER stays whatever comes behind it', () => {
    expect(found(instance('    state MASTER\n    priority 100\n    state BACKUP\n    nopreempt\n'))).toEqual([
      'vrrp/state-twice 6',
      'vrrp/preempt 7',
    ])
    expect(found(instance('    state BACKUP\n    state MASTER\n    priority 100\n'))).toEqual(['vrrp/state-twice 5-'])
  })

  test('the first version counts, and an equal one is nothing', () => {
    expect(found(instance('    version 2\n    version 3\n'))).toEqual(['vrrp/version-refused 5'])
    expect(found(instance('    version 3\n    version 3\n'))).toEqual([])
  })

  test('`version 2` is refused behind an IPv6 address and taken in front of one', () => {
    const six = list('virtual_ipaddress', 'fe80::1/64')
    expect(found(instance(`${six}    version 2\n`, { address: '' }))).toEqual(['vrrp/version-refused 7'])
    expect(found(instance(`    version 2\n${six}`, { address: '' }))).toEqual(['vrrp/ipv6-version-2 4-'])
  })

  test('the first address fixes the family', () => {
    expect(found(instance('    mcast_dst_ip ff02::13\n', { address: 'fe80::1/64' }))).toEqual([])
    const mixed = `${list('virtual_ipaddress', '192.0.2.10')}    mcast_src_ip 2001:db8::1\n`
    expect(found(instance(mixed, { address: '' }))).toEqual(['vrrp/other-family 7'])
  })

  test('a multicast group is one', () => {
    expect(found(instance('    mcast_dst_ip 192.0.2.1\n'))).toEqual(['vrrp/multicast-group 4'])
    expect(found(instance('    mcast_dst_ip ff05::13\n', { address: 'fe80::1/64' }))).toEqual(['vrrp/multicast-group 4'])
    expect(found(instance('    mcast_dst_ip 239.1.1.1\n'))).toEqual([])
  })

  test('a name is used once, and nothing is said of the block that is lost', () => {
    const text = instance() + instance('    state MASTER\n    priority 100\n    nopreempt\n', { vrid: 52 })
    expect(found(text)).toEqual(['vrrp/name-taken 8'])
  })

  test('peers: TTLs that leave no room, an address twice, the own address', () => {
    expect(found(instance(list('unicast_peer', '192.0.2.2 min_ttl 5 max_ttl 4')))).toEqual(['vrrp/peer-ttl 5'])
    expect(found(instance(list('unicast_peer', '192.0.2.2 max_ttl 4')))).toEqual([])
    const twice = instance(list('unicast_peer', '192.0.2.2', '192.0.2.2'))
    expect(found(twice)).toEqual(['vrrp/peer-twice 6'])
    expect(found(twice, { target: '2.2.7' })).toEqual(['vrrp/peer-twice 6-'])
    expect(found(instance(`    unicast_src_ip 192.0.2.1\n${list('unicast_peer', '192.0.2.1')}`))).toEqual([
      'vrrp/peer-is-self 6-',
    ])
  })

  test('a VMAC has a name of its own and an address that is no group', () => {
    expect(found(instance('    use_vmac v1\n') + instance('    use_vmac v1\n', SECOND))).toEqual(['vrrp/vmac-name 12'])
    expect(found(instance('    use_vmac v1\n    use_vmac v2\n'))).toEqual(['vrrp/vmac-name 5'])
    expect(found(instance('    use_vmac 01:00:00:00:00:01\n'))).toEqual(['vrrp/vmac-address 4'])
    expect(found(instance('    use_vmac 00:00:5e:00:02:01\n'))).toEqual(['vrrp/vmac-address 4'])
    expect(found(instance('    use_vmac 00:00:5e:00:03:01\n'))).toEqual([])
  })
})

describe('sync groups', () => {
  test('members that are not there, that are elsewhere, that are alone', () => {
    expect(found(pair(list('group', 'VI_1', 'VI_2', 'VI_9')))).toEqual(['vrrp/unknown-member 19'])
    expect(found(pair(list('group', 'VI_1')))).toEqual(['vrrp/group-of-one 15'])
    const two = `${pair(list('group', 'VI_1', 'VI_2'))}vrrp_sync_group VG_2 {\n${list('group', 'VI_2')}}\n`
    expect(found(two)).toEqual(['vrrp/member-twice 23'])
    expect(found(pair('    group {\n        VI_1 VI_2\n    }\n'))).toEqual([])
  })

  test('an owner that is named before a backup', () => {
    const owner = '    state MASTER\n    priority 255\n'
    const other = '    state BACKUP\n    priority 100\n'
    expect(found(pair(list('group', 'VI_1', 'VI_2'), owner, other))).toEqual(['vrrp/group-mixes-owners 21'])
    expect(found(pair(list('group', 'VI_1', 'VI_2'), other, owner))).toEqual([])
  })

  const tracked = (entry: string) => list('track_interface', entry)

  test('weights of members and of owners', () => {
    const both = list('group', 'VI_1', 'VI_2')
    expect(found(pair(both, tracked('eth1 weight 10')))).toEqual(['vrrp/weight-without-effect 5'])
    expect(found(pair(`${both}    sync_group_tracking_weight\n`, tracked('eth1 weight 10')))).toEqual([])
    expect(found(pair(both, tracked('eth1')))).toEqual([])
    expect(found(instance(`    priority 255\n${tracked('eth1 weight 10')}`))).toEqual(['vrrp/weight-without-effect 6'])
    expect(found(pair(`${both}${tracked('eth1 weight 10')}`, '    priority 255\n'))).toEqual(['vrrp/weight-without-effect 22'])
  })

  test('a track_file has the weight 1 unless another is given', () => {
    const file = (weight: string) => `track_file f {\n    file "/etc/f"\n${weight}}\n`
    const group = pair(list('group', 'VI_1', 'VI_2'), list('track_file', 'f'))
    expect(found(file('') + group)).toEqual(['vrrp/weight-without-effect 8'])
    expect(found(file('    weight 0\n') + group)).toEqual([])
  })

  test('an interface is tracked once', () => {
    expect(found(instance(tracked('eth0')))).toEqual(['vrrp/interface-tracked-twice 5'])
    expect(found(pair(`${list('group', 'VI_1', 'VI_2')}${tracked('eth1')}`, tracked('eth1')))).toEqual([
      'vrrp/interface-tracked-twice 24',
    ])
  })
})

describe('instances beside each other', () => {
  const two = (first: string, second: string, more = {}) =>
    found(instance(first) + instance(second, { ...SECOND, vrid: 51, ...more })).map((one) => one.replace(/ \d+/, ''))

  test('one number on one interface, unless group, family or way of sending differ', () => {
    expect(two('', '')).toEqual(['vrrp/router-id-twice'])
    expect(two('', '', { link: 'eth1' })).toEqual([])
    expect(two('', '', { address: 'fe80::1/64' })).toEqual([])
    expect(two('', '    mcast_dst_ip 224.0.0.19\n')).toEqual([])
    expect(two('', '    mcast_dst_ip 224.0.0.18\n')).toEqual(['vrrp/router-id-twice'])
    expect(two('', list('unicast_peer', '192.0.2.2'))).toEqual([])
  })

  test('unicast instances between the same addresses', () => {
    const unicast = (peer: string, source = '192.0.2.1') => `    unicast_src_ip ${source}\n${list('unicast_peer', peer)}`
    expect(two(unicast('192.0.2.2'), unicast('192.0.2.2'))).toEqual(['vrrp/router-id-twice'])
    expect(two(unicast('192.0.2.2'), unicast('192.0.2.3'))).toEqual([])
    expect(two(unicast('192.0.2.2'), unicast('192.0.2.2', '192.0.2.9'))).toEqual([])
    expect(two(unicast('192.0.2.2'), unicast('192.0.2.2'), { link: 'eth1' })).toEqual([])
  })

  test('VMACs that coincide are not seen by -t', () => {
    expect(two('    use_vmac\n', '    use_vmac\n    mcast_dst_ip 224.0.0.19\n')).toEqual(['vrrp/vmac-shared-'])
    expect(two('    use_vmac\n', '    mcast_dst_ip 224.0.0.19\n')).toEqual([])
  })

  test('one address in two instances', () => {
    expect(two('', '', { vrid: 52, address: '192.0.2.10' })).toEqual(['vrrp/address-in-two-instances-'])
    expect(two('', '', { vrid: 52, address: '192.0.2.10 dev eth1' })).toEqual([])
  })

  test('20,000 instances take no more than a few times what 2,000 take for each', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        instance('', {
          name: `VI_${i}`,
          vrid: 1 + (i % 255),
          link: `eth${i}`,
          address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
        }),
      ).join('')
    const time = (text: string): number => {
      const start = performance.now()
      expect(checked(text).counts).toEqual({ error: 0, warning: 0, info: 0 })
      return performance.now() - start
    }
    time(many(2000))
    expect(time(many(20_000))).toBeLessThan(40 * Math.max(20, time(many(2000))))
  })
})

describe('where keepalived is silent', () => {
  const at = (address: string) => found(instance('', { address }))

  test('an address that is that of its network, or of all hosts in it', () => {
    expect(at('192.0.2.0/24')).toEqual(['vrrp/not-a-host-address 5-'])
    expect(at('192.0.2.127/25')).toEqual(['vrrp/not-a-host-address 5-'])
    expect([at('192.0.2.0/31'), at('192.0.2.255'), at('192.0.2.255/32'), at('192.0.2.128/24')]).toEqual([[], [], [], []])
  })

  test('a broadcast address that is none', () => {
    expect(at('192.0.2.104/24 brd 192.0.2.104')).toEqual(['vrrp/broadcast-mismatch 5-'])
    expect(at('192.0.2.104/25 brd 192.0.2.255')).toEqual(['vrrp/broadcast-mismatch 5-'])
    expect([at('192.0.2.104/25 brd 192.0.2.127'), at('192.0.2.104/24 brd +'), at('192.0.2.104 brd 192.0.2.255')]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('a script that nobody tracks, unless something may be elsewhere', () => {
    const script = 'vrrp_script chk {\n    script "/usr/bin/chk"\n}\n'
    expect(found(script + instance())).toEqual(['vrrp/tracker-unused 1-'])
    expect(found(script + instance(list('track_script', 'chk weight 5')))).toEqual([])
    expect(found(script + pair(`${list('group', 'VI_1', 'VI_2')}${list('track_script', 'chk')}`))).toEqual([])
    expect(found(script)).toEqual([])
    expect(found(`${script}include more.conf\n${instance()}`)).toEqual([])
  })

  test('members with different priorities', () => {
    const both = list('group', 'VI_1', 'VI_2')
    expect(found(pair(both, '    priority 150\n'))).toEqual(['vrrp/group-uneven 16-'])
    expect(found(pair(both))).toEqual([])
  })

  test('an interface without an address of the family', () => {
    const facts: Facts = { interfaces: [{ ...ETH0, addresses: ['192.0.2.1'] }] }
    expect(found(instance(), { facts })).toEqual([])
    expect(found(instance('', { address: 'fe80::1/64' }), { facts })).toEqual(['vrrp/no-own-address 2-'])
    expect(found(instance('    use_vmac\n', { address: 'fe80::1/64' }), { facts })).toEqual([])
    expect(found(instance('', { address: 'fe80::1/64' }))).toEqual([])
  })
})

describe('what the machine decides', () => {
  const facts = (more: object = {}): Facts => ({ interfaces: [{ ...ETH0, ...more }, { name: 'eth1' }] })

  test('room for addresses, by the MTU', () => {
    const many = (count: number) =>
      instance(list('virtual_ipaddress', ...Array.from({ length: count }, (_, i) => `fe80::${i + 1}/64`)), { address: '' })
    expect(found(many(90))).toEqual([])
    expect(found(many(90), { facts: facts() })).toEqual(['vrrp/too-many-addresses 4'])
    expect(found(many(89), { facts: facts() })).toEqual([])
    expect(found(many(90), { facts: facts({ mtu: 9000 }) })).toEqual([])
  })

  test('an interface without multicast, or no Ethernet below a VMAC', () => {
    expect(found(instance(), { facts: facts({ multicast: false }) })).toEqual(['vrrp/interface 2'])
    expect(found(instance(list('unicast_peer', '192.0.2.2')), { facts: facts({ multicast: false }) })).toEqual([])
    expect(found(instance('    use_vmac\n'), { facts: facts({ type: 'none' }) })).toEqual(['vrrp/interface 4'])
  })

  test('an interface that is missing leaves the rest unsaid, though not untold', () => {
    const text = instance('    state MASTER\n    priority 100\n    nopreempt\n', { link: 'eth9' })
    expect(found(text, { facts: facts() })).toEqual(['vrrp/preempt 6-'])
    expect(found(`global_defs {\n    dynamic_interfaces\n}\n${text}`, { facts: facts() })).toEqual(['vrrp/preempt 9'])
  })
})

describe('crashes', () => {
  const lone = (lines: string, address = '192.0.2.10 dev eth1', more = {}) => instance(lines, { link: '', address, ...more })
  const source = '    unicast_src_ip 192.0.2.1\n    unicast_fault_no_peer\n'
  const status = (text: string) => checked(text).configTest

  test('down_timer_adverts 1 without an interface', () => {
    expect(status(lone(`    unicast_src_ip 192.0.2.1\n    down_timer_adverts 1\n${list('unicast_peer', '192.0.2.2')}`))).toEqual({
      exitStatus: null,
      ends: 'crash',
    })
    expect(exitStatus(instance('    down_timer_adverts 1\n'))).toBe(0)
  })

  test('no interface and no peers: for IPv6, and for IPv4 where another has the number', () => {
    expect(status(lone('    unicast_src_ip 2001:db8::1\n', 'fe80::1 dev eth1'))).toMatchObject({ ends: 'crash' })
    expect(exitStatus(lone(source))).toBe(0)
    expect(status(lone(source) + instance('', { ...SECOND, vrid: 51 }))).toMatchObject({ ends: 'crash' })
    expect(exitStatus(lone(source) + instance('', SECOND))).toBe(0)
  })

  test('not where an orderly end comes first', () => {
    expect(exitStatus(lone('    unicast_src_ip 2001:db8::1\n', 'fe80::1 dev eth1') + instance('', { ...SECOND, link: '' }))).toBe(
      5,
    )
  })
})

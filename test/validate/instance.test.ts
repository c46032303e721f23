import { describe, expect, test } from 'vitest'
import { instance, list } from '../../src/validate/rules/instance/examples.ts'
import { checked, exitStatus, found, messages } from './instance-findings.ts'

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
    expect(found(text)).toEqual(['reader/other-host 1'])
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

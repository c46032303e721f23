import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/facts/facts.ts'
import { instance, list, pair } from '../../src/validate/rules/instance/examples.ts'
import { checked, ETH0, exitStatus, found, SECOND } from './instance-findings.ts'

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

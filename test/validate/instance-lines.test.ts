import { describe, expect, test } from 'vitest'
import { instance, list, pair } from '../../src/validate/rules/instance/examples.ts'
import { found, SECOND } from './instance-findings.ts'

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

describe('words of use_vmac', () => {
  const words = (line: string) => found(instance(`    use_vmac ${line}\n`), { target: '2.2.7' })

  test('name and address in either order', () => {
    expect([words('v1'), words('02:00:00:00:00:01'), words('v1 02:00:00:00:00:01'), words('02:00:00:00:00:01 v1')]).toEqual([
      [],
      [],
      [],
      [],
    ])
    expect(words('02:00:00:00:00')).toEqual([])
  })

  test('two names, and what is neither', () => {
    expect(words('v1 v2')).toEqual(['schema/extra-words 4'])
    expect([words('v/1'), words('aa:bb'), words('sixteen-letters.')]).toEqual([
      ['schema/bad-value 4'],
      ['schema/bad-value 4'],
      ['schema/bad-value 4'],
    ])
  })
})

describe('sync groups', () => {
  test('an empty list of members, at its brace', () => {
    expect(found(pair(list('group')))).toEqual(['vrrp/empty-group 17'])
    expect(found(`${pair(list('group', 'VI_1', 'VI_2'))}track_group T {\n${list('group')}}\n`)).toEqual(['vrrp/empty-group 23'])
  })

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

import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { locate } from '../../src/edit/locate.ts'
import { remove, set } from '../../src/edit/operations.ts'
import { edited, replacements } from '../support/edited.ts'

const SERVICE = `virtual_server 10.0.0.1 80 {
    lvs_sched rr
    lb_kind   DR  # by route
    persistence_timeout "60"

    # the first
    real_server 10.0.1.1 80 {
        weight 1 # light
    }
    real_server 10.0.1.2 80 { weight 2 }
}
`

describe('set changes the words of the value and nothing else', () => {
  test('a value behind an index', () => {
    expect(replacements(SERVICE, (c) => set(c, 'virtual_server[0].real_server[0].weight', 5))).toEqual(['1 → 5'])
  })
  test('a value in a block on one line', () => {
    expect(replacements(SERVICE, (c) => set(c, 'virtual_server[0].real_server[1].weight', 5))).toEqual(['2 → 5'])
  })
  test('elements are found by the words they are written with', () => {
    const path = 'virtual_server["10.0.0.1 80"].real_server["10.0.1.2"].weight'
    expect(replacements(SERVICE, (c) => set(c, path, 5))).toEqual(['2 → 5'])
  })
  test('a path may be a list of steps', () => {
    const path = ['virtual_server', '10.0.0.1 80', 'real_server', 1, 'weight']
    expect(replacements(SERVICE, (c) => set(c, path, 5))).toEqual(['2 → 5'])
  })
  test('the spelling of a keyword stays', () => {
    expect(edited(SERVICE, (c) => set(c, 'virtual_server[0].lb_algo', 'wrr'))).toBe(
      SERVICE.replace('lvs_sched rr', 'lvs_sched wrr'),
    )
  })
  test('a word in quotes keeps them', () => {
    expect(replacements(SERVICE, (c) => set(c, 'virtual_server[0].persistence_timeout', 90))).toEqual(['"60" → "90"'])
  })
  test('an argument of a header', () => {
    expect(replacements(SERVICE, (c) => set(c, 'virtual_server[0].port', 443))).toEqual(['80 → 443'])
  })
  test('what is there already gives no edit, however it is spelled', () => {
    const text = 'vrrp_instance A {\n  use_vmac\n  preempt_delay +5\n  native_ipv6 yes\n}\n'
    const config = parse(text)
    const block = (config.model.vrrp_instance ?? [])[0] as unknown as Record<string, unknown>
    for (const key of Object.keys(block)) expect(set(config, ['vrrp_instance', 0, key], block[key])).toMatchObject({ value: [] })
  })
  test('of a setting that stands twice the one that counts', () => {
    const text = 'vrrp_instance A {\n  priority 1\n  priority 2\n}\n'
    expect(edited(text, (c) => set(c, 'vrrp_instance[0].priority', 9))).toBe('vrrp_instance A {\n  priority 1\n  priority 9\n}\n')
  })
  test('a line whose value could not be read is corrected', () => {
    const text = 'vrrp_instance A {\n  priority high # to do\n}\n'
    expect(replacements(text, (c) => set(c, 'vrrp_instance[0].priority', 9))).toEqual(['high → 9'])
  })
  test('a header word that could not be read is corrected', () => {
    const text = 'virtual_server 10.0.0.300 80 {\n  lb_algo rr\n}\n'
    expect(replacements(text, (c) => set(c, 'virtual_server[0].address', '10.0.0.3'))).toEqual(['10.0.0.300 → 10.0.0.3'])
  })
})

describe('arguments of one line', () => {
  const text = (line: string): string => `vrrp_instance A {\n    virtual_ipaddress {\n        ${line}\n    }\n}\n`
  const address = 'vrrp_instance[0].virtual_ipaddress[0]'

  test('one argument among others', () => {
    const line = text('10.0.0.1/24   brd 10.0.0.255 dev eth0 # web')
    expect(replacements(line, (c) => set(c, `${address}.dev`, 'eth1'))).toEqual(['eth0 → eth1'])
    expect(replacements(line, (c) => set(c, `${address}.broadcast`, '10.0.0.254'))).toEqual(['10.0.0.255 → 10.0.0.254'])
  })
  test('an argument that is not there yet', () => {
    const line = text('10.0.0.1/24 dev eth0 # web')
    expect(edited(line, (c) => set(c, `${address}.label`, 'eth0:1'))).toBe(text('10.0.0.1/24 dev eth0 label eth0:1 # web'))
  })
  test('an argument that goes takes its leading word along', () => {
    const line = text('10.0.0.1/24 dev eth0 label eth0:1 # web')
    expect(edited(line, (c) => set(c, `${address}.dev`, undefined))).toBe(text('10.0.0.1/24 label eth0:1 # web'))
  })
  test('a value that becomes an object', () => {
    const line = 'vrrp_instance A {\n  notify_master "/bin/a b"\n}\n'
    const next = { command: '/bin/a b', user: 'root' }
    expect(edited(line, (c) => set(c, 'vrrp_instance[0].notify_master', next))).toBe(
      'vrrp_instance A {\n  notify_master "/bin/a b" root\n}\n',
    )
  })
  test('an argument of an argument', () => {
    const line = 'static_routes {\n  10.1.0.0/16 nexthop via 10.0.0.1 weight 2 nexthop via 10.0.0.2\n}\n'
    expect(replacements(line, (c) => set(c, 'static_routes[0].nexthop[1].via', '10.0.0.9'))).toEqual(['10.0.0.2 → 10.0.0.9'])
  })
  test('one word of a list of words', () => {
    const line = 'global_defs {\n  notification_email { a@x b@x "C <c@x>" }\n}\n'
    expect(replacements(line, (c) => set(c, 'global_defs.notification_email[1]', 'd@x'))).toEqual(['b@x → d@x'])
  })
})

describe('a setting that is not there yet', () => {
  test('stands behind the settings and in front of the blocks, as its neighbours are written', () => {
    expect(edited(SERVICE, (c) => set(c, 'virtual_server[0].delay_loop', 2))).toContain(
      '    persistence_timeout "60"\n    delay_loop 2\n\n    # the',
    )
  })
  test('its value starts in the column of its neighbour', () => {
    const text = 'vrrp_instance A {\n\tinterface\teth0\n\tpriority        100\n}\n'
    expect(edited(text, (c) => set(c, 'vrrp_instance[0].advert_int', 1))).toBe(
      'vrrp_instance A {\n\tinterface\teth0\n\tpriority        100\n\tadvert_int      1\n}\n',
    )
  })
  test('an empty block gets lines', () => {
    expect(edited('vrrp_instance A {}\n', (c) => set(c, 'vrrp_instance[0].priority', 5))).toBe(
      'vrrp_instance A {\n    priority 5\n}\n',
    )
  })
  test('CRLF stays CRLF', () => {
    const text = 'vrrp_instance A {\r\n  interface eth0\r\n}\r\n'
    expect(edited(text, (c) => set(c, 'vrrp_instance[0].priority', 5))).toBe(
      'vrrp_instance A {\r\n  interface eth0\r\n  priority 5\r\n}\r\n',
    )
  })
  test('a new block is written with its brace where others have theirs', () => {
    const text = 'vrrp_instance A\n{\n  interface eth0\n}\n'
    expect(edited(text, (c) => set(c, 'vrrp_instance[0].authentication', { auth_type: 'PASS', auth_pass: 'x' }))).toBe(
      'vrrp_instance A\n{\n  interface eth0\n  authentication\n  {\n    auth_type PASS\n    auth_pass x\n  }\n}\n',
    )
  })
  test('a block goes where it must stand: what is defined comes before what uses it', () => {
    const text = 'vrrp_instance A {\n  interface eth0\n}\n'
    expect(edited(text, (c) => set(c, 'vrrp_script', [{ name: 's', script: '/bin/s' }]))).toBe(
      'vrrp_script s {\n  script /bin/s\n}\n\nvrrp_instance A {\n  interface eth0\n}\n',
    )
  })
  test('an empty text gets it', () => {
    expect(edited('', (c) => set(c, 'global_defs.router_id', 'a'))).toBe('global_defs {\n    router_id a\n}\n')
    expect(edited('# mine', (c) => set(c, 'global_defs', { router_id: 'a' }))).toBe(
      '# mine\n\nglobal_defs {\n    router_id a\n}\n',
    )
    expect(edited('', (c) => set(c, 'vrrp_instance[0].priority', 1))).toBe('edit/no-such-place')
  })
})

test('of an option that is given again the last one is changed, and the others stay', () => {
  const text = 'static_rules {\n  from 192.0.2.0/24 preference 39 table 7 preference 10000\n}\n'
  expect(replacements(text, (c) => set(c, 'static_rules[0].from', '192.0.2.1'))).toEqual(['192.0.2.0/24 → 192.0.2.1'])
  expect(replacements(text, (c) => set(c, 'static_rules[0].preference', 5))).toEqual(['10000 → 5'])
  expect(edited(text, (c) => remove(c, 'static_rules[0].preference'))).toBe('static_rules {\n  from 192.0.2.0/24 table 7\n}\n')
})

describe('locate', () => {
  const at = (text: string, path: string): string => {
    const found = locate(parse(text), path)
    if (!found.ok) return found.diagnostics[0]?.code ?? ''
    return text.slice(found.value.range.start.offset, found.value.range.end.offset)
  }
  test('gives the words of a value, all of a block, the keyword of a flag', () => {
    expect(at(SERVICE, 'virtual_server[0].lb_kind')).toBe('DR')
    expect(at(SERVICE, 'virtual_server[0].real_server[1]')).toBe('real_server 10.0.1.2 80 { weight 2 }')
    expect(at('vrrp_instance A {\n  nopreempt\n}\n', 'vrrp_instance[0].nopreempt')).toBe('nopreempt')
  })
  test('says when a value is not written where it is used', () => {
    const found = locate(
      parse('$P=100\nvrrp_instance A {\n  priority $P\n}\n$Q=a b\nvrrp_sync_group G {\n  group { $Q }\n}\n'),
      'vrrp_instance[0].priority',
    )
    expect(found).toMatchObject({ ok: true, value: { value: 100, exact: false } })
  })
  test('a path that leads to nothing is a finding', () => {
    expect(at(SERVICE, 'virtual_server[3]')).toBe('edit/no-such-place')
    expect(at(SERVICE, 'virtual_server[0].quorum')).toBe('edit/no-such-place')
    expect(at(SERVICE, 'virtual_server[0')).toBe('edit/no-such-place')
    expect(at(SERVICE, '')).toBe('edit/no-such-place')
    expect(at(SERVICE, '__proto__.a')).toBe('edit/no-such-place')
  })
  test('words that several elements begin with are ambiguous', () => {
    expect(at(SERVICE, 'virtual_server[0].real_server["10.0.1.1"]')).toContain('weight 1')
    expect(at('virtual_server 10.0.0.1 80 {\n}\nvirtual_server 10.0.0.1 81 {\n}\n', 'virtual_server["10.0.0.1"]')).toBe(
      'edit/ambiguous',
    )
  })
})

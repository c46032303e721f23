import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { validate } from '../../src/validate/facade.ts'

const instance = (lines: string): string =>
  `vrrp_instance VI_1 {\n  interface eth0\n  virtual_router_id 51\n  priority 100\n${lines}}\n`

/** A list of an instance with these lines, the first of which is line 6. */
const listOf = (list: string, lines: readonly string[]): string =>
  instance(`  ${list} {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n`)

const withAddress = (list: string, line: string): string =>
  instance(`  ${list} {\n    ${line}\n  }\n  virtual_ipaddress {\n    192.0.2.1/24\n  }\n`)

const found = (text: string, target = '2.2.7'): readonly Diagnostic[] => validate(parse(text, { target }))

/** `code line reported` of every finding. */
const said = (text: string, target?: string): readonly string[] =>
  found(text, target).map(({ code, range, reported }) => `${code} ${range.start.line}${reported ? '' : ' silent'}`)

const address = (...lines: readonly string[]): readonly string[] => said(listOf('virtual_ipaddress', lines))
const route = (line: string, target?: string): readonly string[] => said(withAddress('virtual_routes', line), target)
const rule = (line: string, target?: string): readonly string[] => said(withAddress('virtual_rules', line), target)

describe('addresses', () => {
  it.each([
    ['192.0.2.10/24 dev eth0 brd + label eth0:1 scope link home no_track'],
    ['192.0.2.10/30 brd -'],
    ['192.0.2.10 peer 192.0.2.11'],
    ['192.0.2.10/24 scope 0x10'],
    ['192.0.2.10/24 preferred_lft forever'],
  ])('%s is right', (line) => {
    expect(address(line)).toEqual([])
  })

  it.each([
    ['192.0.2.10/31 brd +', 'address/options 6'],
    ['192.0.2.10/24 peer 192.0.2.11', 'address/options 6'],
    ['192.0.2.10 peer 2001:db8::1', 'address/options 6'],
    ['192.0.2.10 peer 192.0.2.11/24', 'schema/bad-value 6'],
    ['192.0.2.10/24 brd 192.0.2.255/24', 'schema/bad-value 6'],
    ['192.0.2.10/24 scope 256', 'schema/bad-value 6'],
    ['192.0.2.10/24 dev eth0 dev eth1', 'schema/extra-words 6'],
    ['dev eth0 192.0.2.10/24', 'schema/bad-value 6'],
    ['192.0.2.10/24 scope link scope host', 'schema/repeated-option 6 silent'],
    ['fe80::1%eth0/64', 'schema/bad-value 6'],
  ])('%s', (line, expected) => {
    expect(address(line)[0]).toBe(expected)
  })

  it.each(['brd +', 'scope link', 'label a'])('an IPv6 address takes no %s', (option) => {
    expect(address(`2001:db8::10/64 ${option}`)).toEqual(['address/options 6'])
  })

  it('scope global is what an IPv6 address has anyway', () => {
    expect(address('2001:db8::10/64 scope global')).toEqual([])
  })

  it('no-track is a word of 2.0.0 to 2.0.2 only', () => {
    expect(said(listOf('virtual_ipaddress', ['192.0.2.10/24 no-track']), '2.0.2')).toEqual([])
    expect(said(listOf('virtual_ipaddress', ['192.0.2.10/24 no-track']), '2.0.3')).toEqual(['schema/extra-words 6'])
  })

  it('the first address fixes the family, also one of a setting above', () => {
    expect(address('192.0.2.10', '2001:db8::1')).toEqual(['address/other-family 7'])
    expect(said(instance('  mcast_src_ip 192.0.2.9\n  virtual_ipaddress {\n    2001:db8::1\n  }\n'))).toEqual([
      'address/other-family 7',
    ])
  })

  it('a second time the same is told by -t since 2.3.3', () => {
    const text = listOf('virtual_ipaddress', ['2001:db8::1/64', '2001:DB8:0::1/128'])
    expect(said(text, '2.2.7')).toEqual(['address/duplicate 7 silent'])
    expect(said(text, '2.4.3')).toEqual(['address/duplicate 7'])
  })

  it('an excluded address on another interface is another one', () => {
    const text = (dev: string): string =>
      instance(
        `  virtual_ipaddress {\n    192.0.2.1 dev eth0\n  }\n  virtual_ipaddress_excluded {\n    192.0.2.1 dev ${dev}\n  }\n`,
      )
    expect(said(text('eth1'), '2.4.3')).toEqual([])
    expect(said(text('eth0'), '2.4.3')).toEqual(['address/duplicate 9'])
  })
})

describe('routes', () => {
  it.each([
    '198.51.100.0/24 via 192.0.2.254 dev eth0 metric 10 table 100',
    'default via 192.0.2.254 dev eth0',
    'blackhole 198.51.100.0/24 no_track',
    '198.51.100.0/24 dev eth0 mtu lock 1400 rtt 300ms realms 1/2 protocol 18',
    'default dev eth0 nexthop via 192.0.2.1 dev eth0 weight 1 nexthop via 192.0.2.2 dev eth0 weight 2',
    '198.51.100.0/24 dev eth0 encap ip id 5 dst 192.0.2.9 ttl 5',
    '2001:db8::/32 via 2001:db8::1 dev eth0 pref high expires 5',
  ])('%s is right', (line) => {
    expect(route(line)).toEqual([])
  })

  it.each([
    ['via 192.0.2.254 dev eth0', 'schema/missing-value 6'],
    ['198.51.100.0/24 via 192.0.2.254/24 dev eth0', 'schema/bad-value 6'],
    ['198.51.100.0/24 gw 192.0.2.254 dev eth0', 'schema/deprecated-option 6'],
    ['198.51.100.0/24 dev eth0 protocol 17', 'route/options 6'],
    ['198.51.100.0/24 dev eth0 encap ip ttl 5', 'route/options 6'],
    ['198.51.100.0/24 dev eth0 encap', 'route/options 6'],
    ['198.51.100.0/24 dev eth0 encap mpls 1048576', 'schema/bad-value 6'],
    ['198.51.100.0/24 dev eth0 encap ila 1:2:3', 'schema/bad-value 6'],
    ['198.51.100.0/24 dev eth0 nexthop via 192.0.2.1 no_track', 'schema/extra-words 6'],
    ['198.51.100.0/24 dev eth0 realms 256', 'schema/bad-value 6'],
    ['198.51.100.0/24 dev eth0 rtt 1e3', 'schema/bad-value 6'],
    ['src 192.0.2.10 default via 192.0.2.254 dev eth0', 'route/mixed-families 6'],
    ['198.51.100.0/24 via 2001:db8::1 dev eth0', 'route/mixed-families 6'],
    ['198.51.100.0/24 dev eth0 expires 5', 'route/mixed-families 6'],
    ['default dev eth0 nexthop via 192.0.2.1 nexthop via 2001:db8::1', 'route/mixed-families 6'],
  ])('%s', (line, expected) => {
    expect(route(line)).toEqual([expected])
  })

  it('a route without an interface is told by 2.0.1 to 2.3.1', () => {
    const line = '198.51.100.0/24 via 192.0.2.254'
    expect(route(line, '2.2.7')).toEqual(['route/options 6'])
    expect(route(line, '2.4.3')).toEqual([])
    expect(route(`${line} no_track`, '2.2.7')).toEqual([])
  })

  it('inet takes the next word with it', () => {
    expect(route('198.51.100.0/24 dev eth0 inet metric 5')).toContain('schema/swallowed-word 6 silent')
    expect(route('198.51.100.0/24 dev eth0 inet')).toEqual([])
  })

  it('times out of bounds are told since 2.2.8, and are lost when far too long', () => {
    expect(route('198.51.100.0/24 dev eth0 rto_min 20ms', '2.2.7')).toEqual(['route/time-range 6 silent'])
    expect(route('198.51.100.0/24 dev eth0 rto_min 20ms', '2.4.3')).toEqual(['route/time-range 6'])
    expect(route('198.51.100.0/24 dev eth0 rtt 960001', '2.2.7')).toEqual(['route/time-range 6'])
    expect(route('198.51.100.0/24 dev eth0 rtt 1600')).toEqual([])
    expect(route('198.51.100.0/24 dev eth0 rtt 1599')).toEqual(['route/time-range 6 silent'])
  })

  it('a missing value ends the run', () => {
    expect(found(withAddress('virtual_routes', '198.51.100.0/24 dev eth0 metric'))[0]?.consequence).toContain('status 2')
  })
})

describe('rules', () => {
  it.each([
    'from 192.0.2.0/24 table 100 preference 1000',
    'to 2001:db8::/32 lookup main priority 0x10',
    'fwmark 1/0xff blackhole preference 1000',
    'sport 1-2 dport 3-4 uidrange 5-6 ipproto tcp nop preference 1000',
    'preference 1000 goto 1001',
    'realms 1/2 table 100 preference 1000 suppress_prefixlength 0',
  ])('%s is right', (line) => {
    expect(rule(line)).toEqual([])
  })

  it.each([
    ['from 192.0.2.0/24 table 100', 'rule/options 6'],
    ['from 192.0.2.0/24 preference 1000', 'rule/options 6'],
    ['table 100 nop preference 1000', 'rule/options 6'],
    ['table 100 table 200 preference 1000', 'schema/extra-words 6'],
    ['preference 1000 goto 1000', 'rule/options 6'],
    ['goto 1000', 'rule/options 6'],
    ['realms 1 nop preference 1000', 'rule/options 6'],
    ['table 100 preference 1000 protocol 17', 'rule/options 6'],
    ['table 0 preference 1000', 'schema/bad-value 6'],
    ['sport 80 table 100 preference 1000', 'schema/bad-value 6'],
    ['fwmark 4294967296 table 100 preference 1000', 'schema/bad-value 6'],
    ['from 192.0.2.0/24 to 2001:db8::/32 table 100 preference 1000', 'route/mixed-families 6'],
    ['from 2001:db8::/32 realms 5 table 100 preference 1000', 'route/mixed-families 6'],
  ])('%s', (line, expected) => {
    expect(rule(line)).toEqual([expected])
  })

  it('a preference is asked for since 2.0.16', () => {
    expect(rule('from 192.0.2.0/24 table 100', '2.0.15')).toEqual([])
  })
})

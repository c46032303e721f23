import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { validate, validateAll } from '../../src/validate/facade.ts'

const found = (text: string, target = '2.2.7'): readonly Diagnostic[] => validate(parse(text, { target }))

/** `code line reported` of every finding. */
const said = (text: string, target?: string): readonly string[] =>
  found(text, target).map(({ code, range, reported }) => `${code} ${range.start.line}${reported ? '' : ' silent'}`)

const status = (text: string, target = '2.2.7'): unknown => {
  const { exitStatus, ends } = validateAll(parse(text, { target })).configTest
  return ends ?? exitStatus
}

const globals = (...lines: readonly string[]): string => `global_defs {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
const setting = (line: string, target?: string): readonly string[] => said(globals(line), target)

const SCRIPT = 'vrrp_script check {\n  script "/usr/local/bin/check.sh"\n}\n'
const FILE = 'track_file load {\n  file /run/load\n}\n'
const BFD = (more: string): string => `bfd_instance peer {\n  neighbor_ip 192.0.2.2\n${more}}\n`

const tracking = (list: string, ...lines: readonly string[]): string =>
  `vrrp_instance VI_1 {\n  interface eth0\n  virtual_router_id 51\n  virtual_ipaddress {\n    192.0.2.10/24\n  }\n  ${list} {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`

const codes = (text: string, target?: string): readonly string[] =>
  found(text, target)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('global/'))

describe('settings', () => {
  it.each([
    ['vrrp_garp_interval 1.1234567', 'schema/too-many-decimals 2'],
    ['umask 0888', 'schema/bad-value 2'],
    ['umask rwx', 'schema/bad-value 2'],
    ['umask 08', 'schema/bad-value 2'],
    ['umask 0x200', 'schema/bad-value 2'],
    ['umask IRUSR|', 'global/umask 2'],
    ['umask IRUSR IWUSR', 'global/umask 2'],
    ['umask 022 1', 'global/umask 2'],
    ['vrrp_mcast_group4 192.0.2.1', 'schema/bad-value 2'],
    ['vrrp_mcast_group6 ff05::12', 'schema/bad-value 2'],
    ['vrrp_mcast_group4 224.0.0.18/24', 'schema/address-tail 2 silent'],
    ['lvs_sync_daemon eth0 inst', 'schema/missing-value 2'],
    ['lvs_sync_daemon eth0 id 5 group 192.0.2.1', 'schema/bad-value 2'],
    ['lvs_timeouts', 'schema/missing-value 2'],
    ['vrrp_rx_bufs_policy MTU ADVERT', 'global/receive-buffers 2'],
    ['vrrp_rx_bufs_policy 5 MTU', 'global/receive-buffers 2'],
    ['random_seed 5', 'global/without-effect 2 silent'],
  ])('%s', (line, expected) => {
    expect(setting(line)).toEqual([expected])
  })

  it.each([
    'umask 0027',
    'umask IRUSR|IWUSR',
    'vrrp_mcast_group6 ff02::12',
    'lvs_timeouts tcp 5 tcp 6',
    'vrrp_rx_bufs_policy MTU',
  ])('%s is right', (line) => {
    expect(setting(line).filter((one) => !one.endsWith('silent'))).toEqual([])
  })

  it('a switch without a value is on whatever stands behind it', () => {
    expect(setting('vrrp_strict off', '2.2.7')).toEqual(['schema/stays-on 2 silent'])
    expect(setting('vrrp_strict off', '2.4.3')).toEqual([])
    expect(setting('vrrp_strict maybe', '2.2.7')).toEqual(['schema/extra-words 2 silent'])
    expect(setting('vrrp_strict maybe', '2.4.3')).toEqual(['schema/bad-value 2'])
    expect(setting('v3_checksum_as_v2 off', '2.4.3')).toEqual(['schema/stays-on 2 silent'])
  })

  it('surplus words are told since a version', () => {
    expect(setting('notification_email_from a@b.c d', '2.2.7')).toEqual(['schema/extra-words 2 silent'])
    expect(setting('notification_email_from a@b.c d', '2.4.3')).toEqual(['schema/extra-words 2'])
  })

  it('an old name is not told by -t where only the log says so', () => {
    expect(setting('lvs_process_name a')).toEqual(['schema/deprecated 2 silent'])
  })

  it('a bare number of the synchronisation daemon is told', () => {
    expect(setting('lvs_sync_daemon eth0 VI_1 5')).toContain('schema/deprecated-option 2')
    expect(setting('lvs_sync_daemon eth0 VI_1 id 5')).not.toContain('schema/deprecated-option 2')
  })

  it('nftables sets back what stands above it', () => {
    expect(said(globals('nftables_priority -5', 'nftables a'))).toEqual(['global/without-effect 2 silent'])
    expect(said(globals('nftables a', 'nftables_priority -5'))).toEqual([])
  })

  it('whole seconds only before 2.3.2', () => {
    const text = 'vrrp_script s {\n  script "/bin/true"\n  interval 1.5\n}\n'
    expect(said(text, '2.2.7')).toEqual(['schema/bad-value 3'])
    expect(said(text, '2.4.3')).toEqual([])
  })

  it('a missing word ends the run with 2', () => {
    expect(status(globals('vrrp_garp_interval'))).toBe(2)
    expect(status(globals('router_id'))).toBe(5)
  })
})

describe('blocks that close', () => {
  it.each([
    ['vrrp_script s {\n  interval 1\n}\n', 3],
    ['vrrp_script s {\n  script ""\n}\n', 3],
    ['track_file s {\n}\n', 2],
    ['vrrp_track_process s {\n}\n', 2],
    ['bfd_instance s {\n}\n', 2],
    ['garp_group {\n  interface eth0\n}\n', 3],
    ['vrrp_sync_group s {\n}\n', 2],
  ])('%j is told at its brace', (text, line) => {
    expect(said(text)).toEqual([`global/incomplete-block ${line}`])
  })

  it('a misspelt setting is one finding', () => {
    expect(codes('vrrp_script s {\n  scrip "/bin/true"\n}\n')).toEqual([])
  })

  it('a track_group is looked at since 2.2.8', () => {
    expect(codes('track_group s {\n}\n', '2.2.7')).toEqual([])
    expect(codes('track_group s {\n}\n', '2.4.3')).toEqual(['global/incomplete-block'])
  })

  it('an empty list is told at its brace', () => {
    expect(said(globals('notification_email {', '}'))).toEqual(['global/empty-list 3'])
  })

  it('BFD compares addresses and hops', () => {
    expect(said(BFD('  source_ip 2001:db8::1\n'))).toEqual(['bfd/addresses 4'])
    expect(said(BFD('  ttl 10\n  max_hops 11\n'))).toEqual(['bfd/addresses 5'])
    expect(said(BFD('  ttl 10\n  max_hops 10\n'))).toEqual([])
    expect(said(BFD('') + BFD('').replace('peer', 'other'))).toEqual(['bfd/addresses 6'])
  })

  it('the quorum of a process is compared with the lines above', () => {
    const process = (...lines: readonly string[]): readonly string[] =>
      said(`vrrp_track_process p {\n  process x\n${lines.map((line) => `  ${line}\n`).join('')}}\n`)
    expect(process('quorum_max 2', 'quorum 3')).toEqual(['global/process-quorum 4'])
    expect(process('quorum 3', 'quorum_max 2')).toEqual(['global/process-quorum 4'])
    expect(process('quorum 2', 'quorum_max 0')).toEqual(['global/process-quorum 4'])
    expect(process('quorum 2', 'quorum_max 2')).toEqual([])
  })

  it('a second weight is refused unless the first was the default', () => {
    const file = (first: number): readonly string[] => said(`track_file f {\n  file /run/x\n  weight ${first}\n  weight 4\n}\n`)
    expect(file(1)).toEqual([])
    expect(file(2)).toEqual(['schema/repeated 4'])
  })

  it('an unknown word behind a weight is told, but not behind reverse', () => {
    const file = (weight: string): readonly string[] => said(`track_file f {\n  file /run/x\n  weight ${weight}\n}\n`)
    expect(file('5 foo')).toEqual(['schema/extra-words 3'])
    expect(file('5 reverse foo')).toEqual(['schema/extra-words 3 silent'])
  })

  it('a VMAC with unicast peers needs vmac_xmit_base', () => {
    const text = tracking('unicast_peer', '192.0.2.2').replace('interface eth0\n', 'interface eth0\n  use_vmac\n')
    expect(said(text)).toContain('vrrp/unicast-settings 11')
  })
})

describe('names that must be declared above', () => {
  it.each([
    ['track_script', SCRIPT, 'check'],
    ['track_file', FILE, 'load'],
    ['track_bfd', BFD(''), 'peer'],
  ])('%s', (list, head, name) => {
    expect(codes(head + tracking(list, name))).toEqual([])
    expect(codes(tracking(list, name) + head)).toEqual(['global/undeclared-name'])
    expect(codes(tracking(list, name))).toEqual(['global/undeclared-name'])
  })

  it('an unknown file makes -t crash once there is a file', () => {
    expect(status(FILE + tracking('track_file', 'nope'))).toBe('crash')
    expect(status(tracking('track_file', 'nope'))).toBe(5)
  })

  it('a BFD instance that tells the checker only is none for an instance', () => {
    expect(codes(BFD('  checker\n') + tracking('track_bfd', 'peer'))).toEqual(['global/undeclared-name'])
    expect(codes(BFD('  checker\n  vrrp\n') + tracking('track_bfd', 'peer'))).toEqual([])
  })

  it('one that is tracked twice counts once', () => {
    expect(codes(SCRIPT + tracking('track_script', 'check', 'check weight 5'))).toEqual(['global/tracked-twice'])
  })

  it('reverse stands directly behind the weight', () => {
    expect(said(SCRIPT + tracking('track_script', 'check reverse'))).toContain('schema/extra-words 11')
    expect(said(SCRIPT + tracking('track_script', 'check weight 5 reverse')).join()).not.toContain('schema/')
  })

  it('a second script of one name is never used', () => {
    expect(said(SCRIPT + SCRIPT)).toEqual(['global/name-hidden 4 silent'])
  })

  it('what may stand in a file that is not known is not missed', () => {
    expect(codes(`include other.conf\n${tracking('track_script', 'check')}`)).toEqual([])
  })
})

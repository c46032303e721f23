import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Facts, FileFact } from '../../src/facts/facts.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { globalDefs, instance, MACHINE, SECURE } from '../../src/validate/rules/host/examples.ts'

const file: FileFact = { kind: 'file', mode: 0o755, uid: 0, gid: 0 }

/** A machine with more files. */
const having = (files: Readonly<Record<string, FileFact>>): Facts => ({ ...MACHINE, files: { ...MACHINE.files, ...files } })

function run(text: string, facts: Facts | undefined = MACHINE, target = '2.4.3') {
  const { diagnostics, configTest } = validateAll(parse(text, { target, file: 'k.conf' }), facts === undefined ? {} : { facts })
  const host = diagnostics.filter(({ code }) => code.startsWith('host/'))
  const found = host.map(({ code, range, reported }) => `${code.slice(5)} ${range.start.line}${reported ? '' : ' unreported'}`)
  return { found, status: configTest.exitStatus }
}

const NOTHING = { found: [], status: 0 }
const track = (script: string): string => `vrrp_script s {\n    script "${script}"\n}\n${instance()}`
const notify = (script: string): string => instance(`    notify_master ${script}\n`)

describe('interfaces', () => {
  test('without facts every interface is taken to exist', () => {
    const { diagnostics } = validateAll(parse(instance('', 'eth7'), { target: '2.4.3' }))
    expect(diagnostics).toEqual([])
  })

  test('are looked for wherever a line names one, at the word', () => {
    const text = `static_routes {\n    10.1.0.0/16 dev eth8 table 5\n}\n${instance('    track_interface {\n        eth9 weight 5\n    }\n')}`
    expect(run(text).found).toEqual(['unknown-interface 2', 'unknown-interface 8'])
  })

  test('may be missing with dynamic_interfaces, but for the VRF of a route', () => {
    expect(run(`${globalDefs('dynamic_interfaces')}${instance('', 'eth7')}`)).toEqual(NOTHING)
    const route = 'static_routes {\n    10.1.0.0/16 via 10.0.0.9 dev eth7 vrf red\n}\n'
    expect(run(`${globalDefs('dynamic_interfaces')}${route}`)).toEqual({ found: ['unknown-interface 5'], status: 5 })
  })

  test('are looked for behind a definition, too', () => {
    expect(run(`$IF=eth7\n${instance('', '$IF')}`)).toEqual({ found: ['unknown-interface 3'], status: 5 })
    expect(run(`$IF=eth0\n${instance('', '$IF')}`)).toEqual(NOTHING)
  })

  test('that are only polled make status 4', () => {
    expect(run('linkbeat_interfaces {\n    eth7\n}\n')).toEqual({ found: ['unknown-interface 2'], status: 4 })
  })

  test('of a checker or a new VMAC are not looked for', () => {
    expect(run(instance('    use_vmac vrrp.51\n'))).toEqual(NOTHING)
  })

  test('are not known in a network namespace', () => {
    expect(run(`net_namespace blue\n${instance('', 'eth7')}`)).toEqual(NOTHING)
  })

  test('a static address without a device needs the default one', () => {
    const facts = { ...MACHINE, interfaces: [{ name: 'lo', loopback: true }] }
    const text = 'static_ipaddress {\n    10.1.1.1/24 dev lo\n    10.1.1.2/24\n}\n'
    expect(run(text, facts)).toEqual({ found: ['static-without-device 3'], status: 4 })
    expect(run(text)).toEqual(NOTHING)
  })
})

describe('accounts', () => {
  test('of script_user are reported, of notify commands only logged', () => {
    expect(run(globalDefs('script_user nobody nogroups'))).toEqual({ found: ['unknown-user 2'], status: 5 })
    expect(run(`${SECURE}${notify('"/usr/bin/check" nosuch')}`)).toEqual({ found: ['unknown-user 8 unreported'], status: 0 })
  })

  test('nothing is said where accounts are not known', () => {
    const { users: _users, groups: _groups, ...facts } = MACHINE
    expect(run(globalDefs('script_user nosuch'), facts)).toEqual(NOTHING)
  })

  test('the account of keepalived for scripts is needed where nothing else is said', () => {
    const text = `${globalDefs('enable_script_security')}${track('/usr/bin/check')}`
    expect(run(text)).toEqual({ found: ['no-script-user 6'], status: 5 })
    const users = [...(MACHINE.users ?? []), { name: 'keepalived_script', uid: 999, gid: 999 }]
    expect(run(text, { ...MACHINE, users })).toEqual(NOTHING)
  })
})

describe('scripts', () => {
  test('without script security make status 6, whatever else is wrong, with and without facts', () => {
    for (const facts of [MACHINE, undefined]) {
      expect(run(`foo\n${track('/usr/bin/check')}`, facts)).toEqual({ found: ['no-script-security 3'], status: 6 })
    }
  })

  test('that do not exist are no violation: a tracked one is reported, others are dropped', () => {
    expect(run(track('/usr/bin/nothing'))).toEqual({ found: ['script-unusable 2'], status: 5 })
    expect(run(notify('/usr/bin/nothing'))).toEqual({ found: ['script-unusable 4 unreported'], status: 0 })
  })

  test('are not looked at without an instance', () => {
    expect(run('vrrp_script s {\n    script "/usr/bin/check"\n}\n')).toEqual(NOTHING)
  })

  test('are not looked at when an interface is missing', () => {
    expect(run(notify('"/usr/bin/check"').replace('eth0', 'eth7')).found).toEqual(['unknown-interface 2'])
  })

  test('a file that is only opened is no script', () => {
    expect(run(track('</usr/bin/check'))).toEqual(NOTHING)
  })

  test('below a directory of another owner are refused with script security, and run without', () => {
    expect(run(`${SECURE}${track('/srv/check')}`)).toEqual({ found: ['script-unusable 6'], status: 5 })
    expect(run(track('/srv/check'))).toEqual({ found: ['no-script-security 2'], status: 6 })
  })

  test('a directory that others may write to is safe with the sticky bit', () => {
    const tmp = (mode: number): Facts => having({ '/tmp': { kind: 'directory', mode, uid: 0, gid: 0 }, '/tmp/a': file })
    expect(run(`${SECURE}${track('/tmp/a')}`, tmp(0o777)).status).toBe(5)
    expect(run(`${SECURE}${track('/tmp/a')}`, tmp(0o1777)).status).toBe(0)
  })

  test('behind a link of a directory are refused since 2.3.0, and followed before', () => {
    const facts = having({ '/bin': { kind: 'symlink', mode: 0o777, uid: 0, gid: 0, target: 'usr/bin' } })
    const text = `${SECURE}${track('/bin/check')}`
    expect(run(text, facts).status).toBe(5)
    expect(run(text, facts, '2.2.7').status).toBe(0)
  })

  test('of another user that root end the test of 2.2.5 to 2.2.7', () => {
    const text = `${globalDefs('enable_script_security', 'script_user nobody')}${notify('"/usr/bin/check"')}`
    expect(run(text, MACHINE, '2.2.7')).toEqual({ found: ['test-ends-itself 8 unreported'], status: null })
    for (const target of ['2.2.4', '2.2.8']) expect(run(text, MACHINE, target)).toEqual(NOTHING)
  })

  test('without execute bit are dropped without a word', () => {
    const facts = having({ '/usr/bin/check': { ...file, mode: 0o644 } })
    expect(run(`${SECURE}${track('/usr/bin/check')}`, facts)).toEqual({ found: ['script-unusable 6 unreported'], status: 0 })
  })
})

describe('other things of the machine', () => {
  test('a namespace that is not there ends the run with status 0', () => {
    expect(run('net_namespace red\nvrrp_script {\n}\n').status).toBe(0)
    expect(run('net_namespace red\nfoo\n')).toEqual({ found: ['unknown-namespace 1 unreported'], status: 0 })
  })

  test('a number is no name of iproute2', () => {
    const route = (table: string): string => `static_routes {\n    10.1.0.0/16 dev eth0 table ${table}\n}\n`
    for (const table of ['7', '0x7', 'main', 'uplink']) expect(run(route(table))).toEqual(NOTHING)
    expect(run(route('downlink'))).toEqual({ found: ['unknown-routing-name 2'], status: 5 })
  })

  test('the directory of a tracked file must exist since 2.2.8', () => {
    const text = 'track_file f {\n    file /var/f\n}\n'
    expect(run(text)).toEqual({ found: ['track-file-directory 3'], status: 5 })
    expect(run(text, MACHINE, '2.2.7')).toEqual(NOTHING)
  })

  test('a main file with an execute bit is not read', () => {
    const facts = { ...having({ '/etc/k.conf': file }), directory: '/etc' }
    expect(run('foo\n', facts)).toEqual({ found: ['executable-main 1'], status: 0 })
  })
})

import type { Facts, FileFact } from '../../../facts/facts.ts'

const directory: FileFact = { kind: 'directory', mode: 0o755, uid: 0, gid: 0 }
const program: FileFact = { kind: 'file', mode: 0o755, uid: 0, gid: 0 }

/** A machine for the examples. */
export const MACHINE: Facts = {
  interfaces: [
    { name: 'lo', loopback: true },
    { name: 'eth0', multicast: true },
  ],
  users: [
    { name: 'root', uid: 0, gid: 0 },
    { name: 'nobody', uid: 65534, gid: 65534 },
  ],
  groups: [
    { name: 'root', gid: 0 },
    { name: 'nogroup', gid: 65534 },
  ],
  files: {
    '/': directory,
    '/etc': directory,
    '/etc/keepalived': directory,
    '/etc/keepalived/data': { kind: 'absent' },
    '/srv': { ...directory, uid: 1000 },
    '/srv/check': program,
    '/usr': directory,
    '/usr/bin': directory,
    '/usr/bin/check': program,
    '/usr/bin/nothing': { kind: 'absent' },
    '/var': { kind: 'absent' },
  },
  hosts: { 'mail.example.org': true, 'mail.example.invalid': false },
  namespaces: ['blue'],
  routing: { tables: ['uplink'], protocols: [], scopes: [], realms: [], dsfields: [], groups: [] },
}

/** A whole instance with more lines in it. */
export const instance = (more = '', name = 'eth0'): string =>
  `vrrp_instance VI_1 {\n    interface ${name}\n    virtual_router_id 51\n${more}    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n`

/** `global_defs` with these lines. */
export const globalDefs = (...lines: readonly string[]): string =>
  `global_defs {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`

export const SECURE = globalDefs('enable_script_security', 'script_user root')

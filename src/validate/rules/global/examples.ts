import { instance } from '../lists/examples.ts'

export { instance, instanceWith } from '../lists/examples.ts'

/** A block of one of the tracked things, with these lines. */
export const block = (keyword: string, name: string, ...lines: readonly string[]): string =>
  `${keyword}${name === '' ? '' : ` ${name}`} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`

/** global_defs with these lines. */
export const globals = (...lines: readonly string[]): string => block('global_defs', '', ...lines)

export const TRACKED = {
  script: block('vrrp_script', 'check', 'script "/usr/local/bin/check.sh"'),
  file: block('track_file', 'load', 'file /run/load'),
  process: block('vrrp_track_process', 'proxy', 'process haproxy'),
  bfd: block('bfd_instance', 'peer', 'neighbor_ip 192.0.2.2'),
}

/** An instance with one line in a list, behind a head. */
export const tracking = (head: string, list: string, line: string): string =>
  instance(`    ${list} {\n        ${line}\n    }\n`, { head })

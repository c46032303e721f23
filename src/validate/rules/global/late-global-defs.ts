import { childPlaces, find, keywordAt, lineSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { globals, instance } from './examples.ts'

/** Settings that an instance takes over when it opens. */
const INHERITED = /^(?:vrrp_|dynamic_interfaces$|smtp_alert)/

/** V056: alloc_vrrp takes what is known when the instance opens. */
export const lateGlobals: Rule = {
  code: 'global/late-global-defs',
  lineages: ['keepalived'],
  severity: 'info',
  effect: 'default',
  message: () => '`global_defs` stands below a block that takes its defaults from it',
  consequence: () => 'it works at the start, but after a reload the instances above have the built-in defaults',
  help: () => 'Move `global_defs` to the top of the file.',
  reported: false,
  explanation:
    'The parent process reads global_defs before the others read their blocks. On a reload each process reads everything in one go, so instances that open above global_defs do not know it yet.',
  bad: instance('') + globals('vrrp_garp_master_delay 10'),
  good: globals('vrrp_garp_master_delay 10') + instance(''),
  check(subject, report) {
    const global = find(subject, undefined, 'global_defs').at(-1)
    const first = find(subject, undefined, 'vrrp_instance')[0]
    if (global === undefined || first === undefined || first.file !== global.file || first.row > global.row) return
    if (!childPlaces(subject, global).some((place) => INHERITED.test(keywordAt(subject, place)))) return
    report({ ...lineSpan(subject, global), data: [], related: [{ ...lineSpan(subject, first), message: 'it opens here' }] })
  },
}

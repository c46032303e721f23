import type { MutableBlock } from '../../../bind/model.ts'
import { listEntries, optionSpan } from '../../entries.ts'
import { childPlaces, find, keywordAt, lineSpan, settingsIn, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { namesOf } from './declared.ts'
import { block, globals, instance } from './examples.ts'

/** V055, V241: looked for in operation only (vrrp_complete_init). */
export const syncInstance: Rule = {
  code: 'global/sync-instance',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `no \`vrrp_instance\` is named \`${name}\``,
  consequence: () => 'the synchronisation daemon is not started; the configuration test does not see it',
  help: () => 'Name an instance that exists.',
  reported: false,
  explanation: 'lvs_sync_daemon is master or backup along with an instance. The name is looked up when the VRRP process starts.',
  bad: globals('lvs_sync_daemon eth0 inst VI_2') + instance(''),
  good: globals('lvs_sync_daemon eth0 inst VI_1') + instance(''),
  check(subject, report) {
    const daemon = (subject.model.global_defs as MutableBlock | undefined)?.lvs_sync_daemon
    const name = typeof daemon === 'object' && daemon !== null ? textOf(daemon as MutableBlock, 'inst') : undefined
    if (name === undefined || isIncomplete(subject) || namesOf(subject, 'vrrp_instance').has(name)) return
    const place = [...settingsIn(subject, 'global_defs', 'lvs_sync_daemon')][0]
    if (place !== undefined) report({ ...lineSpan(subject, place), data: [name] })
  },
}

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
    if (![...childPlaces(subject, global)].some((place) => INHERITED.test(keywordAt(subject, place)))) return
    report({ ...lineSpan(subject, global), data: [], related: [{ ...lineSpan(subject, first), message: 'it opens here' }] })
  },
}

/** V235: the second delay is not derived from the first. */
export const oneDelay: Rule = {
  code: 'global/one-delay',
  lineages: ['keepalived'],
  severity: 'info',
  effect: 'default',
  message: (name) => `only the delay for going down is given for \`${name}\``,
  consequence: () => 'coming up counts at once',
  help: () => 'Write both delays: `eth0 1.5 1.5`.',
  reported: false,
  explanation:
    'A line of interface_up_down_delays has the delay for going down and then the one for coming up, which is 0 without it.',
  bad: block('interface_up_down_delays', '', 'eth0 1.5'),
  good: block('interface_up_down_delays', '', 'eth0 1.5 3'),
  check(subject, report) {
    for (const { entry, place } of listEntries(subject, subject.model, 'interface_up_down_delays')) {
      if (entry.upDelay === undefined) report({ ...lineSpan(subject, place), data: [textOf(entry, 'interface') ?? ''] })
    }
  },
}

/** V088 for addresses: static_track_group_init. */
export const groupWithoutTracking: Rule = {
  code: 'address/track-group',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: () => '`no_track` and `track_group` exclude each other',
  consequence: () => 'the address is not tracked; only the log says so',
  help: () => 'Keep one of them.',
  reported: false,
  explanation: 'A track group follows the loss of its addresses; one with no_track is not watched.',
  bad: `${instance('')}${block('track_group', 'g', 'group {', '    VI_1', '}')}${block('static_ipaddress', '', '192.0.2.1/24 dev eth0 track_group g no_track')}`,
  good: `${instance('')}${block('track_group', 'g', 'group {', '    VI_1', '}')}${block('static_ipaddress', '', '192.0.2.1/24 dev eth0 track_group g')}`,
  check(subject, report) {
    for (const { entry, place } of listEntries(subject, subject.model, 'static_ipaddress')) {
      if (entry.trackGroup !== undefined && entry.noTrack !== undefined) {
        report({ ...optionSpan(subject, place, ['track_group']), data: [] })
      }
    }
  },
}

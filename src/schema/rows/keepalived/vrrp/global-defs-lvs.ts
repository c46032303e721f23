import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { again, arg, ENABLE, flag, IGNORED, option, value } from './args.ts'

const HERE = 'global_defs'
const LVS = '_WITH_LVS_'
const SYNCD = '_HAVE_IPVS_SYNCD_ATTRIBUTES_'
const timeout = (name: string) => option(name, [name], 'int', { min: 0, max: 2678400, unit: 's', number: 'strict' })
const FLUSH = arg('mode', 'enum', { enum: ['VS'], optional: true, notes: 'without it everything is cleared' })

/** IPVS as a whole: time-outs, clearing, the synchronisation daemon. */
export const GLOBAL_DEFS_LVS_ROWS: readonly Row[] = [
  value('lvs_timeouts', {
    in: at('1.2.24', HERE),
    args: again(timeout('tcp'), timeout('tcpfin'), timeout('udp')),
    missing: 'error',
    needsWord: true,
    extra: 'error',
    default: { derived: 'what the kernel has' },
    feature: LVS,
    bad: 'a bad number is reported and that pair ignored; an unknown word is reported and skipped',
    example: 'lvs_timeouts tcp 7200 tcpfin 120 udp 300',
    doc: 'Seconds without a packet after which IPVS forgets a connection, by kind; at least one pair is needed.',
    upstream: 'global_parser.c lvs_timeouts',
  }),
  flag('lvs_flush', {
    in: at('1.2.23', HERE),
    feature: LVS,
    example: 'lvs_flush',
    doc: 'Clears all IPVS services at the start, whoever made them.',
    upstream: 'global_parser.c lvs_flush_handler',
  }),
  value('lvs_flush_on_stop', {
    in: at('2.2.0', HERE),
    args: [FLUSH],
    default: false,
    feature: LVS,
    bad: IGNORED,
    example: 'lvs_flush_on_stop VS',
    doc: 'Clears the IPVS services in one go at the end; with VS only those of the configuration.',
    upstream: 'global_parser.c lvs_flush_on_stop_handler',
  }),
  value('lvs_flush_onstop', {
    in: at('2.0.15', HERE),
    args: [FLUSH],
    default: false,
    aliasOf: 'lvs_flush_on_stop',
    deprecated: 'lvs_flush_on_stop',
    deprecationLogged: true,
    feature: LVS,
    bad: IGNORED,
    example: 'lvs_flush_onstop',
    doc: 'Old name of lvs_flush_on_stop.',
    upstream: 'global_parser.c lvs_flush_on_stop_handler',
  }),
  value('lvs_sync_daemon', {
    in: at('1.2.20', HERE),
    args: [
      arg('interface', 'interface', { maxLength: 15, unresolved: true }),
      option('inst', ['inst'], 'ref', {
        to: 'vrrp_instance',
        bare: true,
        again: true,
        missing: 'fatal',
        notes: 'the word inst exists since 2.1.0; before, and still as second word, the bare name',
      }),
      option('id', ['id'], 'int', {
        min: 0,
        max: 255,
        number: 'strict',
        bare: true,
        again: true,
        bareOutOfDate: 'Write `id` before the number.',
        missing: 'fatal',
        notes: 'the word id exists since 1.2.24; the bare number behind a bare instance is reported and used',
      }),
      ...again(
        option('maxlen', ['maxlen'], 'int', {
          missing: 'fatal',
          min: 1,
          max: 65507,
          number: 'strict',
          since: '1.2.24',
          feature: SYNCD,
        }),
        option('port', ['port'], 'int', {
          missing: 'fatal',
          min: 1,
          max: 65535,
          number: 'strict',
          since: '1.2.24',
          feature: SYNCD,
        }),
        option('ttl', ['ttl'], 'int', { missing: 'fatal', min: 1, max: 255, number: 'strict', since: '1.2.24', feature: SYNCD }),
        option('group', ['group'], 'ip', { multicast: 'any', since: '1.2.24', feature: SYNCD, notes: 'a multicast address' }),
      ),
    ],
    repeat: 'warn-and-ignore',
    missing: 'error',
    extra: 'error',
    default: { derived: 'no daemon; the id is the virtual_router_id of the instance, else 0' },
    feature: '_WITH_LVS_ && _WITH_VRRP_',
    bad: 'a bad option is reported and ignored, a long interface name loses the line; inst without a name ends the run',
    example: 'lvs_sync_daemon eth0 inst VI_1 id 11 maxlen 1400 port 8848 ttl 32 group 224.0.0.81',
    doc: 'Runs the IPVS connection synchronisation on an interface, as master or backup along with a VRRP instance.',
    upstream: 'global_parser.c lvs_syncd_handler',
  }),
  value('checker_log_all_failures', {
    in: at('2.0.11', HERE),
    args: [ENABLE],
    default: false,
    feature: LVS,
    bad: IGNORED,
    example: 'checker_log_all_failures',
    doc: 'Logs every failed check, not only the one that changes the state.',
    upstream: 'global_parser.c checker_log_all_failures_handler',
  }),
  value('rs_init_notifies', {
    in: at('2.0.0', HERE),
    args: [ENABLE],
    default: false,
    feature: LVS,
    bad: IGNORED,
    example: 'rs_init_notifies',
    doc: 'Runs the notify commands of real servers for their state at the start as well.',
    upstream: 'global_parser.c rs_init_notifies_handler',
  }),
]

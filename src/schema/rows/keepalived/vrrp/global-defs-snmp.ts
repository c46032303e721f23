import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { arg, flag, IGNORED, timer, value } from './args.ts'

const HERE = 'global_defs'
const CHECKER = '_WITH_SNMP_ && _WITH_SNMP_CHECKER_'
const VRRP = '_WITH_SNMP_ && _WITH_SNMP_VRRP_'

/** SNMP and D-Bus. */
export const GLOBAL_DEFS_SNMP_ROWS: readonly Row[] = [
  value('snmp_socket', {
    in: at('1.2.20', HERE),
    args: [arg('address', 'string', { maxLength: 4095 })],
    repeat: 'warn-and-ignore',
    missing: 'error',
    extra: 'error',
    default: 'unix:/var/agentx/master',
    feature: '_WITH_SNMP_',
    bad: 'a second one, more than one word, or one beside that of the command line is reported and ignored',
    example: 'snmp_socket udp:127.0.0.1:705',
    doc: 'Where the SNMP master agent listens.',
    upstream: 'global_parser.c snmp_socket_handler',
  }),
  flag('enable_traps', {
    in: at('1.2.5', HERE),
    feature: '_WITH_SNMP_',
    example: 'enable_traps',
    doc: 'Sends SNMP traps.',
    upstream: 'global_parser.c trap_handler',
  }),
  flag('enable_snmp_vrrp', {
    in: at('2.0.0', HERE),
    feature: VRRP,
    example: 'enable_snmp_vrrp',
    doc: 'Answers SNMP requests about VRRP in the MIB of keepalived.',
    upstream: 'global_parser.c snmp_vrrp_handler',
  }),
  flag('enable_snmp_keepalived', {
    in: at('1.2.20', HERE),
    aliasOf: 'enable_snmp_vrrp',
    deprecated: 'enable_snmp_vrrp',
    feature: VRRP,
    example: 'enable_snmp_keepalived',
    doc: 'Old name of enable_snmp_vrrp.',
    upstream: 'global_parser.c snmp_vrrp_handler',
  }),
  flag('enable_snmp_rfc', {
    in: at('1.2.20', HERE),
    feature: '_WITH_SNMP_ && _WITH_SNMP_RFC_',
    example: 'enable_snmp_rfc',
    doc: 'Answers in both standard VRRP MIBs, as far as they are built in.',
    upstream: 'global_parser.c snmp_rfc_handler',
  }),
  flag('enable_snmp_rfcv2', {
    in: at('1.2.20', HERE),
    feature: '_WITH_SNMP_ && _WITH_SNMP_RFCV2_',
    example: 'enable_snmp_rfcv2',
    doc: 'Answers in the standard MIB of VRRP version 2.',
    upstream: 'global_parser.c snmp_rfcv2_handler',
  }),
  flag('enable_snmp_rfcv3', {
    in: at('1.2.20', HERE),
    feature: '_WITH_SNMP_ && _WITH_SNMP_RFCV3_',
    example: 'enable_snmp_rfcv3',
    doc: 'Answers in the standard MIB of VRRP version 3.',
    upstream: 'global_parser.c snmp_rfcv3_handler',
  }),
  flag('enable_snmp_checker', {
    in: at('1.2.20', HERE),
    feature: CHECKER,
    example: 'enable_snmp_checker',
    doc: 'Answers SNMP requests about virtual and real servers.',
    upstream: 'global_parser.c snmp_checker_handler',
  }),
  value('snmp_vs_stats_update_interval', {
    in: at('2.3.0', HERE),
    args: [timer('seconds', 0.001, 30)],
    default: 5,
    feature: CHECKER,
    bad: IGNORED,
    example: 'snmp_vs_stats_update_interval 2.5',
    doc: 'Seconds for which the statistics of a virtual server are kept before the kernel is asked again.',
    upstream: 'global_parser.c snmp_vs_stats_update_interval_handler',
  }),
  value('snmp_rs_stats_update_interval', {
    in: at('2.3.0', HERE),
    args: [timer('seconds', 0.001, 30)],
    default: { derived: 'snmp_vs_stats_update_interval' },
    feature: CHECKER,
    bad: IGNORED,
    example: 'snmp_rs_stats_update_interval 2.5',
    doc: 'Seconds for which the statistics of real servers are kept before the kernel is asked again.',
    upstream: 'global_parser.c snmp_rs_stats_update_interval_handler',
  }),
  flag('enable_dbus', {
    in: at('1.3.0', HERE),
    feature: '_WITH_DBUS_',
    example: 'enable_dbus',
    doc: 'Offers the VRRP instances on D-Bus.',
    upstream: 'global_parser.c enable_dbus_handler',
  }),
  value('dbus_service_name', {
    in: at('1.3.7', HERE),
    args: [arg('name', 'string')],
    missing: 'error',
    default: 'org.keepalived.Vrrp1',
    feature: '_WITH_DBUS_',
    bad: 'any word is taken',
    example: 'dbus_service_name org.keepalived.Vrrp2',
    doc: 'Name under which keepalived is known on D-Bus.',
    upstream: 'global_parser.c dbus_service_name_handler',
  }),
  value('dbus_no_interface_name', {
    in: at('2.3.0', HERE),
    args: [arg('name', 'string')],
    missing: 'error',
    default: 'none',
    feature: '_WITH_DBUS_',
    bad: 'any word is taken',
    example: 'dbus_no_interface_name nointf',
    doc: 'What stands for the interface in D-Bus paths of instances that have none.',
    upstream: 'global_parser.c dbus_no_interface_name_handler',
  }),
]

import { at } from '../../../define.ts'
import { ENTRY, type Row } from '../../../row.ts'
import { arg, block, FIRST_KEPT, I32, IGNORED, int, lenient, line, lines, places, REVERSE, timer, value, word } from './args.ts'

const GARP = 'garp_group'
const VRRP = '_WITH_VRRP_'
const FILE = '_WITH_VRRP_ || _WITH_LVS_'
const FILES = { track_file: '2.1.0', vrrp_track_file: '2.0.0' }
const BAD =
  'without a file, or where it cannot be watched, it is reported and removed; a used name is taken silently, the first counts'

/** Files that instances track, and groups of interfaces that share the pace of gratuitous ARP. */
export const TRACK_ROWS: readonly Row[] = [
  block('track_file', {
    in: at('2.1.0', ''),
    args: [arg('name', 'string')],
    missing: 'fatal',
    feature: FILE,
    bad: BAD,
    example: 'track_file weight_of_day {\n  file /etc/keepalived/weight\n}',
    doc: 'A file whose number instances and real servers add to their priority or weight; it must stand before them.',
    upstream: 'track_file.c track_file_handler',
  }),
  block('vrrp_track_file', {
    in: at('2.0.0', ''),
    args: [arg('name', 'string')],
    missing: 'fatal',
    aliasOf: 'track_file',
    deprecated: 'track_file',
    deprecationLogged: true,
    feature: VRRP,
    bad: BAD,
    example: 'vrrp_track_file weight_of_day {\n  file /etc/keepalived/weight\n}',
    doc: 'Old name of track_file.',
    upstream: 'track_file.c vrrp_track_file_handler',
  }),
  value('file', {
    in: places(FILES),
    args: [arg('path', 'path')],
    repeat: 'warn-and-ignore',
    missing: 'error',
    feature: FILE,
    bad: FIRST_KEPT,
    example: 'file /etc/keepalived/weight',
    doc: 'The file to watch.',
    upstream: 'track_file.c track_file_file_handler',
  }),
  value('weight', {
    in: places(FILES),
    args: [lenient('weight', -254, 254), REVERSE],
    extra: 'error',
    repeat: 'warn-and-ignore',
    repeatUnless: 1,
    missing: 'error',
    default: 1,
    feature: FILE,
    bad: 'reported, 1 stays; a second one is refused unless the first was 1; an unknown second word is reported, the weight counts',
    example: 'weight 2 reverse',
    doc: 'By what the number in the file is multiplied; 0 means that any number but 0 leads to the fault state.',
    upstream: 'track_file.c track_file_weight_handler',
  }),
  value('init_file', {
    in: places(FILES),
    args: [
      int('value', -I32 - 1, I32, { optional: true, default: 0, notes: 'outside -254..254 it is reported, yet used' }),
      word('overwrite', 'overwrite'),
    ],
    extra: 'error',
    default: false,
    feature: FILE,
    bad: 'a bad number is reported and 0 used; an unknown word is reported and ignored',
    example: 'init_file 10 overwrite',
    doc: 'Makes the file with this number at the start, if need be over an old one.',
    upstream: 'track_file.c track_file_init_handler',
  }),
  block(GARP, {
    in: at('1.2.21', ''),
    feature: VRRP,
    bad: 'words behind it are ignored; with neither interval it is reported and removed',
    example: 'garp_group {\n  garp_interval 1\n  interface eth0\n}',
    doc: 'Interfaces that share the pauses between gratuitous ARP messages, as those behind one switch.',
    upstream: 'vrrp_parser.c garp_group_handler',
  }),
  value('garp_interval', {
    in: at('1.2.21', GARP),
    args: [
      timer('seconds', 0, 4294.967295, { older: { until: '2.3.1', max: 2147.483647 }, notes: 'up to 2147.483647 before 2.3.2' }),
    ],
    feature: VRRP,
    bad: IGNORED,
    example: 'garp_interval 0.1',
    doc: 'Seconds between two gratuitous ARP messages.',
    upstream: 'vrrp_parser.c garp_group_garp_interval_handler',
  }),
  value('gna_interval', {
    in: at('1.2.21', GARP),
    args: [
      timer('seconds', 0, 4294.967295, { older: { until: '2.3.1', max: 2147.483647 }, notes: 'up to 2147.483647 before 2.3.2' }),
    ],
    feature: VRRP,
    bad: IGNORED,
    example: 'gna_interval 0.1',
    doc: 'Seconds between two unsolicited neighbour adverts.',
    upstream: 'vrrp_parser.c garp_group_gna_interval_handler',
  }),
  value('interface', {
    in: at('1.2.21', GARP),
    args: [arg('interface', 'interface')],
    repeat: 'accumulate',
    feature: VRRP,
    bad: 'an unknown interface, one of another group, a VMAC or an ipvlan is reported and left out',
    example: 'interface eth0',
    doc: 'One interface of the group.',
    upstream: 'vrrp_parser.c garp_group_interface_handler',
  }),
  lines('interfaces', {
    in: at('1.2.21', GARP),
    extra: 'error',
    feature: VRRP,
    bad: 'an empty list is reported',
    example: 'interfaces {\n  eth0\n  eth1\n}',
    doc: 'The interfaces of the group.',
    upstream: 'vrrp_parser.c garp_group_interfaces_handler',
  }),
  line(ENTRY, {
    in: at('1.2.21', `${GARP}/interfaces`),
    args: [arg('interfaces', 'interface', { variadic: true })],
    feature: VRRP,
    bad: 'an unknown interface, one of another group, a VMAC or an ipvlan is reported and left out',
    example: 'eth0 eth1',
    doc: 'One or more interfaces; blanks and line ends separate them alike.',
    upstream: 'vrrp_parser.c garp_group_interfaces_handler',
  }),
]

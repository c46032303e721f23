import { at } from '../../../define.ts'
import type { Arg, Row } from '../../../row.ts'
import { arg, block, ENABLE, flag, IGNORED, int, lenient, REVERSE, timer, value } from './args.ts'

const HERE = 'bfd_instance'
const BFD = '_WITH_BFD_'
const SINCE = at('2.0.0', HERE)
const ADDRESS = arg('address', 'ip', { notes: 'a mask or a range behind it is dropped silently' })

const milliseconds = (min: number): Arg =>
  timer('milliseconds', min, 4294967, {
    unit: 'ms',
    scale: 3,
    older: { until: '2.1.5', type: 'int', number: 'lenient' },
    notes: 'whole milliseconds before 2.2.0; more than 10000 is remarked on in the log',
  })

const neighborRow = (keyword: string, more: Partial<Row>): Row =>
  value(keyword, {
    in: SINCE,
    args: [ADDRESS],
    missing: 'crash',
    feature: BFD,
    bad: 'reported, and the whole instance is lost',
    example: `${keyword} 192.0.2.2`,
    doc: 'Address of the other end; every instance needs one.',
    upstream: 'bfd_parser.c bfd_nbrip_handler',
    ...more,
  })

const ttlRow = (keyword: string, more: Partial<Row>): Row =>
  value(keyword, {
    in: SINCE,
    args: [int(keyword, 1, 255)],
    default: { derived: '255 for IPv4, 64 for IPv6' },
    feature: BFD,
    bad: IGNORED,
    example: `${keyword} 64`,
    doc: 'TTL or hop limit of what is sent.',
    upstream: 'bfd_parser.c bfd_ttl_handler',
    ...more,
  })

const limitRow = (keyword: string, feature: string, of: string): Row =>
  flag(keyword, {
    in: SINCE,
    default: { derived: 'both processes, unless one is named' },
    feature,
    example: keyword,
    doc: `Tells changes to the ${of} process; naming one of them leaves the other out unless it is named too.`,
    upstream: `bfd_parser.c bfd_event_${keyword}_handler`,
  })

/** BFD sessions. */
export const BFD_ROWS: readonly Row[] = [
  block(HERE, {
    skipped: true,
    in: at('2.0.0', ''),
    args: [arg('name', 'string', { maxLength: 31 })],
    missing: 'crash',
    feature: BFD,
    bad: 'a long or used name is reported and the block lost; without a neighbour or with mixed families it is removed',
    example: 'bfd_instance peer1 {\n  neighbor_ip 192.0.2.2\n}',
    doc: 'A BFD session with a neighbour, for instances and real servers to track; it must stand before them.',
    upstream: 'bfd_parser.c bfd_handler',
  }),
  value('source_ip', {
    in: SINCE,
    args: [ADDRESS],
    default: { derived: 'chosen by the kernel' },
    feature: BFD,
    bad: IGNORED,
    example: 'source_ip 192.0.2.1',
    doc: 'Address from which this end sends.',
    upstream: 'bfd_parser.c bfd_srcip_handler',
  }),
  neighborRow('neighbor_ip', {}),
  neighborRow('neighbour_ip', { aliasOf: 'neighbor_ip', doc: 'Another spelling of neighbor_ip.' }),
  value('min_rx', {
    in: SINCE,
    args: [milliseconds(1)],
    default: 10,
    feature: BFD,
    bad: IGNORED,
    example: 'min_rx 50',
    doc: 'Milliseconds between two messages that this end can take.',
    upstream: 'bfd_parser.c bfd_minrx_handler',
  }),
  value('min_tx', {
    in: SINCE,
    args: [milliseconds(1)],
    default: 10,
    feature: BFD,
    bad: IGNORED,
    example: 'min_tx 50',
    doc: 'Milliseconds between two messages that this end would like to send.',
    upstream: 'bfd_parser.c bfd_mintx_handler',
  }),
  value('idle_tx', {
    in: SINCE,
    args: [milliseconds(1000)],
    default: 1000,
    feature: BFD,
    bad: IGNORED,
    example: 'idle_tx 2000',
    doc: 'Milliseconds between two messages while the session is not up.',
    upstream: 'bfd_parser.c bfd_idletx_handler',
  }),
  value('multiplier', {
    in: SINCE,
    args: [int('count', 1, 255)],
    default: 5,
    feature: BFD,
    bad: IGNORED,
    example: 'multiplier 3',
    doc: 'Messages that must fail to come before the session counts as down.',
    upstream: 'bfd_parser.c bfd_multiplier_handler',
  }),
  flag('passive', {
    in: SINCE,
    feature: BFD,
    example: 'passive',
    doc: 'Waits for the neighbour to begin.',
    upstream: 'bfd_parser.c bfd_passive_handler',
  }),
  ttlRow('ttl', {}),
  ttlRow('hoplimit', { aliasOf: 'ttl', doc: 'Another name of ttl.' }),
  value('max_hops', {
    in: SINCE,
    args: [int('hops', -1, 255, { notes: '-1 counts as 255, which switches the check off' })],
    default: 0,
    feature: BFD,
    bad: `${IGNORED}; above the ttl it is reported and cut to it`,
    example: 'max_hops 10',
    doc: 'Hops a message of the neighbour may have taken.',
    upstream: 'bfd_parser.c bfd_maxhops_handler',
  }),
  value('multihop', {
    in: at('2.2.8', HERE),
    args: [ENABLE],
    default: false,
    feature: BFD,
    bad: IGNORED,
    example: 'multihop on',
    doc: 'Uses the port for neighbours that are more than one hop away.',
    upstream: 'bfd_parser.c bfd_multihop_handler',
  }),
  value('weight', {
    in: SINCE,
    args: [lenient('weight', -253, 253), REVERSE],
    extra: 'error',
    default: 0,
    feature: '_WITH_BFD_ && _WITH_VRRP_',
    bad: 'reported and ignored; an unknown second word is reported, the weight counts',
    example: 'weight 20 reverse',
    doc: 'What the session adds to the priority of instances while up, or takes away while down.',
    upstream: 'bfd_parser.c bfd_vrrp_weight_handler',
  }),
  limitRow('vrrp', '_WITH_BFD_ && _WITH_VRRP_', 'VRRP'),
  limitRow('checker', '_WITH_BFD_ && _WITH_LVS_', 'checker'),
]

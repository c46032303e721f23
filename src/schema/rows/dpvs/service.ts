import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { SERVICE } from '../keepalived/places.ts'
import { arg, flag, interfaceArg, value } from './args.ts'

const CUT = 'a longer name is cut'
const UNCHECKED = 'leading digits count, garbage is 0, there is no range'

/** The name of a group of addresses; it is looked up when the service is set up, not while reading. */
const groupName = (keyword: string, to: string, since: string | null, doc: string, handler: string): Row =>
  value(keyword, {
    in: at(since, SERVICE),
    args: [arg('group', 'ref', { to })],
    missing: 'fatal',
    bad: 'a group that does not exist is not noticed while reading',
    example: `${keyword} group1`,
    doc,
    upstream: `check_parser.c ${handler}_gname_handler`,
  })

/** What an SNAT service (`virtual_server match`) compares. */
const match = (keyword: string, handler: string, doc: string): Row =>
  value(keyword, {
    in: at('1.6.1', SERVICE),
    args: keyword.endsWith('-range')
      ? [arg('range', 'string', { maxLength: 255, notes: 'a.b.c.d-e.f.g.h, also with :port-port behind it' })]
      : [interfaceArg('interface', 15)],
    bad: keyword.endsWith('-range') ? 'kept as text; DPVS refuses it when the service is set up' : CUT,
    example: keyword.endsWith('-range') ? `${keyword} 192.0.2.1-192.0.2.254` : `${keyword} dpdk0`,
    doc,
    upstream: `check_parser.c ${handler}_handler`,
  })

const onOff = (keyword: string, since: string | null, doc: string, handler: string): Row =>
  flag(keyword, { in: at(since, SERVICE), example: keyword, doc, upstream: `check_parser.c ${handler}_handler` })

/** What DPVS adds to a service. */
export const SERVICE_ROWS: readonly Row[] = [
  value('establish_timeout', {
    in: at(null, SERVICE),
    args: [arg('timeout', 'int', { min: 1, max: 3600, unit: 's', number: 'atoi-clamped' })],
    default: { derived: '0: what DPVS itself has' },
    bad: 'it is silently moved into the range; garbage gives 1',
    example: 'establish_timeout 900',
    doc: 'Seconds without a packet after which an established connection is forgotten.',
    upstream: 'check_parser.c establish_timeout_handler',
  }),
  value('proxy_protocol', {
    in: at('1.9.6', SERVICE),
    args: [arg('mode', 'enum', { enum: ['v1', 'v2', 'v1-insecure', 'v2-insecure'], caseInsensitive: true })],
    default: { derived: 'off' },
    bad: 'another word silently switches it off',
    example: 'proxy_protocol v2',
    doc: 'Tells the real servers the address of the client by the PROXY protocol; TCP, HTTP and UDP checkers then send it too.',
    upstream: 'check_parser.c proxy_protocol_handler',
  }),
  value('bps', {
    in: at(null, SERVICE),
    args: [arg('bytes_per_second', 'int', { number: 'atoi' })],
    default: 0,
    bad: UNCHECKED,
    example: 'bps 1000000',
    doc: 'Limit of the traffic of the service, in bytes a second; 0 is none.',
    upstream: 'check_parser.c bps_handler',
  }),
  value('limit_proportion', {
    in: at(null, SERVICE),
    args: [arg('percent', 'int', { number: 'atoi' })],
    default: 100,
    bad: UNCHECKED,
    example: 'limit_proportion 80',
    doc: 'Per cent of the traffic limit that is used.',
    upstream: 'check_parser.c limit_proportion_handler',
  }),
  match('src-range', 'src_range', 'Source addresses of the packets of an SNAT service.'),
  match('dst-range', 'dst_range', 'Destination addresses of the packets of an SNAT service.'),
  match('oif', 'oif', 'Port of DPDK that packets of an SNAT service leave by.'),
  match('iif', 'iif', 'Port of DPDK that packets of an SNAT service come in by.'),
  value('hash_target', {
    in: at('1.6.1', SERVICE),
    args: [arg('target', 'enum', { enum: ['sip', 'qid'] })],
    default: { derived: 'sip' },
    bad: 'another word is logged, and sip is used',
    example: 'hash_target qid',
    doc: 'What lb_algo conhash hashes: the source address, or (with UDP only) the QUIC connection id.',
    upstream: 'check_parser.c hash_target_handler',
  }),
  groupName('laddr_group_name', 'local_address_group', null, 'Local addresses of an FNAT or SNAT service.', 'laddr'),
  groupName('daddr_group_name', 'deny_address_group', null, 'Clients that the service refuses.', 'blklst'),
  groupName('waddr_group_name', 'allow_address_group', '1.8.10', 'The only clients that the service takes.', 'whtlst'),
  onOff('syn_proxy', null, 'Answers the handshake of clients before a real server is picked.', 'syn_proxy'),
  onOff('expire_quiescent_conn', '1.8.8', 'Ends the connections of a server whose weight becomes 0.', 'expire_quiescent'),
  onOff('quic', '1.9.8', 'The service speaks QUIC: connections follow their id when the client address changes.', 'quic'),
  value('vip_bind_dev', {
    in: at(null, SERVICE),
    args: [interfaceArg('interface')],
    missing: 'fatal',
    bad: 'it is not checked',
    example: 'vip_bind_dev dpdk1',
    doc: 'Port of DPDK that carries the address of the service.',
    upstream: 'check_parser.c bind_dev_handler',
  }),
  value('af', {
    in: { [SERVICE]: { since: '1.8.2', until: '1.8.2' } },
    args: [arg('family', 'enum', { enum: ['ipv4', 'IPv4', 'ipv6', 'IPv6'] })],
    bad: 'another word is silently ignored',
    example: 'af ipv6',
    doc: 'Address family of the service, in one version only; ip_family replaced it.',
    upstream: 'check_parser.c',
  }),
  value('nb_sock_retry', {
    in: { [`${SERVICE}/real_server/TCP_CHECK`]: { since: null, variant: 'never a keyword' } },
    args: [arg('retries', 'int')],
    missing: 'none',
    deprecated: 'retry',
    bad: 'an unknown keyword: silently ignored before 1.8.2, reported since',
    example: 'nb_sock_retry 3',
    doc: 'Found throughout the documentation of DPVS, but no version ever knew it; retry exists since 1.8.2.',
    upstream: 'none',
  }),
  value('dpdk_interface', {
    in: at(null, 'vrrp_instance'),
    args: [interfaceArg('interface', 15)],
    bad: 'a longer name overruns the memory behind it',
    example: 'dpdk_interface dpdk0',
    doc: 'Port of DPDK that carries the addresses; interface then names its kernel counterpart.',
    upstream: 'vrrp_parser.c vrrp_dpdk_int_handler',
  }),
]

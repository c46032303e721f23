import type { Row, RowSpec } from '../../row.ts'
import { arg, block, flag, value, variant } from './args.ts'

const SERVICE = 'virtual_server'
const SNAT = `${SERVICE}/snat_rule`
const FORK = 'other 1.2.2 fork'
const DSNAT = 'xiaomi dsnat'

/** The published 1.2.2 ignores these words without a message, with or without a value. */
const foreign = (keyword: string, spec: RowSpec): Row => value(keyword, { missing: 'silent', ...spec })

const rule = (keyword: string, spec: Pick<RowSpec, 'args' | 'example' | 'doc'>): Row =>
  foreign(keyword, { in: variant(FORK, SNAT), bad: 'logged or ignored', upstream: 'check_parser.c of that fork', ...spec })

/** Keywords of 1.2.2 editions whose source is not the published one, and one that never was a keyword. */
export const VARIANT_ROWS: readonly Row[] = [
  value('fin_timeout', {
    in: variant('sina', SERVICE),
    args: [arg('timeout', 'int', { unit: 's', min: 0 })],
    default: { derived: '0: the timeout of the kernel (inferred)' },
    bad: 'not known; probably as est_timeout',
    example: 'fin_timeout 30',
    doc: 'Seconds after which a connection of this service that is being closed is forgotten; the form is inferred.',
    upstream: 'not published (JSON key fin_timeout)',
  }),
  flag('abs_priority', {
    in: variant(FORK, SERVICE),
    example: 'abs_priority',
    doc: 'A switch of a fork of 2014 for a service.',
    upstream: 'check_parser.c of that fork',
  }),
  ...['bps', 'cps'].map((of) =>
    foreign(`${of}_limit`, {
      in: variant(FORK, SERVICE),
      args: [arg('limit', 'int')],
      bad: 'not known',
      example: `${of}_limit 1000`,
      doc: `Limit of ${of === 'bps' ? 'the traffic' : 'new connections'} of a service in some fork; its unit is not known.`,
      upstream: 'not published (a public template)',
    }),
  ),
  block('snat_rule', {
    in: variant(FORK, SERVICE),
    bad: 'without that fork the word is unknown and its brace closes the service',
    example: 'snat_rule {\n  from 192.0.2.0/24\n  snat_ip 198.51.100.1-198.51.100.9\n}',
    doc: 'Makes the service translate sources of outgoing packets, in the fork of abs_priority.',
    upstream: 'check_parser.c of that fork',
  }),
  rule('from', {
    args: [arg('network', 'ipv4-cidr')],
    example: 'from 192.0.2.0/24',
    doc: 'Network that the packets come from.',
  }),
  rule('to', {
    args: [arg('network', 'ipv4-cidr')],
    example: 'to 203.0.113.0/24',
    doc: 'Network that the packets go to.',
  }),
  rule('gw', {
    args: [arg('address', 'ipv4')],
    example: 'gw 192.0.2.254',
    doc: 'Gateway of the packets.',
  }),
  rule('oif', {
    args: [arg('interface', 'interface', { maxLength: 15 })],
    example: 'oif eth1',
    doc: 'Interface that the packets leave by.',
  }),
  rule('snat_ip', {
    args: [arg('address', 'ip-range', { notes: 'one IPv4 address, or two with a dash between' })],
    example: 'snat_ip 198.51.100.1-198.51.100.9',
    doc: 'Address or range that replaces the source.',
  }),
  rule('algo', {
    args: [arg('algorithm', 'enum', { enum: ['sh', 'sdh', 'random'] })],
    example: 'algo sh',
    doc: 'How an address of the range is picked.',
  }),
  rule('new_gw', {
    args: [arg('address', 'ipv4')],
    example: 'new_gw 198.51.100.254',
    doc: 'Gateway after the translation.',
  }),
  block('zone', {
    in: variant(DSNAT, ''),
    args: [arg('network', 'ipv4'), arg('mask', 'netmask', { notes: 'a prefix length or a dotted mask' })],
    missing: 'silent',
    bad: 'without that fork the word is unknown and its content is read at the top level',
    example: 'zone 192.0.2.0 24 {\n  laddr_group_name laddr_g1\n}',
    doc: 'Source network whose packets get addresses of a local group, in the dsnat fork; the first that fits counts.',
    upstream: 'README of xiaomi-sa/dsnat',
  }),
  foreign('laddr_group_name', {
    in: variant(DSNAT, 'zone'),
    args: [arg('group', 'ref', { to: 'local_address_group' })],
    bad: 'not known',
    example: 'laddr_group_name laddr_g1',
    doc: 'Group of local addresses for the network.',
    upstream: 'README of xiaomi-sa/dsnat',
  }),
  foreign('nb_sock_retry', {
    in: variant('never a keyword', `${SERVICE}/real_server/TCP_CHECK`),
    args: [arg('retries', 'int')],
    deprecated: 'Leave it out: a TCP_CHECK of this edition has no retries.',
    bad: 'silently ignored, whatever stands behind it',
    example: 'nb_sock_retry 3',
    doc: 'Found in many published configurations, but no published version ever knew it.',
    upstream: 'none',
  }),
]

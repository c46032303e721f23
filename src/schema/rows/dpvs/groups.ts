import { at } from '../../define.ts'
import { type Arg, ENTRY, type Row } from '../../row.ts'
import { arg, block, interfaceArg, line, lines, value } from './args.ts'

const TUNNEL = 'tunnel_group'
const DEVICE = 'tunnel_group/tunnel_entry'

const NAME = arg('name', 'string')
const RANGE: Arg = arg('address', 'ip-range', { notes: 'one address, or a.b.c.d-N up to the last octet N' })

const BAD_RANGE = 'a bad address is silently 0.0.0.0; an end of 255 is logged and the line dropped'
const CUT = 'a longer name is cut'

/** Addresses that FNAT uses, clients that are let in or kept out, and tunnel devices. */
export const GROUP_ROWS: readonly Row[] = [
  lines('local_address_group', {
    in: at(null, ''),
    args: [NAME],
    bad: 'of two with one name the first is used',
    example: 'local_address_group laddr_g1 {\n  192.0.2.1-20 dpdk0\n}',
    doc: 'Names the local addresses that FNAT and SNAT services use towards their real servers, with the ports of DPDK they belong to.',
    upstream: 'check_parser.c laddr_group_handler',
  }),
  line(ENTRY, {
    in: at(null, 'local_address_group'),
    args: [RANGE, interfaceArg('interface', 15)],
    missing: 'crash',
    bad: 'a bad address is silently ignored, an end of 255 is logged and the line dropped, a /mask is cut off',
    example: '192.0.2.1-20 dpdk0',
    doc: 'One address, or a range within the last octet, and the port of DPDK; without that, memory behind the line is read.',
    upstream: 'check_data.c alloc_laddr_entry',
  }),
  lines('deny_address_group', {
    in: at(null, ''),
    args: [NAME],
    bad: 'words behind the name are ignored',
    example: 'deny_address_group bad_clients {\n  192.0.2.1-20\n}',
    doc: 'Names clients that a service refuses.',
    upstream: 'check_parser.c blklst_group_handler',
  }),
  line(ENTRY, {
    in: at(null, 'deny_address_group'),
    args: [RANGE],
    bad: BAD_RANGE,
    example: '192.0.2.1-20',
    doc: 'One address, or a range within the last octet.',
    upstream: 'check_data.c alloc_blklst_entry',
  }),
  lines('allow_address_group', {
    in: at('1.8.10', ''),
    args: [NAME],
    bad: 'words behind the name are ignored',
    example: 'allow_address_group good_clients {\n  192.0.2.1-20\n}',
    doc: 'Names the only clients that a service takes.',
    upstream: 'check_parser.c whtlst_group_handler',
  }),
  line(ENTRY, {
    in: at(null, 'allow_address_group'),
    args: [RANGE],
    bad: BAD_RANGE,
    example: '192.0.2.1-20',
    doc: 'One address, or a range within the last octet.',
    upstream: 'check_data.c alloc_whtlst_entry',
  }),
  block('tunnel_group', {
    in: at('1.7.0', ''),
    args: [NAME],
    bad: 'words behind the name are ignored',
    example: 'tunnel_group tunnels {\n  tunnel_entry tunl1 {\n    kind ipip\n  }\n}',
    doc: 'A group of tunnel devices of DPVS.',
    upstream: 'check_parser.c tunnel_handler',
  }),
  block('tunnel_entry', {
    in: at('1.7.0', TUNNEL),
    args: [interfaceArg('name', 15)],
    missing: 'crash',
    bad: CUT,
    example: 'tunnel_entry tunl1 {\n  kind ipip\n  remote 192.0.2.1\n  local 192.0.2.2\n  if dpdk0\n}',
    doc: 'One tunnel device, by its name.',
    upstream: 'check_parser.c tunnel_entry_handler',
  }),
  value('kind', {
    in: at('1.7.0', DEVICE),
    args: [arg('kind', 'enum', { enum: ['ipip', 'gre'], unchecked: true, maxLength: 15 })],
    bad: 'it is cut at 15 characters and not checked',
    example: 'kind ipip',
    doc: 'Kind of the tunnel.',
    upstream: 'check_parser.c kind_handler',
  }),
  ...(['remote', 'local'] as const).map((end) =>
    value(end, {
      in: at('1.7.0', DEVICE),
      args: [arg('address', 'ip')],
      bad: 'a bad address is silently ignored',
      example: `${end} 192.0.2.1`,
      doc: `Address of the ${end === 'local' ? 'own' : 'other'} end of the tunnel.`,
      upstream: `check_parser.c ${end}_handler`,
    }),
  ),
  value('if', {
    in: at('1.7.0', DEVICE),
    args: [interfaceArg('link', 15)],
    bad: CUT,
    example: 'if dpdk0',
    doc: 'Device that the tunnel lies on.',
    upstream: 'check_parser.c if_handler',
  }),
]

import { at } from '../../define.ts'
import { ENTRY, type Row } from '../../row.ts'
import { ATOI, arg, BASE, int, line, lines, SERVICE_PORT } from './args.ts'

const RANGE = arg('address', 'ip-range', {
  notes: 'one address, or a.b.c.d-N up to the last octet N of 1..254; N below the start is an empty range, a /mask is cut off',
})

const BAD_RANGE = 'no address is silently 0.0.0.0, an end of 255 is logged and dropped, one above wraps, a /mask is cut off'

const NAMED = 'a brace glued to the name belongs to the name; alone on a line it is an entry of 0.0.0.0'

/** Named lists of addresses: local ones of FULLNAT, virtual ones of a service. */
export const GROUP_ROWS: readonly Row[] = [
  lines('local_address_group', {
    in: at('LVS_v1', ''),
    args: [arg('name', 'string')],
    bad: NAMED,
    example: 'local_address_group laddr_g1 {\n  192.0.2.1-20\n}',
    doc: 'Names the local addresses that a FNAT service uses towards its real servers; of two with one name the first is used.',
    upstream: 'check_parser.c laddr_group_handler',
  }),
  line(ENTRY, {
    in: at('LVS_v1', 'local_address_group'),
    args: [RANGE],
    bad: BAD_RANGE,
    example: '192.0.2.1-20',
    doc: 'One address, or a range within the last octet.',
    upstream: 'check_data.c alloc_laddr_entry',
  }),
  lines('virtual_server_group', {
    in: at(BASE, ''),
    args: [arg('name', 'string')],
    bad: NAMED,
    example: 'virtual_server_group web {\n  192.0.2.10 80\n  fwmark 5\n}',
    doc: 'Names addresses with ports, and firewall marks, that share one definition of a service; of two with one name the first is used.',
    upstream: 'check_parser.c vsg_handler',
  }),
  line(ENTRY, {
    in: at(BASE, 'virtual_server_group'),
    args: [RANGE, SERVICE_PORT],
    // the handler takes the second word without looking whether there is one
    missing: 'crash',
    bad: BAD_RANGE,
    example: '192.0.2.10-12 80',
    doc: 'One address, or a range within the last octet, and the port.',
    upstream: 'check_data.c alloc_vsg_entry',
  }),
  line('fwmark', {
    in: at(BASE, 'virtual_server_group'),
    args: [int('mark')],
    missing: 'crash',
    bad: ATOI,
    example: 'fwmark 5',
    doc: 'A firewall mark instead of an address; FNAT does not work with it.',
    upstream: 'check_data.c alloc_vsg_entry',
  }),
]

import { at } from '../../define.ts'
import { ENTRY, type Row } from '../../row.ts'
import { GROUP, line, lines } from './places.ts'

/** Groups of addresses that a service listens on. */
export const GROUPS_ROWS: readonly Row[] = [
  lines('virtual_server_group', {
    in: at('1.0.2', ''),
    args: [{ name: 'name', type: 'string' }],
    bad: 'without a usable entry it is reported and dropped',
    example: 'virtual_server_group web {\n  192.0.2.10 80\n}',
    doc: 'A named set of addresses, ranges and firewall marks that one service listens on.',
    upstream: 'check_parser.c vsg_handler',
  }),
  line(ENTRY, {
    in: at('1.0.2', GROUP),
    args: [
      { name: 'address', type: 'ip-range', ascending: true },
      { name: 'port', type: 'port', min: 1, max: 65535, number: 'lenient', optional: true },
    ],
    bad: 'it is reported and skipped',
    example: '192.0.2.10-20 80',
    doc: 'An address or a range of addresses of the group, with a port.',
    upstream: 'check_data.c alloc_vsg_entry',
  }),
  line('fwmark', {
    in: at('1.0.2', GROUP),
    args: [
      { name: 'mark', type: 'int', min: 0, max: 4294967295, number: 'lenient' },
      { name: 'family', type: 'enum', enum: ['inet', 'inet6'], optional: true, since: '2.1.0' },
    ],
    missing: 'fatal',
    bad: 'it is reported and skipped',
    example: 'fwmark 7',
    doc: 'A firewall mark of the group.',
    upstream: 'check_data.c alloc_vsg_entry',
  }),
]

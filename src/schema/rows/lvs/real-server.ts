import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { ATOI, arg, BASE, block, COMMAND, flag, int, SERVICE_PORT, TEXT, value } from './args.ts'

const HERE = 'virtual_server/real_server'
const KERNEL = 'kernel 2.6'

/** A server behind a service, without its checkers. */
export const REAL_SERVER_ROWS: readonly Row[] = [
  block('real_server', {
    in: at(BASE, 'virtual_server'),
    args: [arg('address', 'ip'), SERVICE_PORT],
    bad: 'a bad address is silently 0.0.0.0, a port above 65535 wraps',
    example: 'real_server 198.51.100.1 80 {\n  weight 1\n  TCP_CHECK {\n    connect_timeout 3\n  }\n}',
    doc: 'A server of the service; one that is written twice, or of another address family, is taken without a word.',
    upstream: 'check_parser.c rs_handler',
  }),
  value('weight', {
    in: at(BASE, HERE),
    args: [int('weight')],
    default: 1,
    bad: `${ATOI}; a negative one is taken`,
    example: 'weight 1',
    doc: 'Share of the connections that the server gets, compared with the others.',
    upstream: 'check_parser.c weight_handler',
  }),
  value('uthreshold', {
    in: at(BASE, HERE),
    args: [int('connections')],
    default: 0,
    feature: KERNEL,
    bad: ATOI,
    example: 'uthreshold 1000',
    doc: 'Number of connections from which the server gets no new ones; 0 is no limit.',
    upstream: 'check_parser.c uthreshold_handler',
  }),
  value('lthreshold', {
    in: at(BASE, HERE),
    args: [int('connections')],
    default: 0,
    feature: KERNEL,
    bad: ATOI,
    example: 'lthreshold 800',
    doc: 'Number of connections below which an overloaded server gets new ones again.',
    upstream: 'check_parser.c lthreshold_handler',
  }),
  flag('inhibit_on_failure', {
    in: at(BASE, HERE),
    example: 'inhibit_on_failure',
    doc: 'Sets the weight of a failed server to 0 instead of taking it out, so that its connections live on.',
    upstream: 'check_parser.c inhibit_handler',
  }),
  ...['up', 'down'].map((state) =>
    value(`notify_${state}`, {
      in: at(BASE, HERE),
      args: [COMMAND],
      bad: TEXT,
      example: `notify_${state} "/usr/local/bin/server.sh ${state}"`,
      doc: `Command for the moment the server is found ${state}; a shell runs it, as the user of keepalived.`,
      upstream: `check_parser.c notify_${state}_handler`,
    }),
  ),
]

import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { ATOI, arg, BASE, block, GLUED, int, PORT, seconds, TEXT, value } from './args.ts'

const SERVER = 'virtual_server/real_server'
const HERE = `${SERVER}/SMTP_CHECK`
const HOST = `${HERE}/host`
const NO_ADDRESS = 'a bad address is silently ignored'

/** The checker for mail servers. */
export const SMTP_CHECK_ROWS: readonly Row[] = [
  block('SMTP_CHECK', {
    in: at(BASE, SERVER),
    bad: GLUED,
    example: 'SMTP_CHECK {\n  connect_timeout 5\n  host {\n    connect_port 25\n  }\n}',
    doc: 'Takes the server as working when it answers as a mail server.',
    upstream: 'check_smtp.c smtp_check_handler',
  }),
  value('helo_name', {
    in: at(BASE, HERE),
    args: [arg('value', 'string')],
    default: 'smtpchecker.keepalived.org',
    bad: TEXT,
    example: 'helo_name lvs1.example.org',
    doc: 'Name that the check gives itself towards the mail server.',
    upstream: 'check_smtp.c smtp_helo_name_handler',
  }),
  value('connect_timeout', {
    in: at(BASE, HERE),
    args: [seconds('timeout')],
    default: 5,
    bad: ATOI,
    example: 'connect_timeout 5',
    doc: 'Seconds to wait for the server.',
    upstream: 'check_smtp.c smtp_timeout_handler',
  }),
  value('delay_before_retry', {
    in: at(BASE, HERE),
    args: [seconds('delay')],
    default: 1,
    bad: ATOI,
    example: 'delay_before_retry 3',
    doc: 'Seconds between two attempts.',
    upstream: 'check_smtp.c smtp_db_retry_handler',
  }),
  value('retry', {
    in: at(BASE, HERE),
    args: [int('retries')],
    default: 1,
    bad: ATOI,
    example: 'retry 3',
    doc: 'Attempts before the server counts as down.',
    upstream: 'check_smtp.c smtp_retry_handler',
  }),
  block('host', {
    in: at(BASE, HERE),
    default: { derived: 'one host: the real server, port 25' },
    bad: 'each setting is judged on its own',
    example: 'host {\n  connect_ip 198.51.100.1\n  connect_port 25\n}',
    doc: 'An address to ask; several are asked one after the other.',
    upstream: 'check_smtp.c smtp_host_handler',
  }),
  value('connect_ip', {
    in: at(BASE, HOST),
    args: [arg('address', 'ip')],
    default: { derived: 'the address of the real server' },
    bad: NO_ADDRESS,
    example: 'connect_ip 198.51.100.1',
    doc: 'Address that the check connects to.',
    upstream: 'check_smtp.c smtp_ip_handler',
  }),
  value('connect_port', {
    in: at(BASE, HOST),
    args: [PORT],
    default: 25,
    bad: ATOI,
    example: 'connect_port 25',
    doc: 'Port that the check connects to.',
    upstream: 'check_smtp.c smtp_port_handler',
  }),
  value('bindto', {
    in: at(BASE, HOST),
    args: [arg('address', 'ip')],
    bad: NO_ADDRESS,
    example: 'bindto 192.0.2.1',
    doc: 'Address that the check connects from.',
    upstream: 'check_smtp.c smtp_bindto_handler',
  }),
]

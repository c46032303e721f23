import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { block, SERVER } from './places.ts'

/** The checkers of a real server. */
export const CHECKERS_ROWS: readonly Row[] = [
  block('MISC_CHECK', {
    in: at('0.3.6', SERVER),
    bad: 'words behind it are ignored',
    example: 'MISC_CHECK {\n  misc_path "/usr/local/bin/check.sh"\n}',
    doc: 'Checker that runs a program.',
    upstream: 'check_misc.c misc_check_handler',
  }),
  block('SMTP_CHECK', {
    in: at('1.1.8', SERVER),
    bad: 'words behind it are ignored',
    example: 'SMTP_CHECK {\n  connect_timeout 3\n}',
    doc: 'Checker that talks to a mail server.',
    upstream: 'check_smtp.c smtp_check_handler',
  }),
  block('TCP_CHECK', {
    in: at('0.2.6', SERVER),
    bad: 'words behind it are ignored',
    example: 'TCP_CHECK {\n  connect_timeout 3\n}',
    doc: 'Checker that opens a TCP connection.',
    upstream: 'check_tcp.c tcp_check_handler',
  }),
  block('PING_CHECK', {
    in: at('2.1.0', SERVER),
    bad: 'words behind it are ignored',
    example: 'PING_CHECK {\n  retry 2\n}',
    doc: 'Checker that sends an ICMP echo request.',
    upstream: 'check_ping.c ping_check_handler',
  }),
  block('UDP_CHECK', {
    in: at('2.1.0', SERVER),
    bad: 'words behind it are ignored',
    example: 'UDP_CHECK {\n  payload 0102\n}',
    doc: 'Checker that sends a datagram and may wait for a reply.',
    upstream: 'check_udp.c udp_check_handler',
  }),
  block('HTTP_GET', {
    in: at('0.2.6', SERVER),
    bad: 'without a usable url it is reported and dropped',
    example: 'HTTP_GET {\n  url {\n    path /\n  }\n}',
    doc: 'Checker that asks for pages over HTTP.',
    upstream: 'check_http.c http_get_handler',
  }),
  block('SSL_GET', {
    in: at('0.2.6', SERVER),
    bad: 'without a usable url it is reported and dropped',
    example: 'SSL_GET {\n  url {\n    path /\n  }\n}',
    doc: 'Checker that asks for pages over HTTPS.',
    upstream: 'check_http.c http_get_handler',
  }),
  block('DNS_CHECK', {
    in: at('1.3.0', SERVER),
    bad: 'words behind it are ignored',
    example: 'DNS_CHECK {\n  type A\n  name www.example.com\n}',
    doc: 'Checker that asks a name server.',
    upstream: 'check_dns.c dns_check_handler',
  }),
  block('FILE_CHECK', {
    in: at('2.1.0', SERVER),
    bad: 'without a known file it is reported and dropped',
    example: 'FILE_CHECK {\n  track_file load\n}',
    doc: 'Checker that follows the number in a tracked file; the file must be defined before.',
    upstream: 'check_file.c file_check_handler',
  }),
  block('BFD_CHECK', {
    in: at('2.0.0', SERVER),
    feature: 'BFD',
    bad: 'without a known session it is reported and dropped',
    example: 'BFD_CHECK {\n  name path1\n}',
    doc: 'Checker that follows a BFD session; the session must be defined before.',
    upstream: 'check_bfd.c bfd_check_handler',
  }),
]

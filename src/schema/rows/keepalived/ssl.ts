import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { block, SSL, value } from './places.ts'

/** The SSL block. */
export const SSL_ROWS: readonly Row[] = [
  block('SSL', {
    in: at('0.4.9', ''),
    repeat: 'last-wins',
    repeatReported: true,
    bad: 'a second block is reported and replaces the first',
    example: 'SSL {\n  ca /etc/keepalived/ca.pem\n}',
    doc: 'Files and password of the client side that SSL_GET uses.',
    upstream: 'check_parser.c ssl_handler',
  }),
  value('password', {
    in: at('0.4.9', SSL),
    args: [{ name: 'value', type: 'string', secret: true }],
    repeatReported: true,
    missing: 'error',
    bad: 'a missing value is reported and the line ignored',
    example: 'password secret',
    doc: 'Password of the private key.',
    upstream: 'check_parser.c sslpass_handler',
  }),
  value('ca', {
    in: at('0.4.9', SSL),
    args: [{ name: 'value', type: 'path' }],
    repeatReported: true,
    missing: 'error',
    bad: 'a missing value is reported and the line ignored',
    example: 'ca /etc/keepalived/ca.pem',
    doc: 'File with the certificates of trusted authorities.',
    upstream: 'check_parser.c sslca_handler',
  }),
  value('certificate', {
    in: at('0.4.9', SSL),
    args: [{ name: 'value', type: 'path' }],
    repeatReported: true,
    missing: 'error',
    bad: 'a missing value is reported and the line ignored',
    example: 'certificate /etc/keepalived/client.pem',
    doc: 'File with the client certificate.',
    upstream: 'check_parser.c sslcert_handler',
  }),
  value('key', {
    in: at('0.4.9', SSL),
    args: [{ name: 'value', type: 'path' }],
    repeatReported: true,
    missing: 'error',
    bad: 'a missing value is reported and the line ignored',
    example: 'key /etc/keepalived/client.key',
    doc: 'File with the private key of the client.',
    upstream: 'check_parser.c sslkey_handler',
  }),
]

import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { block, check, value } from './places.ts'

/** Settings of HTTP_GET and SSL_GET. */
export const HTTP_GET_ROWS: readonly Row[] = [
  value('nb_get_retry', {
    in: at('0.2.6', check('HTTP_GET'), check('SSL_GET')),
    args: [{ name: 'retries', type: 'int', min: 0, max: 4294967295, number: 'lenient' }],
    deprecated: 'retry',
    bad: 'every use is reported since 2.0.15; a bad number is not used under -t; trailing text is tolerated at run time',
    example: 'nb_get_retry 3',
    doc: 'Old name of retry.',
    upstream: 'check_http.c http_get_retry_handler',
  }),
  value('http_protocol', {
    in: at('2.0.17', check('HTTP_GET'), check('SSL_GET')),
    args: [{ name: 'version', type: 'enum', enum: ['1.0', '1.0C', '1.0c', '1.1'] }],
    missing: 'error',
    default: '1.0',
    bad: 'another word is reported and ignored',
    example: 'http_protocol 1.1',
    doc: 'Version of HTTP that the check speaks; C adds a Connection: close header.',
    upstream: 'check_http.c http_protocol_handler',
  }),
  value('enable_sni', {
    in: at('1.4.3', check('HTTP_GET'), check('SSL_GET')),
    args: [{ name: 'enable', type: 'bool', default: true, optional: true }],
    default: false,
    feature: 'SSL_set_tlsext_host_name in OpenSSL',
    bad: 'another word is reported and the setting is unchanged',
    example: 'enable_sni',
    doc: 'Sends the host name during the TLS handshake.',
    upstream: 'check_http.c enable_sni_handler',
  }),
  value('fast_recovery', {
    in: at('2.0.17', check('HTTP_GET'), check('SSL_GET')),
    args: [{ name: 'enable', type: 'bool', default: true, optional: true }],
    default: false,
    bad: 'another word is reported and the setting is unchanged',
    example: 'fast_recovery',
    doc: 'One good page brings a server back without asking for all of them.',
    upstream: 'check_http.c fast_recovery_handler',
  }),
  block('url', {
    in: at('0.2.6', check('HTTP_GET'), check('SSL_GET')),
    bad: 'without a path it is reported and dropped',
    example: 'url {\n  path /status\n  status_code 200\n}',
    doc: 'A page that the check asks for.',
    upstream: 'check_http.c url_handler',
  }),
  value('tls_compliant', {
    in: at('2.2.8', check('SSL_GET'), check('SSL_GET/url')),
    args: [{ name: 'enable', type: 'bool', default: true, optional: true }],
    default: false,
    bad: 'another word is reported and the setting is unchanged',
    example: 'tls_compliant',
    doc: 'Takes a connection that ends without a TLS closing message for an error.',
    upstream: 'check_http.c tls_compliant_handler, check_http.c url_tls_compliant_handler',
  }),
]

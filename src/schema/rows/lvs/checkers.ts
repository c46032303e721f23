import { at } from '../../define.ts'
import type { Row } from '../../row.ts'
import { ATOI, arg, BASE, block, COMMAND, flag, GLUED, int, PORT, seconds, TEXT, value } from './args.ts'

const SERVER = 'virtual_server/real_server'
const MISC = `${SERVER}/MISC_CHECK`
const TCP = `${SERVER}/TCP_CHECK`
const WEB = [`${SERVER}/HTTP_GET`, `${SERVER}/SSL_GET`]
const URL = WEB.map((path) => `${path}/url`)

const TIMEOUT = seconds('timeout', {
  min: 1,
  max: 200,
  notes: '200 is the most that the Sina edition supports; the published parser has no limit, but overflows from 2148 on',
})

/** Checkers of a real server, except SMTP_CHECK. */
export const CHECKER_ROWS: readonly Row[] = [
  block('MISC_CHECK', {
    in: at(BASE, SERVER),
    bad: GLUED,
    example: 'MISC_CHECK {\n  misc_path "/usr/local/bin/check.sh 198.51.100.1"\n}',
    doc: 'Lets a program decide whether the server works.',
    upstream: 'check_misc.c misc_check_handler',
  }),
  value('misc_path', {
    in: at(BASE, MISC),
    args: [COMMAND],
    bad: TEXT,
    example: 'misc_path "/usr/local/bin/check.sh 198.51.100.1"',
    doc: 'Program and its parameters; exit status 0 means that the server works.',
    upstream: 'check_misc.c misc_path_handler',
  }),
  value('misc_timeout', {
    in: at(BASE, MISC),
    args: [seconds('timeout')],
    default: { derived: 'the delay_loop of the service' },
    bad: ATOI,
    example: 'misc_timeout 5',
    doc: 'Seconds after which the program is killed.',
    upstream: 'check_misc.c misc_timeout_handler',
  }),
  flag('misc_dynamic', {
    in: at(BASE, MISC),
    example: 'misc_dynamic',
    doc: 'Makes the exit status of the program (2 to 255) the weight of the server plus 2.',
    upstream: 'check_misc.c misc_dynamic_handler',
  }),
  block('TCP_CHECK', {
    in: at(BASE, SERVER),
    bad: GLUED,
    example: 'TCP_CHECK {\n  connect_port 80\n  connect_timeout 3\n}',
    doc: 'Takes the server as working when it accepts a connection; knows connect_port, bindto and connect_timeout, no retries.',
    upstream: 'check_tcp.c tcp_check_handler',
  }),
  block('HTTP_GET', {
    in: at(BASE, SERVER),
    bad: GLUED,
    example: 'HTTP_GET {\n  url {\n    path /\n    status_code 200\n  }\n  connect_timeout 3\n}',
    doc: 'Takes the server as working when its pages over HTTP are as expected.',
    upstream: 'check_http.c http_get_handler',
  }),
  block('SSL_GET', {
    in: at(BASE, SERVER),
    bad: GLUED,
    example: 'SSL_GET {\n  url {\n    path /\n    status_code 200\n  }\n  connect_timeout 3\n}',
    doc: 'Takes the server as working when its pages over TLS are as expected.',
    upstream: 'check_http.c http_get_handler',
  }),
  value('connect_port', {
    in: at(BASE, TCP, ...WEB),
    args: [PORT],
    default: { derived: 'the port of the real server' },
    bad: `${ATOI}; it wraps above 65535`,
    example: 'connect_port 80',
    doc: 'Port that the check connects to.',
    upstream: 'check_tcp.c connect_port_handler, check_http.c connect_p_handler',
  }),
  value('bindto', {
    in: at(BASE, TCP, ...WEB),
    args: [arg('address', 'ip')],
    bad: 'a bad address is silently 0.0.0.0',
    example: 'bindto 192.0.2.1',
    doc: 'Address that the check connects from.',
    upstream: 'check_tcp.c bind_handler, check_http.c bindto_handler',
  }),
  value('connect_timeout', {
    in: at(BASE, TCP, ...WEB),
    args: [TIMEOUT],
    default: { derived: '0: the check fails at once, so it is needed' },
    bad: '200 is the most that the LVS edition takes; the parser itself has no limit, overflows above 2147 and reads garbage as 0',
    example: 'connect_timeout 3',
    doc: 'Seconds to wait for the server.',
    upstream: 'check_tcp.c connect_timeout_handler, check_http.c connect_to_handler',
  }),
  value('nb_get_retry', {
    in: at(BASE, ...WEB),
    args: [int('retries')],
    default: 1,
    bad: ATOI,
    example: 'nb_get_retry 3',
    doc: 'Further attempts before the server counts as down; in HTTP_GET and SSL_GET only.',
    upstream: 'check_http.c nb_get_retry_handler',
  }),
  value('delay_before_retry', {
    in: at(BASE, ...WEB),
    args: [seconds('delay')],
    default: 0,
    bad: ATOI,
    example: 'delay_before_retry 3',
    doc: 'Seconds between two attempts.',
    upstream: 'check_http.c delay_before_retry_handler',
  }),
  block('url', {
    in: at(BASE, ...WEB),
    bad: 'a check without a url, or with one that lacks its path, crashes when it runs',
    example: 'url {\n  path /status\n  status_code 200\n}',
    doc: 'A page that is asked for, and what the answer must be; several are asked for one after the other.',
    upstream: 'check_http.c url_handler',
  }),
  value('path', {
    in: at(BASE, ...URL),
    args: [arg('path', 'string')],
    bad: TEXT,
    example: 'path /status',
    doc: 'Path of the page, from the slash on.',
    upstream: 'check_http.c path_handler',
  }),
  value('digest', {
    in: at(BASE, ...URL),
    args: [arg('md5', 'hex', { length: 32 })],
    bad: 'neither length nor digits are looked at; a wrong digest never matches',
    example: 'digest 640205b7b0fc66c1ea91c463fac6334d',
    doc: 'MD5 sum that the page must have, in 32 hexadecimal digits.',
    upstream: 'check_http.c digest_handler',
  }),
  value('status_code', {
    in: at(BASE, ...URL),
    args: [int('code')],
    default: { derived: 'the status is not looked at' },
    bad: 'leading digits count: 200-299 is 200; garbage is 0',
    example: 'status_code 200',
    doc: 'HTTP status that the answer must have.',
    upstream: 'check_http.c status_code_handler',
  }),
]

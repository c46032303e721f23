import { at } from '../../define.ts'
import { type Arg, ENTRY, type Row } from '../../row.ts'
import { arg, BASE, int, line, lines, option } from './args.ts'

const INSTANCE = 'vrrp_instance'
const SCOPE = option('scope', ['scope'], 'enum', { enum: ['global', 'nowhere', 'host', 'link', 'site'] })

const ADDRESS_ARGS: readonly Arg[] = [
  arg('address', 'ip-cidr', { notes: 'without a length the whole address' }),
  option('brd', ['brd', 'broadcast'], 'ipv4', { notes: 'IPv4 only' }),
  option('dev', ['dev'], 'interface', { notes: 'without it the interface of the instance, else eth0' }),
  SCOPE,
  option('label', ['label'], 'string', { maxLength: 15 }),
]

const number = (name: string): Arg => ({ ...int(name), literal: [name], optional: true })

const ROUTE_ARGS: readonly Arg[] = [
  option('destination', ['to'], 'ipv4-cidr', { bare: true }),
  option('src', ['src'], 'ipv4'),
  option('via', ['via', 'gw'], 'ipv4'),
  option('or', ['or'], 'ipv4', { notes: 'a second gateway' }),
  option('dev', ['dev', 'oif'], 'interface'),
  number('table'),
  number('metric'),
  SCOPE,
  option('blackhole', ['blackhole'], 'ipv4-cidr', { notes: 'a destination whose packets are dropped' }),
]

/** Addresses and routes: those that stay, and those that come and go with an instance. */
export const ADDRESS_ROWS: readonly Row[] = [
  lines('static_ipaddress', {
    in: at(BASE, ''),
    bad: 'a brace on a line of its own is read as an address, logged and skipped',
    example: 'static_ipaddress {\n  192.0.2.1/24 dev eth0 scope global\n}',
    doc: 'Addresses that keepalived sets up at the start and leaves alone after that, one a line.',
    upstream: 'vrrp_parser.c static_addresses_handler',
  }),
  lines('static_routes', {
    in: at(BASE, ''),
    bad: 'a brace on a line of its own is an empty route',
    example: 'static_routes {\n  198.51.100.0/24 via 192.0.2.254 dev eth0\n}',
    doc: 'Routes that keepalived sets up at the start and leaves alone after that, one a line.',
    upstream: 'vrrp_parser.c static_routes_handler',
  }),
  lines('virtual_ipaddress', {
    in: at(BASE, INSTANCE),
    bad: 'beyond 20 lines it is logged and cut',
    example: 'virtual_ipaddress {\n  192.0.2.10/24 dev eth0\n}',
    doc: 'Up to 20 addresses that the master holds and names in its adverts, one a line.',
    upstream: 'vrrp_parser.c vrrp_vip_handler',
  }),
  lines('virtual_ipaddress_excluded', {
    in: at(BASE, INSTANCE),
    bad: 'each entry is judged on its own',
    example: 'virtual_ipaddress_excluded {\n  192.0.2.11/24 dev eth0\n}',
    doc: 'Addresses that the master holds but does not name in its adverts, one a line.',
    upstream: 'vrrp_parser.c vrrp_evip_handler',
  }),
  lines('virtual_routes', {
    in: at(BASE, INSTANCE),
    bad: 'each entry is judged on its own',
    example: 'virtual_routes {\n  198.51.100.0/24 via 192.0.2.254 dev eth0\n}',
    doc: 'Routes that only the master has, one a line.',
    upstream: 'vrrp_parser.c vrrp_vroutes_handler',
  }),
  line(ENTRY, {
    in: at(BASE, 'static_ipaddress', `${INSTANCE}/virtual_ipaddress`, `${INSTANCE}/virtual_ipaddress_excluded`),
    args: ADDRESS_ARGS,
    bad: 'a bad address, broadcast or interface is logged and loses the entry; an unknown word is taken as the address',
    example: '192.0.2.10/24 brd 192.0.2.255 dev eth0 scope link label eth0:1',
    doc: 'One address, its length, and options in any order.',
    upstream: 'vrrp_ipaddress.c alloc_ipaddress',
  }),
  line(ENTRY, {
    in: at(BASE, 'static_routes', `${INSTANCE}/virtual_routes`),
    args: ROUTE_ARGS,
    bad: 'an unknown interface is logged and loses the entry; a bad address is silently 0.0.0.0, an unknown word ignored',
    example: '198.51.100.0/24 src 192.0.2.10 via 192.0.2.254 dev eth0 metric 10',
    doc: 'One IPv4 route: its destination, and options in any order.',
    upstream: 'vrrp_iproute.c alloc_route',
  }),
]

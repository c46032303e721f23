import { at } from '../../../define.ts'
import { ENTRY, type Row } from '../../../row.ts'
import { TRACK_GROUP } from './addresses.ts'
import { line, lines } from './args.ts'
import { ROUTE_ARGS } from './route-options.ts'
import { RULE_ARGS } from './rule-options.ts'

const VRRP = '_WITH_VRRP_'
const BAD_ROUTE = 'no destination, mixed families or a bad value loses the line; an option without its value ends the run'
const BAD_RULE = 'no action, two actions, an unknown word or a bad value loses the line; an option without its value ends the run'

/** Routes and rules: those that stay, and those that come and go with an instance. */
export const ROUTE_ROWS: readonly Row[] = [
  lines('static_routes', {
    in: at('1.0.1', ''),
    extra: 'error',
    feature: VRRP,
    bad: 'each entry is judged on its own',
    example: 'static_routes {\n  198.51.100.0/24 via 192.0.2.254 dev eth0\n}',
    doc: 'Routes that keepalived sets up at the start and leaves alone after that, one a line.',
    upstream: 'vrrp_parser.c static_routes_handler',
  }),
  lines('virtual_routes', {
    in: at('1.0.1', 'vrrp_instance'),
    extra: 'error',
    feature: VRRP,
    bad: 'each entry is judged on its own',
    example: 'virtual_routes {\n  198.51.100.0/24 via 192.0.2.254 dev eth0\n}',
    doc: 'Routes that only the master has, one a line.',
    upstream: 'vrrp_parser.c vrrp_vroutes_handler',
  }),
  line(ENTRY, {
    in: at('1.0.1', 'static_routes'),
    args: [...ROUTE_ARGS, { ...TRACK_GROUP, notes: 'it must stand further up, and dev or oif must be given' }],
    missing: 'fatal',
    extra: 'error',
    extraLoses: true,
    feature: VRRP,
    bad: BAD_ROUTE,
    example: '198.51.100.0/24 src 192.0.2.10 via 192.0.2.254 dev eth0 metric 10',
    doc: 'One route: its destination, and options in any order.',
    upstream: 'vrrp_iproute.c alloc_route',
  }),
  line(ENTRY, {
    in: at('1.0.1', 'vrrp_instance/virtual_routes'),
    args: ROUTE_ARGS,
    missing: 'fatal',
    extra: 'error',
    extraLoses: true,
    feature: VRRP,
    bad: BAD_ROUTE,
    example: '198.51.100.0/24 nexthop via 192.0.2.253 dev eth0 weight 1 nexthop via 192.0.2.254 dev eth0 weight 2',
    doc: 'One route: its destination, and options in any order.',
    upstream: 'vrrp_iproute.c alloc_route',
  }),
  lines('static_rules', {
    in: at('1.2.20', ''),
    extra: 'error',
    feature: VRRP,
    bad: 'each entry is judged on its own',
    example: 'static_rules {\n  from 192.0.2.0/24 table 100 preference 1000\n}',
    doc: 'Routing rules that keepalived sets up at the start and leaves alone after that, one a line.',
    upstream: 'vrrp_parser.c static_rules_handler',
  }),
  lines('virtual_rules', {
    in: at('1.2.20', 'vrrp_instance'),
    extra: 'error',
    feature: VRRP,
    bad: 'each entry is judged on its own',
    example: 'virtual_rules {\n  from 192.0.2.0/24 table 100 preference 1000\n}',
    doc: 'Routing rules that only the master has, one a line.',
    upstream: 'vrrp_parser.c vrrp_vrules_handler',
  }),
  line(ENTRY, {
    in: at('1.2.20', 'static_rules'),
    args: [...RULE_ARGS, { ...TRACK_GROUP, notes: 'it must stand further up, and dev or iif must be given' }],
    missing: 'fatal',
    extra: 'error',
    extraLoses: true,
    feature: VRRP,
    bad: BAD_RULE,
    example: 'from 192.0.2.0/24 table 100 preference 1000',
    doc: 'One rule: selectors and one action, in any order.',
    upstream: 'vrrp_iprule.c alloc_rule',
  }),
  line(ENTRY, {
    in: at('1.2.20', 'vrrp_instance/virtual_rules'),
    args: RULE_ARGS,
    missing: 'fatal',
    extra: 'error',
    extraLoses: true,
    feature: VRRP,
    bad: BAD_RULE,
    example: 'to 192.0.2.0/24 iif eth0 fwmark 7/0xff preference 1000 type blackhole',
    doc: 'One rule: selectors and one action, in any order.',
    upstream: 'vrrp_iprule.c alloc_rule',
  }),
]

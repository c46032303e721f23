import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { arg, FIRST_KEPT, flag, I32, IGNORED, int, U32, value } from './args.ts'

const HERE = 'global_defs'
const VRRP = '_WITH_VRRP_ && _WITH_NFTABLES_'
const LVS = '_WITH_NFTABLES_ && _WITH_LVS_'
const IPTABLES = '_WITH_VRRP_ && (_WITH_IPTABLES_ || _WITH_NFTABLES_)'
const MIN = -I32 - 1

/** How addresses that must not answer are blocked, and how IPVS groups get their marks. */
export const GLOBAL_DEFS_FIREWALL_ROWS: readonly Row[] = [
  value('vrrp_iptables', {
    in: at('1.2.20', HERE),
    args: [
      arg('inChain', 'string', { maxLength: 27, optional: true, default: 'INPUT' }),
      arg('outChain', 'string', { maxLength: 27, optional: true, default: 'OUTPUT' }),
    ],
    repeat: 'warn-and-ignore',
    feature: IPTABLES,
    bad: 'an empty or long name is reported and ignored; equal names are only logged and dropped',
    example: 'vrrp_iptables keepalived_in keepalived_out',
    doc: 'Blocks traffic with iptables, in these chains.',
    upstream: 'global_parser.c vrrp_iptables_handler',
  }),
  value('vrrp_ipsets', {
    in: at('1.2.20', HERE),
    args: [
      arg('names', 'string', {
        maxLength: 30,
        optional: true,
        variadic: true,
        notes: 'up to six: address, address6, address-interface6, igmp, mld, nd; none at all switches ipsets off',
      }),
    ],
    default: {
      derived: 'on with vrrp_iptables; keepalived, keepalived6, keepalived_if6, keepalived_igmp, keepalived_mld, keepalived_nd',
    },
    feature: `${IPTABLES} && _HAVE_LIBIPSET_`,
    bad: 'a bad name or two equal ones are reported and all names dropped',
    example: 'vrrp_ipsets keepalived keepalived6 keepalived_if6',
    doc: 'Names of the ipsets that go with vrrp_iptables; later names are derived from earlier ones.',
    upstream: 'global_parser.c vrrp_ipsets_handler',
  }),
  value('nftables', {
    in: at('2.0.11', HERE),
    args: [arg('table', 'string', { maxLength: 254, optional: true, default: 'keepalived' })],
    repeat: 'warn-and-ignore',
    feature: VRRP,
    bad: FIRST_KEPT,
    example: 'nftables keepalived',
    doc: 'Blocks traffic with nftables, in this table; nftables_priority must come after it.',
    upstream: 'global_parser.c vrrp_nftables_handler',
  }),
  value('nftables_priority', {
    in: at('2.0.11', HERE),
    args: [int('priority', MIN, I32)],
    default: -1,
    feature: VRRP,
    bad: IGNORED,
    example: 'nftables_priority -10',
    doc: 'Priority of the chains in the table of nftables.',
    upstream: 'global_parser.c vrrp_nftables_priority_handler',
  }),
  flag('nftables_ifindex', {
    in: at('2.0.11', HERE),
    feature: VRRP,
    example: 'nftables_ifindex',
    doc: 'Writes interface numbers instead of names into link-local rules.',
    upstream: 'global_parser.c vrrp_nftables_ifindex_handler',
  }),
  value('nftables_ipvs', {
    in: at('2.2.2', HERE),
    args: [arg('table', 'string', { maxLength: 254, optional: true, default: 'keepalived_ipvs' })],
    repeat: 'warn-and-ignore',
    feature: LVS,
    bad: FIRST_KEPT,
    example: 'nftables_ipvs keepalived_ipvs',
    doc: 'Marks packets for virtual server groups with nftables, in this table; its priority and first mark must come after it.',
    upstream: 'global_parser.c ipvs_nftables_handler',
  }),
  value('nftables_ipvs_priority', {
    in: at('2.2.2', HERE),
    args: [int('priority', MIN, I32)],
    default: -1,
    feature: LVS,
    bad: IGNORED,
    example: 'nftables_ipvs_priority -10',
    doc: 'Priority of the chains in the table of nftables_ipvs.',
    upstream: 'global_parser.c ipvs_nftables_priority_handler',
  }),
  value('nftables_ipvs_start_fwmark', {
    in: at('2.2.2', HERE),
    args: [int('fwmark', 1, U32)],
    default: 1000,
    feature: LVS,
    bad: IGNORED,
    example: 'nftables_ipvs_start_fwmark 2000',
    doc: 'First firewall mark that nftables_ipvs hands out.',
    upstream: 'global_parser.c ipvs_nftables_start_fwmark_handler',
  }),
  flag('nftables_counters', {
    in: at('2.0.11', HERE),
    feature: '_WITH_NFTABLES_ && (_WITH_VRRP_ || _WITH_LVS_)',
    example: 'nftables_counters',
    doc: 'Adds counters to the rules of nftables.',
    upstream: 'global_parser.c nftables_counters_handler',
  }),
]

import { at } from '../../../define.ts'
import { type Arg, ENTRY, type Row } from '../../../row.ts'
import { again, arg, flag, line, lines, named, option, places, word } from './args.ts'

const HERE = 'vrrp_instance'
const VRRP = '_WITH_VRRP_'

/** Names of address scopes that need no file on the host. */
export const SCOPES = ['global', 'nowhere', 'host', 'link', 'site']

/** Follows the instances of a group; in static lists only. */
export const TRACK_GROUP: Arg = option('trackGroup', ['track_group'], 'ref', {
  to: 'track_group',
  since: '2.0.3',
  notes: 'it must stand further up',
})

/** Does not react when the kernel loses the entry. */
export const NO_TRACK: Arg = word('noTrack', 'no_track', { since: '2.0.3' })

const KERNEL_HEADERS = 'only in builds whose kernel headers know it'

const COMMON: readonly Arg[] = [
  arg('address', 'ip-cidr', {
    first: true,
    exact: true,
    notes: 'IPv4, or with a colon IPv6; without a length the whole address',
  }),
  option('dev', ['dev'], 'interface', { notes: 'a second one loses the address' }),
  ...again(
    option('scope', ['scope'], 'enum', {
      ...named(SCOPES, 0, 255),
      notes: 'IPv4 only; names come from the iproute2 files of the host as well',
    }),
    option('broadcast', ['broadcast', 'brd'], 'ipv4', {
      enum: ['+', '-'],
      exact: true,
      notes:
        'an IPv4 address, or since 1.3.7 + for all host bits set and - for all clear, with a prefix of at most 30; IPv4 only',
    }),
    option('label', ['label'], 'string', { maxLength: 15, notes: 'IPv4 only; a longer one loses the address' }),
  ),
  option('peer', ['peer'], 'ip', {
    since: '2.0.0',
    exact: true,
    notes: 'of the same family, without a length; the address then stands alone',
  }),
  ...again(
    word('home', 'home', { since: '1.3.6' }),
    word('dad', '-nodad', { since: '1.3.6', notes: 'leaves duplicate address detection on; the dash is part of the word' }),
    word('mngtmpaddr', 'mngtmpaddr', { since: '1.3.6', notes: KERNEL_HEADERS }),
    word('noprefixroute', 'noprefixroute', { since: '1.3.6', notes: KERNEL_HEADERS }),
    word('autojoin', 'autojoin', { since: '1.3.6', notes: KERNEL_HEADERS }),
    NO_TRACK,
    option('preferredLft', ['preferred_lft'], 'enum', {
      enum: ['forever'],
      min: 0,
      max: 4294967295,
      unit: 's',
      since: '2.0.20',
      notes: 'for IPv6, where a /128 has 0 and anything else forever; without effect on IPv4',
    }),
  ),
]

const EARLY_NO_TRACK = word('noTrackEarly', 'no-track', { since: '2.0.0', until: '2.0.2', notes: 'then no_track' })
const STATIC_ARGS: readonly Arg[] = [...COMMON, TRACK_GROUP, EARLY_NO_TRACK]
const VIRTUAL_ARGS: readonly Arg[] = [...COMMON, ...again(word('useVmac', 'use_vmac', { since: '2.2.0' })), EARLY_NO_TRACK]

const BAD =
  'a bad address, interface, label or broadcast, or an option without its value, loses the line; an unknown word is reported and skipped'

/** Addresses: those that stay, those that move with an instance, and how they behave there. */
export const ADDRESS_ROWS: readonly Row[] = [
  lines('static_ipaddress', {
    in: at('1.1.0', ''),
    extra: 'error',
    feature: VRRP,
    bad: 'each entry is judged on its own',
    example: 'static_ipaddress {\n  192.0.2.1/24 dev eth0 scope global\n}',
    doc: 'Addresses that keepalived sets up at the start and leaves alone after that, one a line.',
    upstream: 'vrrp_parser.c static_addresses_handler',
  }),
  line(ENTRY, {
    in: at('1.1.0', 'static_ipaddress'),
    args: STATIC_ARGS,
    extra: 'error',
    feature: VRRP,
    bad: `${BAD}; without dev the default_interface must exist`,
    example: '192.0.2.1/24 brd + dev eth0 label eth0:1',
    doc: 'One address, its length, and options in any order.',
    upstream: 'vrrp_ipaddress.c alloc_ipaddress',
  }),
  lines('virtual_ipaddress', {
    in: at('0.5.3', HERE),
    extra: 'error',
    feature: VRRP,
    bad: 'one of the other family, or (since 2.3.3) a second time the same, is reported and left out',
    example: 'virtual_ipaddress {\n  192.0.2.10/24 dev eth0\n}',
    doc: 'Addresses that the master holds and names in its adverts, one a line; what does not fit into an advert counts as excluded.',
    upstream: 'vrrp_parser.c vrrp_vip_handler',
  }),
  lines('virtual_ipaddress_excluded', {
    in: at('0.5.9', HERE),
    extra: 'error',
    feature: VRRP,
    bad: 'one already there on the same interface is reported and left out (since 2.3.3)',
    example: 'virtual_ipaddress_excluded {\n  2001:db8::10/64 dev eth0\n}',
    doc: 'Addresses that the master holds but does not name in its adverts, of either family, one a line.',
    upstream: 'vrrp_parser.c vrrp_evip_handler',
  }),
  line(ENTRY, {
    in: places({ [`${HERE}/virtual_ipaddress`]: '0.5.3', [`${HERE}/virtual_ipaddress_excluded`]: '0.5.9' }),
    args: VIRTUAL_ARGS,
    extra: 'error',
    feature: VRRP,
    bad: BAD,
    example: '192.0.2.10/24 brd 192.0.2.255 dev eth0 scope link label eth0:1',
    doc: 'One address, its length, and options in any order.',
    upstream: 'vrrp_ipaddress.c alloc_ipaddress',
  }),
  flag('no_virtual_ipaddress', {
    in: at('2.2.8', HERE),
    feature: VRRP,
    example: 'no_virtual_ipaddress',
    doc: 'Says that the instance has no address on purpose.',
    upstream: 'vrrp_parser.c vrrp_no_vip_handler',
  }),
  flag('promote_secondaries', {
    in: at('1.3.0', HERE),
    feature: VRRP,
    example: 'promote_secondaries',
    doc: 'Keeps the other addresses of a subnet when the first one is taken away.',
    upstream: 'vrrp_parser.c vrrp_promote_secondaries_handler',
  }),
  flag('accept', {
    in: at('1.2.17', HERE),
    default: { derived: 'on, but off for strict instances whose priority is not 255' },
    feature: VRRP,
    bad: 'words behind it are ignored; the later of accept and no_accept counts',
    example: 'accept',
    doc: 'Lets a master that does not own the addresses take packets for them.',
    upstream: 'vrrp_parser.c vrrp_accept_handler',
  }),
  flag('no_accept', {
    in: at('1.3.0', HERE),
    default: { derived: 'the opposite of accept' },
    feature: '_WITH_VRRP_ && _WITH_FIREWALL_',
    bad: 'words behind it are ignored; the later of accept and no_accept counts',
    example: 'no_accept',
    doc: 'Blocks packets for the addresses on a master that does not own them.',
    upstream: 'vrrp_parser.c vrrp_no_accept_handler',
  }),
]

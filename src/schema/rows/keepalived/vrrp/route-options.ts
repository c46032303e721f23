import type { Arg } from '../../../row.ts'
import { NO_TRACK, SCOPES } from './addresses.ts'
import { again, arg, cNumberUpTo, named, option, U32, upTo, word } from './args.ts'

/** Everything but `to`, `src`, `via`, `dev`, `table`, `scope`, `metric` and `or` came with the rewrite of routes. */
const SINCE = '1.2.24'

const LOCK = word('lock', 'lock')
const NOTATION = '0x is hexadecimal, other digits decimal'
const LABEL = cNumberUpTo(1048575)
const U64 = upTo('18446744073709551615')

const u32 = (name: string, literal: readonly string[] = [name]): Arg =>
  option(name, literal, 'int', { min: 0, max: U32, since: SINCE })

/** A metric that may be locked: `mtu lock 1400`. */
const lockable = (name: string, of: Arg): Arg => option(name, [name], 'options', { options: [LOCK, of], since: SINCE })

const lockableNumber = (name: string): Arg => lockable(name, arg('value', 'int', { min: 0, max: U32 }))

const lockableTime = (name: string, literal: string, step: string): Arg => ({
  ...lockable(
    name,
    arg('value', 'string', {
      pattern:
        '^[ \\t]*\\+?(?:\\d+|(?:\\d+\\.?\\d{0,3}|\\.\\d{1,3})(?:[sS]|[sS][eE][cC][sS]?)|\\d+\\.?[mM](?:[sS]|[sS][eE][cC][sS]?))$',
      says: 'a time such as 300ms, 1.5s or a number of its own unit',
      notes: `from 200 ms to 120 s: a number of ${step}, with s (three decimals) or ms behind it of those; sec, secs, msec, msecs too`,
    }),
  ),
  literal: [literal],
})

/** A gateway; `inet` and `inet6` only say again what the address shows. */
const gateway = (literal: readonly string[], more: Partial<Arg> = {}): Arg =>
  option('via', literal, 'options', {
    options: [word('inet', 'inet'), word('inet6', 'inet6'), arg('address', 'ip', { exact: true })],
    ...more,
  })

const REALM = `${cNumberUpTo(255)}|[^-+\\d/][^/]*`
/** A word that begins with a digit is a number; others are names of the host. */
export const REALMS_PATTERN = {
  pattern: `^(?:${REALM})(?:/(?:${REALM}))?$`,
  says: 'a realm, or two with a slash between; numbers from 0 to 255',
}

const REALMS = option('realms', ['realms'], 'string', {
  ...REALMS_PATTERN,
  since: SINCE,
  notes: 'IPv4 only; a name or 0..255, twice with a slash between',
})

const tunnel = (ip: 'ipv4' | 'ipv6', tos: string, ttl: string): readonly Arg[] => [
  option('id', ['id'], 'string', {
    pattern: `^[ \\t]*\\+?${U64}$`,
    says: 'a number of up to 64 bits',
    notes: 'a number of up to 64 bits',
  }),
  option('dst', ['dst'], ip, { exact: true }),
  option('src', ['src'], ip, { exact: true }),
  option(tos, [tos], 'enum', named(['default'], 0, 255)),
  option(ttl, [ttl], 'int', { min: 0, max: 255 }),
  option('flags', ['flags'], 'int', { min: 0, max: 65535 }),
]

const ENCAP = option('encap', ['encap'], 'options', {
  since: SINCE,
  notes: 'one of them; a bad one is reported, yet the route is kept',
  options: [
    option('ip', ['ip'], 'options', { options: tunnel('ipv4', 'tos', 'ttl'), notes: 'dst or id is needed' }),
    option('ip6', ['ip6'], 'options', { options: tunnel('ipv6', 'tc', 'hoplimit'), notes: 'dst or id is needed' }),
    option('mpls', ['mpls'], 'string', {
      pattern: `^[ \\t]*${LABEL}(?:/${LABEL})?$`,
      missing: 'error',
      says: 'labels of 0 to 1048575 with a slash between',
      notes: 'labels of 0..1048575 with a slash between',
    }),
    option('ila', ['ila'], 'string', {
      pattern: '^[ \\t]*0*[0-9a-fA-F]{1,4}(?::0*[0-9a-fA-F]{1,4}){3}$',
      missing: 'error',
      says: 'four groups of hexadecimal digits with colons between',
      notes: 'four groups of hexadecimal digits with colons between',
    }),
  ],
})

const NEXTHOP = option('nexthop', ['nexthop'], 'options', {
  since: SINCE,
  repeatable: true,
  ends: true,
  notes: 'the last part of the line',
  options: again(
    gateway(['via']),
    option('dev', ['dev'], 'interface'),
    option('weight', ['weight'], 'int', { min: 1, max: 256 }),
    word('onlink', 'onlink'),
    ENCAP,
    REALMS,
  ),
})

/** What stands for a destination; the words have no family and must come before anything that fixes it. */
export const PREFIX_WORDS = ['default', 'any', 'all', 'default6']
export const PREFIX = 'an address with or without a length, default, any or all'

const TYPES = 'unicast local broadcast brd multicast throw unreachable prohibit blackhole nat anycast xresolve'.split(' ')

/** The words of a route, in any order but for nexthop, which ends the line. */
export const ROUTE_ARGS: readonly Arg[] = again(
  arg('type', 'enum', {
    enum: TYPES,
    min: 0,
    max: 255,
    optional: true,
    notes: 'right before the destination, without to; up to 1.2.23 only blackhole, since 1.1.16',
  }),
  arg('destination', 'ip-cidr', {
    enum: PREFIX_WORDS,
    exact: true,
    literal: ['to'],
    missing: 'error',
    bare: true,
    notes: `${PREFIX}; default6 is out of date`,
  }),
  option('src', ['src'], 'ip', { exact: true }),
  gateway(['via', 'gw'], { outOfDate: { gw: 'Write `via`.' }, notes: 'gw is reported as out of date' }),
  option('from', ['from'], 'ip-cidr', { exact: true, since: SINCE, notes: 'IPv6 only' }),
  option('as', ['as'], 'options', {
    since: SINCE,
    unsupported: true,
    notes: 'reported as not supported, the route is kept',
    options: [option('to', ['to'], 'string', { bare: true })],
  }),
  option('tos', ['tos', 'dsfield'], 'enum', {
    ...named(['default'], 0, 255),
    since: SINCE,
    notes: `a name of the host, or a number: ${NOTATION}`,
  }),
  option('table', ['table'], 'enum', { ...named(['default', 'main', 'local'], 0, U32), default: 'main' }),
  option('vrf', ['vrf'], 'interface', {
    since: '2.2.5',
    feature: '_HAVE_VRF_',
    notes: 'sets the table; the later of vrf and table counts',
  }),
  option('protocol', ['protocol'], 'enum', {
    ...named(['kernel', 'boot', 'static'], 0, 255),
    since: SINCE,
    default: 18,
    notes: 'a name of the host or a number; other than 18 only with no_track',
  }),
  option('scope', ['scope'], 'enum', { ...named(SCOPES, 0, 255), default: 'global' }),
  option('metric', ['metric', 'priority', 'preference'], 'int', {
    min: 0,
    max: U32,
    notes: 'priority and preference since 1.2.24',
  }),
  option('dev', ['dev', 'oif'], 'interface'),
  word('onlink', 'onlink', { since: SINCE }),
  ENCAP,
  { ...u32('expires'), unit: 's', notes: 'IPv6 only' },
  lockableNumber('mtu'),
  option('hoplimit', ['hoplimit'], 'int', { min: 0, max: 255, since: SINCE }),
  lockableNumber('advmss'),
  lockableTime('rtt', 'rtt', 'eighths of a millisecond'),
  lockableTime('rttvar', 'rttvar', 'quarters of a millisecond'),
  lockableNumber('reordering'),
  u32('window'),
  lockableNumber('cwnd'),
  lockableNumber('ssthresh'),
  REALMS,
  lockableTime('rtoMin', 'rto_min', 'milliseconds'),
  u32('initcwnd'),
  u32('initrwnd'),
  option('features', ['features'], 'enum', { enum: ['ecn'], since: SINCE }),
  option('quickack', ['quickack'], 'int', { min: 0, max: 1, since: SINCE }),
  lockable('congctl', arg('name', 'string')),
  option('pref', ['pref'], 'enum', { enum: ['low', 'medium', 'high'], min: 0, max: 255, since: SINCE, notes: 'IPv6 only' }),
  option('ttlPropagate', ['ttl-propagate'], 'enum', { enum: ['enabled', 'disabled'], since: '2.0.8' }),
  option('fastopenNoCookie', ['fastopen_no_cookie'], 'int', { min: 0, max: 1, since: '1.4.3' }),
  word('add', 'add', { since: '2.2.5' }),
  word('prepend', 'prepend', { since: '2.2.5', notes: 'the last of add, prepend and append counts; without any, prepend' }),
  word('append', 'append', { since: '2.2.5' }),
  option('or', ['or'], 'ip', {
    exact: true,
    outOfDate: { or: 'Write `nexthop via …` for each gateway.' },
    notes: 'a second gateway; reported as out of date, nexthop takes its place',
  }),
  word('inet', 'inet', { swallows: true, since: SINCE, notes: 'the word behind it is lost' }),
  word('inet6', 'inet6', { swallows: true, since: SINCE, notes: 'the word behind it is lost' }),
  NO_TRACK,
  word('noTrackEarly', 'no-track', { since: '2.0.1', until: '2.0.2', notes: 'then no_track' }),
  NEXTHOP,
)

import type { Arg } from '../../../row.ts'
import { NO_TRACK } from './addresses.ts'
import { again, cNumberUpTo, I32, named, option, U32, upTo, word } from './args.ts'
import { PREFIX, PREFIX_WORDS, REALMS_PATTERN } from './route-options.ts'

/** Rules had `from`, `to` and `table` at first. */
const SINCE = '1.2.24'
const LOOKUP = 'only with a table'
const MARK = cNumberUpTo(U32)

/** As `sscanf` reads it: nothing is looked at behind the second number. */
const TWO_NUMBERS = {
  pattern: '^[ \\t]*[-+]?\\d+-[ \\t]*[-+]?\\d',
  says: 'two numbers with a dash between',
  notes: 'two numbers with a dash between; one alone is refused',
}

/** Exactly one of these, so none may come again. */
const ACTIONS: readonly Arg[] = [
  option('table', ['table', 'lookup'], 'enum', {
    ...named(['default', 'main', 'local'], 1, U32),
    notes: 'an action; lookup since 1.2.24; names come from the iproute2 files of the host as well',
  }),
  word('l3mdev', 'l3mdev', { since: '1.4.3', notes: 'an action, not together with table' }),
  option('goto', ['goto'], 'int', { min: 0, max: U32, since: SINCE, notes: 'an action; needs a preference below the target' }),
  word('nop', 'nop', { since: SINCE, notes: 'an action' }),
  word('blackhole', 'blackhole', { since: SINCE, notes: 'an action' }),
  word('unreachable', 'unreachable', { since: SINCE, notes: 'an action' }),
  word('prohibit', 'prohibit', { since: SINCE, notes: 'an action' }),
]

const MODIFIERS: readonly Arg[] = again(
  word('not', 'not', { since: SINCE }),
  option('from', ['from'], 'ip-cidr', { enum: PREFIX_WORDS, exact: true, notes: PREFIX }),
  option('to', ['to'], 'ip-cidr', { enum: PREFIX_WORDS, exact: true, notes: `${PREFIX}, of the same family as from` }),
  option('tos', ['tos', 'dsfield'], 'enum', { ...named(['default'], 0, 255), since: SINCE }),
  option('fwmark', ['fwmark'], 'string', {
    pattern: `^[ \\t]*\\+?(?:${MARK})?(?:/\\+?(?:${MARK})?)?$`,
    says: 'a mark from 0 to 4294967295, with a slash and a mask if wanted',
    since: SINCE,
    notes: '0..4294967295, with a slash and a mask behind it if wanted; 0x is hexadecimal, a leading 0 octal',
  }),
  option('dev', ['dev', 'iif'], 'interface', { since: SINCE }),
  option('oif', ['oif'], 'interface', { since: SINCE }),
  option('tunnelId', ['tunnel-id'], 'string', {
    pattern: `^[ \\t]*\\+?(?:${upTo('18446744073709551615')})?$`,
    says: 'a number of up to 64 bits',
    since: SINCE,
    notes: 'a number of up to 64 bits',
  }),
  option('uidrange', ['uidrange'], 'string', { ...TWO_NUMBERS, since: '1.3.5' }),
  option('ipproto', ['ipproto'], 'enum', {
    ...named(['tcp', 'udp', 'icmp'], 0, 255),
    max: 255,
    since: '2.0.1',
    notes: 'a protocol name of the host or a number',
  }),
  option('sport', ['sport'], 'string', { ...TWO_NUMBERS, since: '2.0.1' }),
  option('dport', ['dport'], 'string', { ...TWO_NUMBERS, since: '2.0.1' }),
  option('preference', ['preference', 'order', 'priority'], 'int', {
    number: 'c',
    min: 0,
    max: U32,
    since: SINCE,
    notes: 'without it one is given, down from 16384, and that is reported; 0x is hexadecimal, a leading 0 octal',
  }),
  option('protocol', ['protocol'], 'int', {
    min: 0,
    max: 255,
    default: 18,
    since: '2.0.1',
    notes: 'other than 18 only with no_track',
  }),
  option('realms', ['realms'], 'string', {
    ...REALMS_PATTERN,
    since: SINCE,
    notes: `IPv4 only, ${LOOKUP}; a name or 0..255, twice with a slash between`,
  }),
  option('suppressPrefixlength', ['suppress_prefixlength', 'sup_pl'], 'int', { min: 0, max: I32, since: SINCE, notes: LOOKUP }),
  option('suppressIfgroup', ['suppress_ifgroup', 'sup_group'], 'enum', {
    ...named(['default'], 0, I32),
    since: SINCE,
    notes: `${LOOKUP}; a group name of the host or a number`,
  }),
  word('type', 'type', { since: SINCE, notes: 'may introduce one of the actions that follow' }),
  word('inet', 'inet', { swallows: true, since: '2.0.1', notes: 'the word behind it is lost' }),
  word('inet6', 'inet6', { swallows: true, since: '2.0.1', notes: 'the word behind it is lost' }),
  NO_TRACK,
  word('noTrackEarly', 'no-track', { since: '2.0.1', until: '2.0.2', notes: 'then no_track' }),
)

/** The words of a rule, in any order; exactly one action. */
export const RULE_ARGS: readonly Arg[] = [...MODIFIERS, ...ACTIONS]

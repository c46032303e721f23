import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { arg, block, IGNORED, int, value } from './args.ts'

const OLD = 'vrrp_instance/authentication'
const HMAC = 'vrrp_instance/auth_hmac'
const feature = '_WITH_VRRP_ && _WITH_VRRP_AUTH_'

/** Authentication of adverts. */
export const AUTH_ROWS: readonly Row[] = [
  block('authentication', {
    in: at('0.5.3', 'vrrp_instance'),
    repeat: 'last-wins',
    merge: true,
    feature,
    bad: 'words behind it are ignored',
    example: 'authentication {\n  auth_type PASS\n  auth_pass 1111\n}',
    doc: 'Authentication of version 2; several blocks are read as one.',
    upstream: 'vrrp_parser.c init_vrrp_keywords',
  }),
  value('auth_type', {
    in: at('0.5.3', OLD),
    args: [arg('type', 'enum', { enum: ['PASS', 'AH'] })],
    feature,
    bad: IGNORED,
    example: 'auth_type PASS',
    doc: 'Plain password, or IPsec authentication header.',
    upstream: 'vrrp_parser.c vrrp_auth_type_handler',
  }),
  value('auth_pass', {
    in: at('0.5.3', OLD),
    args: [arg('password', 'string', { maxLength: 8, secret: true })],
    feature,
    bad: 'more than 8 bytes are reported and cut; only the first word counts',
    example: 'auth_pass 1111',
    doc: 'Password of the members; # and ! in it need quotes.',
    upstream: 'vrrp_parser.c vrrp_auth_pass_handler',
  }),
  block('auth_hmac', {
    in: at('2.4.0', 'vrrp_instance'),
    merge: true,
    feature,
    bad: 'without an active key that exists it is dropped',
    example: 'auth_hmac {\n  key 1 0123456789abcdef0123456789abcdef\n  active_key 1\n}',
    doc: 'Authentication of adverts by keyed hashes; several blocks are read as one.',
    upstream: 'vrrp_parser.c vrrp_auth_hmac_handler',
  }),
  value('key', {
    in: at('2.4.0', HMAC),
    args: [
      int('id', 1, 255),
      arg('secret', 'string', {
        secret: true,
        notes:
          'hex: and digits, file: and a path, or plain text; 32 to 64 bytes of key; a file that others may read ends -t with 6',
      }),
    ],
    repeat: 'accumulate',
    missing: 'error',
    feature,
    bad: 'a bad or used id, a bad length or bad digits are reported and the key is not added',
    example: 'key 1 0123456789abcdef0123456789abcdef',
    doc: 'One key and its number.',
    upstream: 'vrrp_parser.c vrrp_auth_hmac_key_handler',
  }),
  value('active_key', {
    in: at('2.4.0', HMAC),
    args: [int('id', 1, 255)],
    feature,
    bad: IGNORED,
    example: 'active_key 1',
    doc: 'Number of the key with which this router signs; it has to be given.',
    upstream: 'vrrp_parser.c vrrp_auth_hmac_active_key_handler',
  }),
  value('time_window', {
    in: at('2.4.0', HMAC),
    args: [int('seconds', 1, 300, { unit: 's' })],
    default: { derived: 'three times advert_int, from 5 to 300, in time mode' },
    feature,
    bad: IGNORED,
    example: 'time_window 30',
    doc: 'Seconds by which the clock of a sender may differ.',
    upstream: 'vrrp_parser.c vrrp_auth_hmac_window_handler',
  }),
  value('anti_replay', {
    in: at('2.4.0', HMAC),
    args: [arg('mode', 'enum', { enum: ['time', 'monotonic'] })],
    default: 'time',
    feature,
    bad: IGNORED,
    example: 'anti_replay monotonic',
    doc: 'How repeated adverts are told: by the clock, or by a number that only grows.',
    upstream: 'vrrp_parser.c vrrp_auth_hmac_anti_replay_handler',
  }),
  value('mode', {
    in: at('2.4.0', HMAC),
    args: [arg('mode', 'enum', { enum: ['enforce', 'permissive', 'receive-only'], notes: 'receive-only since 2.4.2' })],
    default: 'enforce',
    feature,
    bad: `${IGNORED}; strict mode forces enforce`,
    example: 'mode permissive',
    doc: 'What happens to adverts without a valid hash, and whether this router signs its own.',
    upstream: 'vrrp_parser.c vrrp_auth_hmac_mode_handler',
  }),
]

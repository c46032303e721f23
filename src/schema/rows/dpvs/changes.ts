import type { Arg } from '../../row.ts'
import { FORWARDING, SCHEDULER } from '../keepalived/args.ts'
import { SERVER, SERVICE } from '../keepalived/places.ts'
import { arg, type Change, UDP } from './args.ts'
import { VRRP_CHANGES } from './vrrp-changes.ts'

/** Keywords that DPVS took over from versions after its base; without a keyword: all of a block. */
export const BACKPORTS: readonly { readonly path: string; readonly keyword?: string; readonly since: string }[] = [
  { path: SERVICE, keyword: 'mh-port', since: '1.8.8' },
  { path: SERVICE, keyword: 'mh-fallback', since: '1.8.8' },
  { path: SERVER, keyword: 'UDP_CHECK', since: '1.8.12' },
  { path: UDP, since: '1.8.12' },
]

/** Arguments that came and went between the two bases: `no-track` became `no_track` in 2.0.3. */
export const GONE: readonly string[] = ['noTrackEarly']

const BAD_TIME = 'it is reported and not used under -t; trailing text is tolerated at run time'
const BAD_METHOD = 'a bad word is reported, and the method is undefined then; a bad tunnel is reported and the line dropped'

/** FNAT and SNAT are what DPVS adds. */
const METHODS: readonly Arg[] = FORWARDING.map((one) =>
  one.name === 'method' ? { ...one, enum: ['NAT', 'DR', 'TUN', 'FNAT', 'SNAT'] } : one,
)

const SCHEDULERS: readonly Arg[] = [
  {
    ...SCHEDULER,
    enum: ['rr', 'wrr', 'lc', 'wlc', 'lblc', 'sh', 'mh', 'dh', 'fo', 'ovf', 'lblcr', 'sed', 'nq', 'conhash'],
    notes: 'conhash belongs to DPVS',
  },
]

const weight = (min: number): readonly Arg[] => [arg('weight', 'int', { min, max: 65535, number: 'lenient' })]

const LITERAL = 'the words are sent or compared as they stand, not as hexadecimal digits'

/** By place and keyword; of a keyword in several places, one of them. */
export const CHANGES: Readonly<Record<string, Change>> = {
  ...VRRP_CHANGES,
  '|virtual_server': {
    alternatives: [
      [
        {
          ...arg('fwmark', 'int', { min: 0, max: 4294967295, number: 'lenient', literal: ['fwmark'] }),
          notes: 'read, not supported',
        },
      ],
      [arg('group', 'ref', { to: 'virtual_server_group', literal: ['group'] })],
      [arg('match', 'string', { literal: ['match'], notes: 'a label of an SNAT service; it is not stored' })],
    ],
    doc: 'A service with its real servers, by address and port, group, or (for SNAT) by what packets match.',
  },
  'virtual_server_group|(entry)': { bad: 'it is reported and skipped, also an address of the other family' },
  [`${SERVICE}|delay_before_retry`]: { bad: BAD_TIME },
  [`${SERVICE}|warmup`]: { bad: BAD_TIME },
  [`${SERVICE}|connect_timeout`]: { bad: BAD_TIME },
  [`${SERVICE}|delay_loop`]: { bad: BAD_TIME },
  [`${SERVICE}|lb_algo`]: { args: SCHEDULERS, example: 'lb_algo conhash' },
  [`${SERVICE}|lvs_sched`]: { args: SCHEDULERS, example: 'lvs_sched conhash' },
  [`${SERVICE}|lb_kind`]: { args: METHODS, bad: BAD_METHOD, example: 'lb_kind FNAT' },
  [`${SERVICE}|lvs_method`]: { args: METHODS, bad: BAD_METHOD, example: 'lvs_method FNAT' },
  [`${SERVICE}|sorry_server_lvs_method`]: { args: METHODS, bad: BAD_METHOD, example: 'sorry_server_lvs_method FNAT' },
  [`${SERVER}|lvs_method`]: { args: METHODS, bad: BAD_METHOD, example: 'lvs_method FNAT' },
  [`${SERVICE}|hashed`]: {
    drop: ['deprecated'],
    bad: 'words behind it are ignored',
    doc: 'Sets the flag of a scheduler that spreads connections by a hash.',
  },
  [`${SERVICE}|ops`]: { feature: 'kernel headers with one-packet scheduling' },
  [`${SERVICE}|persistence_engine`]: { feature: 'kernel headers with persistence engines' },
  [`${SERVICE}|persistence_timeout`]: {
    args: [arg('timeout', 'int', { min: 1, max: 4294967295, unit: 's', number: 'strict', default: 360, optional: true })],
  },
  [`${SERVICE}|persistence_granularity`]: { bad: 'it is reported and ignored, also a mask with holes; 24 is read as 0.0.0.24' },
  [`${SERVICE}|protocol`]: {
    args: [arg('protocol', 'enum', { enum: ['TCP', 'UDP', 'SCTP', 'ICMP', 'ICMPV6'], caseInsensitive: true })],
    doc: 'Transport protocol of the service; ICMP and ICMPV6 are for SNAT.',
  },
  [`${SERVICE}|virtualhost`]: { drop: ['repeatReported'] },
  [`${SERVICE}/real_server/HTTP_GET/url|path`]: { drop: ['repeatReported'], bad: 'words beyond it are ignored' },
  [`${SERVICE}|weight`]: { args: weight(1) },
  [`${SERVER}|weight`]: { args: weight(0) },
  [`${SERVICE}|nat_mask`]: { bad: 'it is dropped' },
  [`${UDP}|payload`]: {
    args: [arg('text', 'string', { variadic: true })],
    bad: LITERAL,
    doc: 'Text of the datagram; unlike in keepalived it is not read as hexadecimal digits.',
  },
  [`${UDP}|require_reply`]: {
    args: [arg('text', 'string', { optional: true, variadic: true })],
    bad: LITERAL,
    doc: 'A reply is needed; with words one that starts so, which are not read as hexadecimal digits.',
  },
}

import type { Arg } from '../../row.ts'

export const SCHEDULER: Arg = {
  name: 'scheduler',
  type: 'enum',
  enum: ['rr', 'wrr', 'lc', 'wlc', 'lblc', 'sh', 'mh', 'dh', 'fo', 'ovf', 'lblcr', 'sed', 'nq', 'twos'],
  notes: 'fo, ovf and mh since 2.0.7, twos since 2.2.5',
}

/** Forwarding method and tunnel. The port belongs to gue alone; ipip takes no csum or remcsum, gre no remcsum. */
export const FORWARDING: readonly Arg[] = [
  { name: 'method', type: 'enum', enum: ['NAT', 'DR', 'TUN'] },
  {
    name: 'type',
    type: 'enum',
    enum: ['ipip', 'gue', 'gre'],
    default: 'ipip',
    notes: 'since 2.0.18',
    feature: 'IPVS_TUN_TYPE (gre: IPVS_TUN_GRE)',
    optional: true,
    literal: ['type'],
    missing: 'error',
  },
  { name: 'port', type: 'port', min: 1, max: 65535, number: 'strict', optional: true, literal: ['port'], missing: 'error' },
  {
    name: 'checksum',
    type: 'enum',
    enum: ['nocsum', 'csum', 'remcsum'],
    default: 'nocsum',
    feature: 'IPVS_TUN_CSUM',
    optional: true,
  },
]

/** What a bad forwarding line leaves behind. */
export const BAD_FORWARDING = 'a bad word or combination is reported and the line dropped, but a good method before it stays'

/** A script, and the account that it runs as. */
export const SCRIPT: readonly Arg[] = [
  { name: 'script', type: 'command' },
  { name: 'user', type: 'user', optional: true },
  { name: 'group', type: 'group', optional: true },
]

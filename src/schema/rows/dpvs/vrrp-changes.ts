import type { Arg } from '../../row.ts'
import { arg, type Change } from './args.ts'

const seconds = (max: number): readonly Arg[] => [arg('seconds', 'decimal', { min: 0, max, unit: 's', number: 'float' })]
const wholeSeconds: readonly Arg[] = [arg('seconds', 'int', { min: 1, max: 4294, unit: 's', number: 'lenient' })]
const milliseconds = (min: number): readonly Arg[] => [
  arg('milliseconds', 'int', {
    min,
    max: 4294967,
    unit: 'ms',
    number: 'strict',
    notes: 'more than 10000 is remarked on in the log',
  }),
]

/** A name that later versions changed is the only one here. */
const rlimit = (process: string): Change => ({
  drop: ['deprecated'],
  bad: 'reported, the limit becomes 0',
  doc: `Microseconds of CPU time the ${process} process may use in one go under real-time scheduling.`,
})

/** An interface name without the word `name`, which 2.3.0 brought. */
const NAME = arg('name', 'interface', { optional: true, maxLength: 15, notes: 'no slash, colon or blank' })

/** Where the VRRP side of keepalived 2.0.19 differs from today's by more than a missing keyword or argument. */
export const VRRP_CHANGES: Readonly<Record<string, Change>> = {
  'global_defs|lvs_process_name': { drop: ['deprecated'] },
  'global_defs|lvs_flush_onstop': {
    drop: ['deprecated'],
    doc: 'Clears the IPVS services in one go at the end; with VS only those of the configuration.',
  },
  'global_defs|vrrp_rlimit_rtime': rlimit('vrrp'),
  'global_defs|checker_rlimit_rtime': rlimit('checker'),
  'global_defs|bfd_rlimit_rtime': rlimit('bfd'),
  'global_defs|lvs_sync_daemon': {
    args: [
      arg('interface', 'interface', { maxLength: 15 }),
      arg('inst', 'ref', { to: 'vrrp_instance', optional: true }),
      arg('id', 'int', { min: 0, max: 255, number: 'strict', literal: ['id'], bare: true, optional: true }),
      arg('maxlen', 'int', { min: 1, max: 65507, number: 'strict', literal: ['maxlen'], optional: true, since: '1.8.2' }),
      arg('port', 'int', { min: 1, max: 65535, number: 'strict', literal: ['port'], optional: true, since: '1.8.2' }),
      arg('ttl', 'int', { min: 1, max: 255, number: 'strict', literal: ['ttl'], optional: true, since: '1.8.2' }),
      arg('group', 'ip', { literal: ['group'], optional: true, since: '1.8.2', notes: 'a multicast address' }),
    ],
    example: 'lvs_sync_daemon eth0 VI_1 id 11 maxlen 1400 port 8848 ttl 32 group 224.0.0.81',
  },
  '|vrrp_track_file': {
    drop: ['deprecated'],
    doc: 'A file whose number instances add to their priority; it must stand before them.',
  },
  'garp_group|garp_interval': { args: seconds(2147.483647) },
  'garp_group|gna_interval': { args: seconds(2147.483647) },
  'vrrp_script|interval': { args: wholeSeconds },
  'vrrp_script|timeout': { args: wholeSeconds },
  'bfd_instance|min_rx': { args: milliseconds(1) },
  'bfd_instance|min_tx': { args: milliseconds(1) },
  'bfd_instance|idle_tx': { args: milliseconds(1000) },
  'vrrp_instance|use_vmac': { args: [NAME], shape: 'object' },
  'vrrp_instance/unicast_peer|(entry)': {
    bad: 'a bad address loses the peer',
    example: '192.0.2.2',
    doc: 'One peer, by its address.',
  },
}

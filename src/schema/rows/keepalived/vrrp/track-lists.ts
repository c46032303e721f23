import { at } from '../../../define.ts'
import { type Arg, ENTRY, type Row } from '../../../row.ts'
import { arg, flag, line, lines, option, places, REVERSE, word } from './args.ts'

const VRRP = '_WITH_VRRP_'
const NOREVERSE = word('noreverse', 'noreverse', {
  since: '2.0.18',
  after: 'weight',
  last: true,
  notes: 'only directly after the weight',
})

const weight = (limit: number, more: Partial<Arg> = {}): Arg =>
  option('weight', ['weight'], 'int', { min: -limit, max: limit, ...more })

interface Tracked {
  readonly of: string
  readonly since: Readonly<Record<string, string>>
  readonly name: Arg
  readonly weight: Arg
  readonly reverse: readonly Arg[]
  readonly feature: string
  readonly bad: string
  readonly upstream: string
}

/** A list of tracked things and its entries, in an instance and in a sync group. */
const trackRows = (keyword: string, tracked: Tracked): readonly Row[] => [
  lines(keyword, {
    in: places(tracked.since),
    extra: 'error',
    feature: tracked.feature,
    bad: 'each entry is judged on its own',
    example: `${keyword} {\n  ${keyword === 'track_interface' ? 'eth1' : 'check'} weight 10\n}`,
    doc: `${tracked.of} that decide whether this may be master, one a line: without a weight a failure means the fault state.`,
    upstream: `vrrp_parser.c vrrp_${keyword}_handler, vrrp_group_${keyword}_handler`,
  }),
  line(ENTRY, {
    in: places(Object.fromEntries(Object.entries(tracked.since).map(([path, since]) => [`${path}/${keyword}`, since]))),
    args: [tracked.name, tracked.weight, ...tracked.reverse],
    extra: 'error',
    feature: tracked.feature,
    bad: tracked.bad,
    example: `${keyword === 'track_interface' ? 'eth1' : 'check'} weight -20 reverse`,
    doc: 'Name of what is tracked, what it adds to the priority while it works (or, if negative, takes while it fails), and reverse.',
    upstream: tracked.upstream,
  }),
]

const EARLIER = 'one that is not declared further up is reported and left out'

/** Lists of tracked things. */
export const TRACK_LIST_ROWS: readonly Row[] = [
  flag('dont_track_primary', {
    in: at('1.1.8', 'vrrp_instance'),
    feature: VRRP,
    example: 'dont_track_primary',
    doc: 'Stays in its state while the interface of the instance itself is down.',
    upstream: 'vrrp_parser.c vrrp_dont_track_handler',
  }),
  flag('linkbeat_use_polling', {
    in: at('2.0.0', 'vrrp_instance'),
    deprecated: 'linkbeat_interfaces',
    feature: '_WITH_VRRP_ && _WITH_LINKBEAT_',
    bad: 'always reported as out of date',
    example: 'linkbeat_use_polling',
    doc: 'Learns the link state of the interface of the instance by polling it.',
    upstream: 'vrrp_parser.c vrrp_linkbeat_handler',
  }),
  ...trackRows('track_interface', {
    of: 'Interfaces',
    since: { vrrp_sync_group: '2.0.0', vrrp_instance: '1.0.1' },
    name: arg('name', 'interface'),
    weight: weight(253, { default: 0, notes: '254 either way is reported and becomes 253' }),
    reverse: [REVERSE],
    feature: VRRP,
    bad: 'an unknown interface, a second time the same or an unknown option is reported and left out; a bad weight becomes 0',
    upstream: 'vrrp_track.c alloc_track_if',
  }),
  ...trackRows('track_script', {
    of: 'Scripts',
    since: { vrrp_sync_group: '2.0.0', vrrp_instance: '1.1.13' },
    name: arg('name', 'ref', { to: 'vrrp_script' }),
    weight: weight(253, { notes: 'without it that of the vrrp_script; 254 either way is reported and becomes 253' }),
    reverse: [REVERSE, NOREVERSE],
    feature: VRRP,
    bad: `${EARLIER}, so are unknown options; for a bad weight that of the script counts`,
    upstream: 'vrrp_track.c alloc_track_script',
  }),
  ...trackRows('track_file', {
    of: 'Files',
    since: { vrrp_sync_group: '2.0.0', vrrp_instance: '2.0.0' },
    name: arg('name', 'ref', { to: 'track_file' }),
    weight: weight(254, { notes: 'without it that of the track_file' }),
    reverse: [REVERSE, NOREVERSE],
    feature: VRRP,
    bad: 'an unknown file makes -t crash once any track_file exists; an unknown word loses the entry, a bad weight only itself',
    upstream: 'track_file.c vrrp_alloc_track_file',
  }),
  ...trackRows('track_process', {
    of: 'Processes',
    since: { vrrp_sync_group: '2.0.11', vrrp_instance: '2.0.11' },
    name: arg('name', 'ref', { to: 'vrrp_track_process' }),
    weight: weight(254, { notes: 'without it that of the vrrp_track_process' }),
    reverse: [REVERSE, NOREVERSE],
    feature: '_WITH_VRRP_ && _WITH_TRACK_PROCESS_',
    bad: `${EARLIER}, and so is every one on a kernel that does not tell about processes; behind the weight an unknown word is reported`,
    upstream: 'vrrp_track.c alloc_track_process',
  }),
  ...trackRows('track_bfd', {
    of: 'BFD sessions',
    since: { vrrp_sync_group: '2.0.0', vrrp_instance: '2.0.0' },
    name: arg('name', 'ref', { to: 'bfd_instance', notes: 'not one that is limited to the checker' }),
    weight: weight(253, { notes: 'without it that of the bfd_instance' }),
    reverse: [REVERSE, NOREVERSE],
    feature: '_WITH_VRRP_ && _WITH_BFD_',
    bad: `${EARLIER}, so are unknown words behind the weight`,
    upstream: 'vrrp_track.c alloc_track_bfd',
  }),
]

import { at } from '../../../define.ts'
import { ENTRY, type Row } from '../../../row.ts'
import { arg, block, flag, line, lines, places } from './args.ts'

const HERE = 'vrrp_sync_group'
const VRRP = '_WITH_VRRP_'
const BAD = 'no name, more than one, one already used, or no group inside is reported and the block is lost'

/** Groups of instances: those that change together, and those that static addresses follow. */
export const SYNC_GROUP_ROWS: readonly Row[] = [
  block(HERE, {
    skipped: true,
    in: at('0.6.1', ''),
    args: [arg('name', 'string')],
    missing: 'error',
    extra: 'error',
    feature: VRRP,
    bad: BAD,
    example: 'vrrp_sync_group VG_1 {\n  group {\n    VI_1\n    VI_2\n  }\n}',
    doc: 'Instances that are master together or not at all.',
    upstream: 'vrrp_parser.c vrrp_sync_group_handler',
  }),
  block('track_group', {
    skipped: true,
    in: at('2.0.3', ''),
    args: [arg('name', 'string')],
    missing: 'error',
    extra: 'error',
    feature: VRRP,
    bad: BAD,
    example: 'track_group TG_1 {\n  group {\n    VI_1\n  }\n}',
    doc: 'Instances that follow when a static address, route or rule is lost; it must stand before the lines that name it.',
    upstream: 'vrrp_parser.c static_track_group_handler',
  }),
  lines('group', {
    in: places({ track_group: '2.0.3', vrrp_sync_group: '0.6.4' }),
    repeat: 'warn-and-ignore',
    extra: 'error',
    feature: VRRP,
    bad: 'an empty list is reported; a second one is too, and the whole block is lost with it',
    example: 'group {\n  VI_1\n  VI_2\n}',
    doc: 'Names of the member instances, which may be declared further down.',
    upstream: 'vrrp_parser.c vrrp_group_handler, static_track_group_group_handler',
  }),
  line(ENTRY, {
    in: places({ 'track_group/group': '2.0.3', 'vrrp_sync_group/group': '0.6.4' }),
    args: [arg('names', 'ref', { to: 'vrrp_instance', variadic: true })],
    feature: VRRP,
    bad: 'an unknown instance is left out: reported in a sync group, logged in a track group',
    example: 'VI_1 VI_2',
    doc: 'One or more instances; blanks and line ends separate them alike.',
    upstream: 'vrrp_parser.c vrrp_group_handler, static_track_group_group_handler',
  }),
  flag('global_tracking', {
    in: at('1.2.3', HERE),
    deprecated: 'sync_group_tracking_weight, or the track lists of the group',
    feature: VRRP,
    bad: 'always reported as out of date',
    example: 'global_tracking',
    doc: 'Shares what the members track among all of them; now the same as sync_group_tracking_weight.',
    upstream: 'vrrp_parser.c vrrp_gglobal_tracking_handler',
  }),
  flag('sync_group_tracking_weight', {
    in: at('2.0.0', HERE),
    feature: VRRP,
    example: 'sync_group_tracking_weight',
    doc: 'Lets trackers of the members and of the group have a weight.',
    upstream: 'vrrp_parser.c vrrp_sg_tracking_weight_handler',
  }),
]

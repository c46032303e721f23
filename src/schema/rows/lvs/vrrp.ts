import { at } from '../../define.ts'
import { ENTRY, type Row } from '../../row.ts'
import { ATOI, arg, BASE, block, COMMAND, flag, int, line, lines, option, seconds, TEXT, value } from './args.ts'

const INSTANCE = 'vrrp_instance'
const SYNC = 'vrrp_sync_group'
const SCRIPT = 'vrrp_script'
const BOTH = [SYNC, INSTANCE]

const WEIGHT = { min: -254, max: 254 }
const TRACK_WEIGHT = option('weight', ['weight'], 'int', { ...WEIGHT, number: 'atoi' })

const notify = (keyword: string, paths: readonly string[], parameters: string, doc: string, upstream: string): Row =>
  value(keyword, {
    in: at(BASE, ...paths),
    args: [COMMAND],
    bad: TEXT,
    example: `${keyword} "/usr/local/bin/state.sh ${parameters}"`,
    doc,
    upstream: `vrrp_parser.c ${upstream}`,
  })

const notifyState = (state: string): Row =>
  notify(
    `notify_${state}`,
    BOTH,
    state,
    `Command for the change to the ${state} state.`,
    `vrrp_notify_${state}_handler, vrrp_gnotify_${state}_handler`,
  )

/** Around the virtual routers: groups that change state together, commands, tracking, scripts. */
export const VRRP_ROWS: readonly Row[] = [
  block(SYNC, {
    in: at(BASE, ''),
    args: [arg('name', 'string')],
    bad: 'a brace glued to the name belongs to the name',
    example: 'vrrp_sync_group VG_1 {\n  group {\n    VI_1\n    VI_2\n  }\n}',
    doc: 'Instances that are master, or are not, together.',
    upstream: 'vrrp_parser.c vrrp_sync_group_handler',
  }),
  lines('group', {
    in: at(BASE, SYNC),
    repeat: 'last-wins',
    bad: 'a brace on a line of its own becomes the name of an instance',
    example: 'group {\n  VI_1\n  VI_2\n}',
    doc: 'Names of the instances of the group.',
    upstream: 'vrrp_parser.c vrrp_group_handler',
  }),
  line(ENTRY, {
    in: at(BASE, `${SYNC}/group`),
    args: [arg('instances', 'ref', { to: INSTANCE, variadic: true })],
    bad: 'any word is taken',
    example: 'VI_1',
    doc: 'One or more names; each word is one.',
    upstream: 'vrrp_parser.c vrrp_group_handler',
  }),
  ...['backup', 'master', 'fault'].map(notifyState),
  notify('notify_stop', [INSTANCE], 'stop', 'Command for the end of keepalived.', 'vrrp_notify_stop_handler'),
  notify(
    'notify',
    BOTH,
    'any',
    'Command for every change of state; it also gets what changed, its name and the new state.',
    'vrrp_notify_handler, vrrp_gnotify_handler',
  ),
  flag('smtp_alert', {
    in: at(BASE, ...BOTH),
    example: 'smtp_alert',
    doc: 'Sends a mail for every change of state.',
    upstream: 'vrrp_parser.c vrrp_smtp_handler, vrrp_gsmtp_handler',
  }),
  lines('track_interface', {
    in: at(BASE, INSTANCE),
    bad: 'each entry is judged on its own',
    example: 'track_interface {\n  eth1 weight -20\n}',
    doc: 'Interfaces that must be up, one a line.',
    upstream: 'vrrp_parser.c vrrp_track_int_handler',
  }),
  line(ENTRY, {
    in: at(BASE, `${INSTANCE}/track_interface`),
    args: [arg('interface', 'interface'), TRACK_WEIGHT],
    default: 0,
    bad: 'an unknown interface is logged and dropped, a weight out of range is logged and becomes 0',
    example: 'eth1 weight -20',
    doc: 'Name of an interface, and what it adds to the priority while it is up (or, if negative, takes while it is down).',
    upstream: 'vrrp_track.c alloc_track',
  }),
  lines('track_script', {
    in: at(BASE, INSTANCE),
    bad: 'a script that does not stand above the instance is logged and dropped',
    example: 'track_script {\n  check_web weight -20\n}',
    doc: 'Scripts whose result counts, one a line; each must stand before the instance.',
    upstream: 'vrrp_parser.c vrrp_track_scr_handler',
  }),
  line(ENTRY, {
    in: at(BASE, `${INSTANCE}/track_script`),
    args: [arg('script', 'ref', { to: SCRIPT }), TRACK_WEIGHT],
    default: { derived: 'the weight of the script' },
    bad: 'an unknown script is logged and dropped; a weight out of range is logged and that of the script counts',
    example: 'check_web weight -20',
    doc: 'Name of a script, and what it adds to the priority while it succeeds (or, if negative, takes while it fails).',
    upstream: 'vrrp_track.c alloc_track_script',
  }),
  block(SCRIPT, {
    in: at(BASE, ''),
    args: [arg('name', 'string')],
    bad: 'a brace glued to the name belongs to the name',
    example: 'vrrp_script check_web {\n  script "/usr/local/bin/check.sh web"\n  interval 2\n  weight -20\n}',
    doc: 'A command that runs again and again for the instances that track it; must stand before them.',
    upstream: 'vrrp_parser.c vrrp_script_handler',
  }),
  value('script', {
    in: at(BASE, SCRIPT),
    args: [COMMAND],
    bad: TEXT,
    example: 'script "/usr/local/bin/check.sh web"',
    doc: 'The command and its parameters; exit status 0 is success.',
    upstream: 'vrrp_parser.c vrrp_vscript_script_handler',
  }),
  value('interval', {
    in: at(BASE, SCRIPT),
    args: [seconds('interval')],
    default: 1,
    bad: ATOI,
    example: 'interval 2',
    doc: 'Seconds between two runs.',
    upstream: 'vrrp_parser.c vrrp_vscript_interval_handler',
  }),
  value('weight', {
    in: at(BASE, SCRIPT),
    args: [int('weight', WEIGHT)],
    default: 0,
    bad: `${ATOI} here`,
    example: 'weight -20',
    doc: 'What success adds to the priority, or failure takes if negative; with 0 a failure means the fault state.',
    upstream: 'vrrp_parser.c vrrp_vscript_weight_handler',
  }),
  value('rise', {
    in: at(BASE, SCRIPT),
    args: [int('count', { min: 1 })],
    default: 1,
    bad: 'below 1 is silently 1',
    example: 'rise 2',
    doc: 'Successes in a row after which the script counts as succeeding.',
    upstream: 'vrrp_parser.c vrrp_vscript_rise_handler',
  }),
  value('fall', {
    in: at(BASE, SCRIPT),
    args: [int('count', { min: 1 })],
    default: 1,
    bad: 'below 1 is silently 1',
    example: 'fall 3',
    doc: 'Failures in a row after which the script counts as failing.',
    upstream: 'vrrp_parser.c vrrp_vscript_fall_handler',
  }),
]

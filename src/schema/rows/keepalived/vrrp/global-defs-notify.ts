import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { ENABLE, FIFO_ARGS, flag, IGNORED, SCRIPT_ARGS, value } from './args.ts'

const HERE = 'global_defs'

const fifoRows = (prefix: string, of: string, feature: string | undefined): readonly Row[] => [
  value(`${prefix}notify_fifo`, {
    in: at('1.3.6', HERE),
    args: FIFO_ARGS,
    shape: 'first-or-object',
    repeat: 'warn-and-ignore',
    missing: 'error',
    ...(feature === undefined ? {} : { feature }),
    bad: 'a second one is reported and ignored; an unknown user or group is only logged, there is no FIFO then',
    example: `${prefix}notify_fifo /run/keepalived/${prefix}events root root`,
    doc: `Named pipe to which the changes of state of ${of} are written, and its owner.`,
    upstream: `global_parser.c ${prefix === '' ? 'global_' : prefix}notify_fifo`,
  }),
  value(`${prefix}notify_fifo_script`, {
    in: at('1.3.6', HERE),
    args: SCRIPT_ARGS,
    shape: 'first-or-object',
    repeat: 'warn-and-ignore',
    missing: 'error',
    ...(feature === undefined ? {} : { feature }),
    bad: 'a second one is reported and ignored; a script or user that cannot be used is only logged',
    example: `${prefix}notify_fifo_script /usr/local/bin/read_events.sh`,
    doc: `Command that reads ${prefix}notify_fifo; the name of the pipe is added as its last parameter.`,
    upstream: `global_parser.c ${prefix === '' ? 'global_' : prefix}notify_fifo_script`,
  }),
]

/** Where changes of state are told. */
export const GLOBAL_DEFS_NOTIFY_ROWS: readonly Row[] = [
  ...fifoRows('', 'everything', undefined),
  ...fifoRows('vrrp_', 'VRRP', '_WITH_VRRP_'),
  ...fifoRows('lvs_', 'virtual and real servers', '_WITH_LVS_'),
  value('vrrp_notify_priority_changes', {
    in: at('2.0.16', HERE),
    args: [ENABLE],
    default: false,
    feature: '_WITH_VRRP_',
    bad: IGNORED,
    example: 'vrrp_notify_priority_changes',
    doc: 'Tells changes of priority to the notify commands and pipes as well.',
    upstream: 'global_parser.c vrrp_notify_priority_changes',
  }),
  flag('fifo_write_vrrp_states_on_reload', {
    in: at('2.2.5', HERE),
    feature: '_WITH_VRRP_',
    example: 'fifo_write_vrrp_states_on_reload',
    doc: 'Writes the state of every instance and group to the pipes after a reload, changed or not.',
    upstream: 'global_parser.c fifo_write_vrrp_states_on_reload',
  }),
]

import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { ENABLE, enableSince, IGNORED, OLD_SCRIPT_ARGS, places, SCRIPT_ARGS, value } from './args.ts'

const VRRP = '_WITH_VRRP_'
const BAD =
  'a second one is reported and ignored; an empty command or an unknown user is only logged, the command is dropped then'

const notifyRow = (keyword: string, since: Readonly<Record<string, string>>, doc: string, more: Partial<Row>): Row =>
  value(keyword, {
    in: places(since),
    args: OLD_SCRIPT_ARGS,
    shape: 'first-or-object',
    repeat: 'warn-and-ignore',
    feature: VRRP,
    bad: BAD,
    example: `${keyword} "/usr/local/bin/vrrp_event.sh now" root root`,
    doc,
    upstream: `vrrp_parser.c vrrp_${keyword}_handler`,
    ...more,
  })

const stateRow = (state: string, instance: string, group: string, when: string): Row =>
  notifyRow(
    `notify_${state}`,
    { vrrp_sync_group: group, vrrp_instance: instance },
    `Command that runs, as this user and group, ${when}.`,
    { upstream: `vrrp_parser.c vrrp_notify_${state}_handler, vrrp_gnotify_${state}_handler` },
  )

/** What an instance or a sync group tells, and to whom. */
export const NOTIFY_ROWS: readonly Row[] = [
  stateRow('backup', '0.5.9', '0.6.4', 'on becoming backup'),
  stateRow('master', '0.5.9', '0.6.4', 'on becoming master'),
  stateRow('fault', '0.5.9', '0.6.4', 'on going to the fault state'),
  stateRow('stop', '1.1.13', '2.0.0', 'when keepalived stops'),
  notifyRow(
    'notify',
    { vrrp_sync_group: '1.1.2', vrrp_instance: '0.5.3' },
    'Command that runs on every change of state; GROUP or INSTANCE, the name, the state and the priority are added as parameters.',
    { upstream: 'vrrp_parser.c vrrp_notify_handler, vrrp_gnotify_handler' },
  ),
  notifyRow(
    'notify_deleted',
    { vrrp_instance: '2.1.0' },
    'Command that runs when a reload removes the instance; alone it only tells DELETED.',
    {
      args: SCRIPT_ARGS.map((one) => ({ ...one, optional: true })),
      missing: 'none',
      default: false,
    },
  ),
  notifyRow(
    'notify_master_rx_lower_pri',
    { vrrp_instance: '2.0.6' },
    'Command that runs when a master hears an advert of lower priority.',
    { args: SCRIPT_ARGS, upstream: 'vrrp_parser.c vrrp_notify_master_rx_lower_pri' },
  ),
  value('smtp_alert', {
    in: places({ vrrp_sync_group: '1.0.0', vrrp_instance: '0.5.7' }),
    args: [enableSince('2.0.0')],
    default: { derived: 'smtp_alert_vrrp, else smtp_alert of global_defs, else off' },
    feature: VRRP,
    bad: `${IGNORED}; before 2.0.0 every word meant on`,
    example: 'smtp_alert on',
    doc: 'Sends mail on every change of state.',
    upstream: 'vrrp_parser.c vrrp_smtp_handler, vrrp_gsmtp_handler',
  }),
  value('notify_priority_changes', {
    in: {
      vrrp_sync_group: { since: '2.2.0', default: { derived: 'as the instances or global_defs say' } },
      ...at('2.0.16', 'vrrp_instance'),
    },
    args: [ENABLE],
    default: { derived: 'as the sync group says, else vrrp_notify_priority_changes' },
    feature: VRRP,
    bad: IGNORED,
    example: 'notify_priority_changes on',
    doc: 'Tells changes of priority to the notify commands and pipes as well.',
    upstream: 'vrrp_parser.c vrrp_notify_priority_changes_handler, vrrp_sg_notify_priority_changes_handler',
  }),
]

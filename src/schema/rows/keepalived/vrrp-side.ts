import type { Row } from '../../row.ts'
import { ADDRESS_ROWS } from './vrrp/addresses.ts'
import { AUTH_ROWS } from './vrrp/auth.ts'
import { BFD_ROWS } from './vrrp/bfd.ts'
import { GLOBAL_DEFS_FILES_ROWS } from './vrrp/global-defs-files.ts'
import { GLOBAL_DEFS_FIREWALL_ROWS } from './vrrp/global-defs-firewall.ts'
import { GLOBAL_DEFS_GARP_ROWS } from './vrrp/global-defs-garp.ts'
import { GLOBAL_DEFS_HOST_ROWS } from './vrrp/global-defs-host.ts'
import { GLOBAL_DEFS_LVS_ROWS } from './vrrp/global-defs-lvs.ts'
import { GLOBAL_DEFS_MAIL_ROWS } from './vrrp/global-defs-mail.ts'
import { GLOBAL_DEFS_NOTIFY_ROWS } from './vrrp/global-defs-notify.ts'
import { GLOBAL_DEFS_PROCESS_ROWS } from './vrrp/global-defs-process.ts'
import { GLOBAL_DEFS_SNMP_ROWS } from './vrrp/global-defs-snmp.ts'
import { GLOBAL_DEFS_VRRP_ROWS } from './vrrp/global-defs-vrrp.ts'
import { NOTIFY_ROWS } from './vrrp/notify.ts'
import { ROOT_ROWS } from './vrrp/root.ts'
import { ROUTE_ROWS } from './vrrp/routes.ts'
import { SCRIPT_ROWS } from './vrrp/scripts.ts'
import { SYNC_GROUP_ROWS } from './vrrp/sync-group.ts'
import { TRACK_ROWS } from './vrrp/track.ts'
import { TRACK_LIST_ROWS } from './vrrp/track-lists.ts'
import { VRRP_INSTANCE_ROWS } from './vrrp/vrrp-instance.ts'
import { VRRP_INSTANCE_GARP_ROWS } from './vrrp/vrrp-instance-garp.ts'
import { VRRP_INSTANCE_NETWORK_ROWS } from './vrrp/vrrp-instance-network.ts'

/** Everything of keepalived outside virtual servers: the daemon, VRRP, tracking, BFD. */
export const KEEPALIVED_VRRP_ROWS: readonly Row[] = [
  ...ROOT_ROWS,
  ...GLOBAL_DEFS_MAIL_ROWS,
  ...GLOBAL_DEFS_PROCESS_ROWS,
  ...GLOBAL_DEFS_NOTIFY_ROWS,
  ...GLOBAL_DEFS_HOST_ROWS,
  ...GLOBAL_DEFS_VRRP_ROWS,
  ...GLOBAL_DEFS_GARP_ROWS,
  ...GLOBAL_DEFS_FIREWALL_ROWS,
  ...GLOBAL_DEFS_LVS_ROWS,
  ...GLOBAL_DEFS_SNMP_ROWS,
  ...GLOBAL_DEFS_FILES_ROWS,
  ...ADDRESS_ROWS,
  ...ROUTE_ROWS,
  ...SYNC_GROUP_ROWS,
  ...VRRP_INSTANCE_ROWS,
  ...VRRP_INSTANCE_NETWORK_ROWS,
  ...VRRP_INSTANCE_GARP_ROWS,
  ...NOTIFY_ROWS,
  ...TRACK_LIST_ROWS,
  ...TRACK_ROWS,
  ...SCRIPT_ROWS,
  ...AUTH_ROWS,
  ...BFD_ROWS,
]

import type { Row } from '../../row.ts'
import { ADDRESS_ROWS } from './addresses.ts'
import { CHECKER_ROWS } from './checkers.ts'
import { GLOBAL_ROWS } from './global.ts'
import { GROUP_ROWS } from './groups.ts'
import { REAL_SERVER_ROWS } from './real-server.ts'
import { SMTP_CHECK_ROWS } from './smtp-check.ts'
import { VARIANT_ROWS } from './variants.ts'
import { VIRTUAL_SERVER_ROWS } from './virtual-server.ts'
import { VRRP_ROWS } from './vrrp.ts'
import { VRRP_INSTANCE_ROWS } from './vrrp-instance.ts'

/** Everything that keepalived 1.2.2 of the LVS edition reads, and what its variants add. */
export const LVS_ROWS: readonly Row[] = [
  ...GLOBAL_ROWS,
  ...GROUP_ROWS,
  ...VIRTUAL_SERVER_ROWS,
  ...REAL_SERVER_ROWS,
  ...CHECKER_ROWS,
  ...SMTP_CHECK_ROWS,
  ...VRRP_ROWS,
  ...VRRP_INSTANCE_ROWS,
  ...ADDRESS_ROWS,
  ...VARIANT_ROWS,
]

import type { Row } from '../../row.ts'
import { KEEPALIVED_LVS_ROWS } from '../keepalived/lvs-side.ts'
import { KEEPALIVED_VRRP_ROWS } from '../keepalived/vrrp-side.ts'
import { fromKeepalived } from './derive.ts'
import { GROUP_ROWS } from './groups.ts'
import { SERVICE_ROWS } from './service.ts'

/** Everything that DPVS reads: its own words, and those of the keepalived it was made from. */
export const DPVS_ROWS = (): readonly Row[] => [
  ...GROUP_ROWS,
  ...SERVICE_ROWS,
  ...[...KEEPALIVED_VRRP_ROWS, ...KEEPALIVED_LVS_ROWS].map(fromKeepalived).filter((row) => row !== undefined),
]

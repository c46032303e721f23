import { type RowTable, tableOf } from '../row-table.ts'
import { DPVS_ROWS as ROWS_OF_DPVS } from './dpvs/index.ts'
import { KEEPALIVED_LVS_ROWS } from './keepalived/lvs-side.ts'
import { KEEPALIVED_VRRP_ROWS } from './keepalived/vrrp-side.ts'
import { LVS_ROWS as ROWS_OF_LVS } from './lvs/index.ts'

// Functions, because the programs replace this module by one that reads each row from a string when it is needed (scripts/rows-plugin.mjs).

/** All rows of lineage keepalived. */
export const KEEPALIVED_ROWS = (): RowTable => tableOf([...KEEPALIVED_VRRP_ROWS, ...KEEPALIVED_LVS_ROWS])

/** All rows of lineage dpvs. */
export const DPVS_ROWS = (): RowTable => tableOf(ROWS_OF_DPVS())

/** All rows of lineage lvs. */
export const LVS_ROWS = (): RowTable => tableOf(ROWS_OF_LVS)

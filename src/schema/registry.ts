import { compile, type Schema } from './compile.ts'
import type { Dialect } from './dialects.ts'
import type { Lineage } from './row.ts'
import { KEEPALIVED_LVS_ROWS } from './rows/keepalived/lvs-side.ts'
import { KEEPALIVED_VRRP_ROWS } from './rows/keepalived/vrrp-side.ts'
import { LVS_ROWS } from './rows/lvs/index.ts'

const KEEPALIVED = compile('keepalived', [...KEEPALIVED_VRRP_ROWS, ...KEEPALIVED_LVS_ROWS])
const LVS = compile('lvs', LVS_ROWS)

/** The keyword tables of every lineage, compiled once. DPVS has none yet and reads with those of keepalived. */
export const SCHEMAS: Readonly<Record<Lineage, Schema>> = { keepalived: KEEPALIVED, lvs: LVS, dpvs: KEEPALIVED }

export const schemaOf = (dialect: Dialect): Schema => SCHEMAS[dialect.lineage]

import { lazy } from '../text/lazy.ts'
import { compile, type Schema } from './compile.ts'
import type { Dialect } from './dialects.ts'
import type { Lineage } from './row.ts'
import { DPVS_ROWS, KEEPALIVED_ROWS, LVS_ROWS } from './rows/index.ts'

const keepalived = lazy(() => compile('keepalived', KEEPALIVED_ROWS()))
const lvs = lazy(() => compile('lvs', LVS_ROWS()))
const dpvs = lazy(() => compile('dpvs', DPVS_ROWS()))

/** The keyword tables of every lineage, each made when it is first asked for. */
export const SCHEMAS: Readonly<Record<Lineage, Schema>> = {
  get keepalived() {
    return keepalived()
  },
  get lvs() {
    return lvs()
  },
  get dpvs() {
    return dpvs()
  },
}

export const schemaOf = (dialect: Dialect): Schema => SCHEMAS[dialect.lineage]

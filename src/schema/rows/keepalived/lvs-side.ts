import type { Row } from '../../row.ts'

/** The LVS side. */
export const KEEPALIVED_LVS_ROWS: readonly Row[] = []

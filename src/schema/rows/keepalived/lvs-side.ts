import type { Row } from '../../row.ts'
import { CHECKER_OPTIONS_ROWS } from './checker-options.ts'
import { CHECKER_SETTINGS_ROWS } from './checker-settings.ts'
import { CHECKERS_ROWS } from './checkers.ts'
import { GROUPS_ROWS } from './groups.ts'
import { HTTP_GET_ROWS } from './http-get.ts'
import { REAL_SERVER_ROWS } from './real-server.ts'
import { REMOVED_ROWS } from './removed.ts'
import { SCHEDULING_ROWS } from './scheduling.ts'
import { SSL_ROWS } from './ssl.ts'
import { URL_ROWS } from './url.ts'
import { VIRTUAL_SERVER_ROWS } from './virtual-server.ts'

/** Every keyword of the LVS side of keepalived, removed ones included. */
export const KEEPALIVED_LVS_ROWS: readonly Row[] = [
  ...SSL_ROWS,
  ...GROUPS_ROWS,
  ...VIRTUAL_SERVER_ROWS,
  ...REAL_SERVER_ROWS,
  ...CHECKER_OPTIONS_ROWS,
  ...SCHEDULING_ROWS,
  ...CHECKERS_ROWS,
  ...CHECKER_SETTINGS_ROWS,
  ...HTTP_GET_ROWS,
  ...URL_ROWS,
  ...REMOVED_ROWS,
]

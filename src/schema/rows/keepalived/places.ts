import { rowsOf } from '../../define.ts'
import type { Availability, Default } from '../../row.ts'

/** The row builders of these files: a keyword without its value ends the run. */
export const { block, lines, line, value, flag } = rowsOf('keepalived', 'fatal')

export const SSL = 'SSL'
export const GROUP = 'virtual_server_group'
export const SERVICE = 'virtual_server'
export const SERVER = 'virtual_server/real_server'

/** The path of a checker, or of a block inside one. */
export const check = (name: string): string => `${SERVER}/${name}`

/** Places whose default differs from that of the row. */
export const given = (value: Default, since: string, ...paths: readonly string[]): Record<string, Availability> =>
  Object.fromEntries(paths.map((path) => [path, { since, default: value }]))

/** Places that the keyword had up to a version. */
export const until = (last: string, since: string | null, ...paths: readonly string[]): Record<string, Availability> =>
  Object.fromEntries(paths.map((path) => [path, { since, until: last }]))

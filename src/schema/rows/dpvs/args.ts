import { rowsOf } from '../../define.ts'
import type { Arg, ArgType, Row } from '../../row.ts'
import { check } from '../keepalived/places.ts'

/** The row builders of DPVS's own words: most handlers take their word without a look whether there is one. */
export const { block, lines, line, value, flag } = rowsOf('dpvs', 'crash')

export const UDP = check('UDP_CHECK')

type More = Omit<Partial<Arg>, 'name' | 'type'>

export const arg = (name: string, type: ArgType, more: More = {}): Arg => ({ name, type, ...more })

export const interfaceArg = (name: string, maxLength?: number): Arg =>
  arg(name, 'interface', maxLength === undefined ? {} : { maxLength })

/** What DPVS says of a keyword otherwise than today's keepalived. */
export interface Change extends Partial<Omit<Row, 'keyword' | 'lineage' | 'in'>> {
  /** What holds for versions after 2.0.19 only. */
  readonly drop?: readonly ('deprecated' | 'repeatReported')[]
}

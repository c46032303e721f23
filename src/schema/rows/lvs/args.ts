import { rowsOf } from '../../define.ts'
import type { Arg, ArgType, Availability } from '../../row.ts'

/** The row builders of these files: a keyword without its value reads past the word list. */
export const { block, lines, line, value, flag } = rowsOf('lvs', 'crash')

/** The base that the LVS edition was made from. */
export const BASE = '1.2.2'

/** What most numbers do with a word they cannot use. */
export const ATOI = 'leading digits count, garbage is 0, there is no range'
/** What texts do that may be quoted. */
export const TEXT = 'without quotes only the first word is kept; a # or ! that starts a word ends the line even in quotes'
/** What a checker block does when the brace sticks to it. */
export const GLUED = 'with the brace glued to it the word is unknown and its content is read in the real server'

type More = Omit<Partial<Arg>, 'name' | 'type'>

export const arg = (name: string, type: ArgType, more: More = {}): Arg => ({ name, type, ...more })

/** A whole number of which nothing is checked; a range here is what works. */
export const int = (name: string, more: More = {}): Arg => ({ name, type: 'int', number: 'atoi', ...more })

export const seconds = (name: string, more: More = {}): Arg => int(name, { unit: 's', ...more })

/** A number kept as text in a small buffer. */
export const text = (name: string, maxLength: number, more: More = {}): Arg => ({
  name,
  type: 'int',
  number: 'text',
  unit: 's',
  min: 0,
  maxLength,
  ...more,
})

/** A port to connect to. */
export const PORT: Arg = { name: 'port', type: 'port', number: 'atoi' }

/** A port of a service or server: 0 is all ports of a persistent service, so it is legal there. */
export const SERVICE_PORT: Arg = { ...PORT, min: 0 }

export const COMMAND: Arg = { name: 'command', type: 'command' }

/** A word that introduces a value: `dev eth0`. Other spellings follow the canonical one. */
export const option = (name: string, literal: readonly string[], type: ArgType, more: More = {}): Arg => ({
  name,
  type,
  literal,
  optional: true,
  ...more,
})

/** Places of a keyword that the published source of the edition lacks. */
export const variant = (name: string, ...paths: readonly string[]): Record<string, Availability> =>
  Object.fromEntries(paths.map((path) => [path, { since: null, variant: name }]))

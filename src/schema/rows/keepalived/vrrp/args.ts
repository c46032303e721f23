import { rowsOf } from '../../../define.ts'
import type { Arg, ArgType, Availability } from '../../../row.ts'

/** The row builders of these files. */
export const { block, lines, line, value, flag } = rowsOf('keepalived', 'fatal')

export const U32 = 4294967295
export const I32 = 2147483647

/** What most keywords do with a value they cannot use. */
export const IGNORED = 'reported, the line is ignored'
/** The same for keywords that are refused a second time. */
export const FIRST_KEPT = 'a second one is reported and ignored'

type More = Omit<Partial<Arg>, 'name' | 'type'>

export const arg = (name: string, type: ArgType, more: More = {}): Arg => ({ name, type, ...more })

/** A whole number that `-t` and real operation refuse alike when it is wrong. */
export const int = (name: string, min: number, max: number, more: More = {}): Arg => ({
  name,
  type: 'int',
  min,
  max,
  number: 'strict',
  ...more,
})

/** A whole number whose trailing text only `-t` refuses. */
export const lenient = (name: string, min: number, max: number, more: More = {}): Arg => ({
  ...int(name, min, max, more),
  number: 'lenient',
})

/** A time with decimals. */
export const timer = (name: string, min: number, max: number, more: More = {}): Arg => ({
  name,
  type: 'decimal',
  min,
  max,
  unit: 's',
  scale: 6,
  number: 'timer',
  ...more,
})

/** `on` and friends; the keyword alone means on. */
export const ENABLE: Arg = { name: 'enable', type: 'bool', optional: true, default: true }

/** The same where older versions knew the keyword alone. */
export const enableSince = (since: string): Arg => ({ ...ENABLE, since })

/** A word that introduces a value: `dev eth0`. Other spellings follow the canonical one. */
export const option = (name: string, literal: readonly string[], type: ArgType, more: More = {}): Arg => ({
  name,
  type,
  literal,
  optional: true,
  ...more,
})

/** A word that is an option by itself: `home`. */
export const word = (name: string, literal: string, more: More = {}): Arg => ({
  name,
  type: 'flag',
  literal: [literal],
  optional: true,
  ...more,
})

/** The same options; of one that is given again the last counts. */
export const again = (...options: readonly Arg[]): readonly Arg[] => options.map((one): Arg => ({ ...one, again: true }))

/** Decimal numbers from 0 to a limit, as a regular expression. */
export function upTo(most: number | string): string {
  const digits = String(most)
  const forms = [...digits].flatMap((digit, i): readonly string[] => {
    const rest = digits.length - i - 1
    return digit === '0' ? [] : [`${digits.slice(0, i)}[0-${Number(digit) - 1}]\\d{${rest}}`]
  })
  return `0*(?:\\d{1,${digits.length - 1}}|${[...forms, digits].join('|')})`
}

/** A number in the notation of C, up to a limit: 0x is hexadecimal, a leading 0 octal. */
export const cNumberUpTo = (most: number): string =>
  `(?:0[xX]0*[0-9a-fA-F]{1,${most.toString(16).length}}|${upTo(most).replace('0*', '')})`

/** One of some names, or a number; the host's own names (iproute2) are legal too, so an unknown name is not wrong in itself. */
export const named = (names: readonly string[], min: number, max: number): More => ({
  enum: names,
  min,
  max,
  number: 'c-wrapped',
  unchecked: true,
  notes: 'names come from the iproute2 files of the host as well',
})

const SCRIPT: Arg = {
  name: 'command',
  type: 'command',
  notes: 'one word, or a text in double quotes that holds the command and its parameters',
}

const OWNER: readonly Arg[] = [
  { name: 'user', type: 'user', optional: true },
  { name: 'group', type: 'group', optional: true },
]

/** Command, user and group of scripts that came with or after 1.3.0. */
export const SCRIPT_ARGS: readonly Arg[] = [SCRIPT, ...OWNER]

/** The same for scripts older than the user argument. */
export const OLD_SCRIPT_ARGS: readonly Arg[] = [SCRIPT, ...OWNER.map((one): Arg => ({ ...one, since: '1.3.0' }))]

/** Path of a FIFO and who owns it. */
export const FIFO_ARGS: readonly Arg[] = [{ name: 'path', type: 'path' }, ...OWNER]

/** Turns a weight round: it counts when the check fails instead. */
export const REVERSE: Arg = word('reverse', 'reverse', {
  since: '2.0.18',
  after: 'weight',
  last: true,
  notes: 'only directly after the weight',
})

/** `{ since }` of several places whose keywords differ in age: `places({ vrrp_instance: '0.5.7' })`. */
export const places = (since: Readonly<Record<string, string>>): Record<string, Availability> =>
  Object.fromEntries(Object.entries(since).map(([path, version]) => [path, { since: version }]))

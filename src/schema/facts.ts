import type { Arg, Availability, Default, Row } from './row.ts'

/** `1 to 255`, `at least 1`; nothing where there is no limit. */
export function rangeText({ min, max }: Pick<Arg, 'min' | 'max'>): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`
  return min !== undefined ? `at least ${min}` : max !== undefined ? `at most ${max}` : ''
}

/** What applies when a keyword is absent, in words; nothing for none and for a switch that is off. */
export function defaultText(value: Default): string {
  if (value === null || value === false) return ''
  return typeof value === 'object' ? value.derived : value === true ? 'on' : String(value)
}

/** `since 1.2.0`, `until 1.3.9`, and which edition has it. */
export const availabilityFacts = ({ since, until, variant }: Availability): readonly string[] =>
  said([
    since === null ? '' : `since ${since}`,
    until === undefined ? '' : `until ${until}`,
    variant === undefined ? '' : `only in another edition: ${variant}`,
  ])

/** What to say of an argument besides its type and its range. `alone`: it is all that its keyword takes. */
export const argumentFacts = (arg: Arg, alone = false): readonly string[] =>
  said([
    arg.maxLength === undefined ? '' : `at most ${arg.maxLength} bytes are kept`,
    arg.default === undefined ? '' : `${alone ? 'without a value' : 'default'}: ${defaultText(arg.default) || 'off'}`,
    arg.since === undefined ? '' : `${alone ? 'a value ' : ''}since ${arg.since}`,
    arg.notes ?? '',
  ])

/** What a second use in the same block does; nothing where the last one counts without a word. */
export function repeatText({ form, repeat, merge, repeatReported, args }: Row): string {
  if (form === 'line' || form === 'flag') return ''
  if (merge === true) return 'several are read as one'
  const variadic = args.some((arg) => arg.variadic === true)
  switch (repeat) {
    case 'accumulate':
      return form === 'lines' || variadic ? 'several add up' : 'may stand several times'
    case 'last-wins':
      return repeatReported === true ? 'a second one is reported and counts' : ''
    case 'first-wins':
      return repeatReported === true ? 'a second one is reported and ignored' : 'a second one is ignored'
    case 'warn-and-ignore':
      return 'a second one is reported and ignored'
    case 'error':
      return 'a second one is reported and the block is lost'
    case 'overlay':
      return 'a second one is written over the first without ending it'
    case 'largest-wins':
      return 'the largest one counts'
  }
}

const said = (facts: readonly string[]): readonly string[] => facts.filter((fact) => fact !== '')

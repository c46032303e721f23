import type { Field } from '../schema/compile.ts'
import { type Arg, ENTRY } from '../schema/row.ts'
import { complain, extraWords } from './complain.ts'
import type { Place } from './place.ts'
import { readArguments } from './read.ts'

/** The value of a setting, or undefined (with findings) when it cannot be read. */
export function readValue(place: Place, field: Field, tokens: readonly number[], texts: readonly string[]): unknown {
  if (field.row.form === 'flag') {
    if (texts.length > 0) {
      place.run.origins.note(place.block)
      extraWords(place, field, tokens, 0)
    }
    return true
  }
  const { values, complaints } = readArguments(field, texts, place.run.dialect.number)
  let broken = false
  for (const complaint of complaints) {
    complain(place, field, complaint, tokens, texts)
    if (complaint.kind === 'bad' || complaint.kind === 'missing') broken = true
    if (complaint.kind === 'extra' && field.row.extraLoses === true) broken = true
  }
  if (broken) return undefined
  return shaped(field, values)
}

function shaped(field: Field, values: Record<string, unknown>): unknown {
  const arg = field.row.args[0] as Arg
  if (field.row.form === 'line' && field.row.keyword !== ENTRY) {
    // An entry with a leading word says which kind it is by that word: `fwmark 5 inet6` → { fwmark: 5, family: 'inet6' }.
    const { [arg.name]: first, ...others } = values
    return { [field.row.keyword]: first, ...others }
  }
  if (field.shape === 'scalar') return values[arg.name] ?? arg.default ?? true
  if (field.shape === 'first-or-object' && Object.keys(values).length === 1 && arg.name in values) return values[arg.name]
  return values
}

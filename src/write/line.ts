import { quote } from '../bind/quote.ts'
import type { Context, Field } from '../schema/compile.ts'
import { ENTRY } from '../schema/row.ts'
import { encodeHeader, encodeValue, isObject } from './encode.ts'
import { type Writing, wrong } from './writing.ts'

/**
 * The words of a statement in their quotes, the keyword first (an entry of a list has none); of a block those of its header. Undefined, with
 * problems, when they cannot be written.
 *
 * @param context - the list that an entry stands in.
 */
export function wordsOf(run: Writing, field: Field, value: unknown, context?: Context): string[] | undefined {
  const { row } = field
  const { profile, name } = run.dialect
  const texts = textsOf(run, field, value)
  if (texts === undefined) return undefined
  const isEntry = row.keyword === ENTRY
  const written: string[] = isEntry ? [] : [row.keyword]
  const place = profile.directives && row.args[0]?.type === 'command' ? 'command' : 'argument'
  for (let i = 0; i < texts.length; i++) {
    const quoted = quote(texts[i] as string, profile, written.length === 0 ? 'first' : place)
    if (!quoted.ok) return wrong(run, `a word cannot be written for ${name}: ${quoted.why}`, { code: 'write/not-expressible' })
    if (isReplaced(quoted.text, run.defined))
      return wrong(run, `a word cannot be written for ${name}: it would be read as the name of a definition`, {
        code: 'write/not-expressible',
      })
    written.push(quoted.text)
  }
  if (!isEntry) return written
  const [first] = texts
  if (first === undefined) return wrong(run, 'an entry without a word')
  // What begins with the leading word of another kind of entry is read as that.
  if (first !== ENTRY && context?.fields.get(first) !== undefined)
    return wrong(run, 'the word is a keyword here and would not be read as an entry', { code: 'write/not-expressible' })
  return written
}

/** A sign and the name of a definition that stands further up: its value takes the place of the two. */
function isReplaced(text: string, defined: ReadonlySet<string>): boolean {
  if (defined.size === 0 || !text.includes('$')) return false
  for (const [, name] of text.matchAll(/\$([A-Za-z_]\w*)(?=$|[ \t,)])/g)) if (defined.has(name as string)) return true
  return false
}

function textsOf(run: Writing, field: Field, value: unknown): readonly string[] | undefined {
  const { form, args, keyword } = field.row
  if (form !== 'block' && form !== 'lines') return encodeValue(field, value, run)
  // A list without a name is a list in the model, too.
  if (args.length === 0) return NONE
  return isObject(value) ? encodeHeader(field, value, run) : wrong(run, `expected an object for ${keyword}`)
}

const NONE: readonly string[] = []

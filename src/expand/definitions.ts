import type { Document } from '../cst/document.ts'
import { FIRST, field, LAST } from '../cst/statements.ts'
import { DEFINITION, RAW } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'

/** A `$NAME=value` line, value as written. */
export interface Definition {
  readonly name: string
  readonly value: string
}

const MOST_STEPS = 64
/** Made anew for each word: a sticky position in a shared expression would be state. */
const reference = (): RegExp => /\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)(?=$|[ \t,)])/g

/** The definition that a statement is, or undefined. */
export function definitionAt(document: Document, row: number): Definition | undefined {
  const { tokens, statements } = document
  const first = field(statements, row, FIRST)
  if (kindOf(tokens, first) !== DEFINITION) return undefined
  const last = field(statements, row, LAST)
  const name = tokens.text.slice(startOf(tokens, first) + 1, endOf(tokens, first) - 1)
  const value = last > first && kindOf(tokens, last) === RAW ? tokens.text.slice(startOf(tokens, last), endOf(tokens, last)) : ''
  return { name, value: value.trimEnd() }
}

/**
 * A word with its references replaced, when every value is one plain word. Undefined when the word can only be known by a full expansion: a value
 * with blanks, quotes, braces or several lines, a predefined name, an undefined name in braces. An undefined `$NAME` is text.
 */
export function substitute(word: string, definitions: ReadonlyMap<string, string>): string | undefined {
  let text = word
  let from = 0
  const pattern = reference()
  for (let step = 0; step < MOST_STEPS; step++) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (match === null) return text
    const [whole, braced, bare] = match
    const name = (braced ?? bare) as string
    const value = definitions.get(name)
    if (value === undefined && (braced !== undefined || name.startsWith('_'))) return undefined
    if (value === undefined) from = match.index + whole.length
    else if (value === '' || /[\s"{}#!\\]/.test(value)) return undefined
    else text = text.slice(0, match.index) + value + text.slice(match.index + whole.length)
  }
  return undefined
}

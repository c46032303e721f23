import { BLANK, CLOSE, COMMENT, DEFINITION, EOL, OPEN, PREFIX, RAW, WORD } from '../lex/kinds.ts'
import { endOf, kindOf, startOf, type Tokens, tokenIndexAt } from '../lex/tokens.ts'
import { startsLine } from './expand.ts'
import type { Sources } from './sources.ts'

/**
 * Nothing in the configuration needs the effective text: definitions are lines of their own with one plain word, every reference is a part of an
 * argument outside quotes and stands behind its definition, there is no sequence. Binding then replaces the words itself, at half the cost.
 */
export function isSimple({ documents }: Sources, configId: string | undefined): boolean {
  const [document] = documents
  if (document === undefined || documents.length > 1) return false
  const { tokens, text, problems } = document
  if (problems.count > 0 || text.includes('\\') || text.includes('include') || startsLine(text, '~')) return false
  // An id decides about lines, and what it drops is gone from the effective text.
  if (configId !== undefined && startsLine(text, '@')) return false
  const defined = new Set<string>()
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    const token = tokenIndexAt(tokens, at)
    const kind = kindOf(tokens, token)
    if (kind === COMMENT) continue
    if (kind === DEFINITION) {
      if (!isPlainDefinition(tokens, token)) return false
      defined.add(text.slice(at + 1, endOf(tokens, token) - 1))
    } else if (kind !== WORD || startsStatement(tokens, token) || !isKnown(tokens, token, at, defined)) return false
    if (lineLength(text, at) > LONGEST_LINE) return false
  }
  return true
}

/** So short that no number of references makes it reach the limit of a line: fifty of sixteen characters. */
const LONGEST_LINE = 150

function lineLength(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return (end < 0 ? text.length : end) - text.lastIndexOf('\n', at)
}

/** `$NAME=word` at the start of a line, with nothing in front that could hold it back. */
function isPlainDefinition(tokens: Tokens, token: number): boolean {
  const value = kindOf(tokens, token + 1) === BLANK ? token + 2 : token + 1
  return (
    before(tokens, token) === EOL &&
    value < tokens.count &&
    kindOf(tokens, value) === RAW &&
    /^[\w.:/-]{1,16}$/.test(tokens.text.slice(startOf(tokens, value), endOf(tokens, value)))
  )
}

/** The kind of the token in front, blanks passed over; the start of the text counts as a line end. */
function before(tokens: Tokens, token: number): number {
  const previous = token > 0 && kindOf(tokens, token - 1) === BLANK ? token - 2 : token - 1
  return previous < 0 ? EOL : kindOf(tokens, previous)
}

function startsStatement(tokens: Tokens, token: number): boolean {
  const kind = before(tokens, token)
  return kind === EOL || kind === OPEN || kind === CLOSE || kind === PREFIX
}

/** A reference to a name that is defined above. `$NAME` must end its word before a blank or the line end (language of references). */
function isKnown(tokens: Tokens, token: number, at: number, defined: ReadonlySet<string>): boolean {
  const end = endOf(tokens, token)
  const match = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*)$)/.exec(tokens.text.slice(at, end))
  if (match === null || !defined.has((match[1] ?? match[2]) as string)) return false
  return match[1] !== undefined || end === tokens.text.length || /[ \t\r\n]/.test(tokens.text[end] as string)
}

import { field, LAST } from '../cst/statements.ts'
import { isWord, wordText } from '../cst/words.ts'
import { substitute } from '../expand/definitions.ts'
import { RANDOM } from '../expand/predefined.ts'
import { OPEN_QUOTE } from '../lex/kinds.ts'
import { endOf, kindOf, startOf, tokenIndexAt } from '../lex/tokens.ts'
import type { Context, Field } from '../schema/compile.ts'
import { ENTRY } from '../schema/row.ts'
import { escaped } from '../text/escaped.ts'
import type { Place, Run } from './place.ts'
import { scriptWords } from './script-words.ts'

/** The words of a statement from a token on. */
export interface Words {
  readonly tokens: readonly number[]
  readonly texts: readonly string[]
  /** A word names something that only a full expansion knows. */
  readonly deferred: boolean
}

/** The words of a statement behind its keyword; of an entry all of them. */
export function fieldWords(place: Place, { row }: Field, first: number): Words {
  if (row.keyword === ENTRY) return wordsFrom(place, first)
  const isCommand = place.document.profile.directives && row.args[0]?.type === 'command'
  return isCommand ? commandWordsFrom(place, first + 1) : wordsFrom(place, first + 1)
}

/** The words of a line with a command, where quotes are read as a shell reads them. */
export function commandWordsFrom(place: Place, from: number): Words {
  const { document, row } = place
  const { tokens } = document
  const last = field(document.statements, row, LAST)
  const plain = wordsFrom(place, from)
  if (plain.tokens.length === 0 || plain.deferred) return plain
  const start = startOf(tokens, plain.tokens[0] as number)
  const text = tokens.text.slice(start, endOf(tokens, last))
  if (!text.includes("'") || kindOf(tokens, last) === OPEN_QUOTE) return plain
  const words = scriptWords(text)
  if (words === undefined) return plain
  return {
    tokens: words.map((word) => tokenIndexAt(tokens, start + word.start)),
    texts: words.map((word) => word.text),
    deferred: false,
  }
}

export function wordsFrom({ run, document, row }: Place, from: number): Words {
  const last = field(document.statements, row, LAST)
  // Lists of the right size: those that grow have room for 17, which is most of what a check throws away.
  let count = 0
  for (let i = from; i <= last; i++) if (isWord(document.tokens, i)) count++
  const tokens = new Array<number>(count)
  const texts = new Array<string>(count)
  let deferred = false
  for (let i = from, at = 0; at < count; i++) {
    if (!isWord(document.tokens, i)) continue
    let text = wordText(document, i)
    if (document.profile.directives && text.includes('$')) {
      if (run.uncertain !== undefined) deferred ||= isUncertain(text, run.uncertain)
      else {
        const known = substitute(text, run.definitions)
        if (known === undefined) deferred = true
        else text = known
      }
    }
    tokens[at] = i
    texts[at++] = text
  }
  return { tokens, texts, deferred }
}

/** A word of an expanded text that still holds a reference which nobody can resolve, or whose braces keepalived takes for structure. */
function isUncertain(text: string, names: ReadonlySet<string>): boolean {
  for (const [, brace, name] of text.matchAll(/\$(\{?)([A-Za-z_]\w*)/g))
    if (brace !== '' || names.has(name as string)) return true
  return false
}

/** A keyword that only a full expansion knows. */
export const isOpen = (keyword: string, { uncertain }: Run): boolean =>
  uncertain === undefined ? /\$[A-Za-z_{]/.test(keyword) : isUncertain(keyword, uncertain)

/** A keyword with random numbers in it that is none, whatever is drawn. */
export function isNever(keyword: string, { fields, entry }: Context): boolean {
  const parts = keyword.split(RANDOM)
  if (entry !== undefined || parts.length === 1 || parts.some((part) => part.includes('$'))) return false
  const drawn = new RegExp(`^${parts.map(escaped).join('\\d+')}$`)
  return !fields.values().some(({ row }) => drawn.test(row.keyword))
}

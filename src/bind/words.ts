import { field, LAST } from '../cst/statements.ts'
import { isWord, wordText } from '../cst/words.ts'
import { substitute } from '../expand/definitions.ts'
import type { Place } from './place.ts'

/** The words of a statement from a token on. */
export interface Words {
  readonly tokens: readonly number[]
  readonly texts: readonly string[]
  /** A word names something that only a full expansion knows. */
  readonly deferred: boolean
}

export function wordsFrom({ run, document, row }: Place, from: number): Words {
  const last = field(document.statements, row, LAST)
  const tokens: number[] = []
  const texts: string[] = []
  let deferred = false
  for (let i = from; i <= last; i++) {
    if (!isWord(document.tokens, i)) continue
    let text = wordText(document, i)
    if (document.profile.directives && text.includes('$')) {
      const known = substitute(text, run.definitions)
      if (known === undefined) deferred = true
      else text = known
    }
    tokens.push(i)
    texts.push(text)
  }
  return { tokens, texts, deferred }
}

import { EOL, QUOTED } from '../../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'
import { service } from './examples.ts'

/** R26: alloc_strvec knows no quoted state. A `"` is a word of its own, and a comment starts where a word could. */
export const commentInQuotes: Rule = {
  code: 'lvs/comment-in-quotes',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'truncated',
  message: (sign) => `\`${sign}\` starts a comment here, inside the quotes`,
  consequence: (_sign, place) =>
    place === 'first'
      ? 'the rest of the line is lost: nothing of the text is left'
      : 'the rest of the line is lost, and so is the word in front of it, which is taken for the closing quote',
  help: () => 'Leave the sign out, or write it inside a word: `a#b` is safe.',
  reported: false,
  explanation:
    'In 1.2.2 `#` and `!` at the start of any word start a comment, in quotes too, directly behind the opening quote as well. Without its closing quote the text loses its last word.',
  bad: service('    quorum_up "/usr/local/bin/up # now"\n'),
  good: service('    quorum_up "/usr/local/bin/up#now"\n'),
  check(subject, report) {
    for (const [file, { text, tokens }] of subject.originals.entries()) {
      let lost = false // the rest of the line is a comment already
      for (let i = 0; i < tokens.count; i++) {
        const kind = kindOf(tokens, i)
        if (kind === EOL) lost = false
        if (lost || kind !== QUOTED) continue
        const start = startOf(tokens, i)
        const at = signAt(text, start, endOf(tokens, i))
        if (at < 0) continue
        lost = true
        report({
          file,
          start: at,
          end: at + 1,
          data: [text.charAt(at), text.slice(start + 1, at).trim() === '' ? 'first' : 'later'],
        })
      }
    }
  },
}

const HASH = 35
const EXCLAMATION = 33

/** Offset of a comment sign at the start of a word; the character before is white space or the opening quote. */
function signAt(text: string, start: number, end: number): number {
  let fresh = true
  for (let at = start + 1; at < end; at++) {
    const c = text.charCodeAt(at)
    if (fresh && (c === HASH || c === EXCLAMATION)) return at
    fresh = c === 32 || (c >= 9 && c <= 13)
  }
  return -1
}

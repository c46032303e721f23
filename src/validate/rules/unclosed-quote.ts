import { BLANK, DEFINITION, OPEN_QUOTE, RAW } from '../../lex/kinds.ts'
import { endOf, kindOf, startOf, type Tokens, textOf, tokenIndexAt } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'

export const unclosedQuote: Rule = {
  code: 'lex/unclosed-quote',
  byReader: 'text',
  lineages: ['keepalived', 'lvs', 'dpvs'],
  severity: 'error',
  effect: 'misread',
  message: () => 'this quote is not closed on its line',
  consequence: () => 'the quoted text is dropped or loses its last word',
  help: () => 'Close the quote on the same line; a quoted text never spans lines.',
  reported: true,
  explanation:
    'A quoted word runs to the next double quote on the line. Without one 2.x reports the line and drops the word, and 1.2.2 silently takes the last word for the closing quote.',
  bad: 'global_defs {\n    router_id "A\n}\n',
  good: 'global_defs {\n    router_id "A"\n}\n',
  check(subject, report) {
    for (const [file, { tokens }] of subject.originals.entries()) {
      for (const token of tokensWith(tokens, '"')) {
        if (kindOf(tokens, token) === OPEN_QUOTE)
          report({ file, start: startOf(tokens, token), end: endOf(tokens, token), data: [] })
      }
      for (const token of tokensWith(tokens, '$')) {
        if (kindOf(tokens, token) !== DEFINITION) continue
        for (const span of openInValue(tokens, token)) report({ file, ...span, data: [] })
      }
    }
  },
}

/** The tokens that have a sign in them: few, and a look at all of them would take longer. */
function* tokensWith(tokens: Tokens, sign: string): Generator<number> {
  const { text } = tokens
  for (let at = text.indexOf(sign); at >= 0; ) {
    const token = tokenIndexAt(tokens, at)
    yield token
    at = text.indexOf(sign, endOf(tokens, token))
  }
}

/** Lines of a definition's value with an odd number of quotes. The value is not cut into words, but every line is looked at for quotes. */
function* openInValue(tokens: Tokens, definition: number): Generator<{ readonly start: number; readonly end: number }> {
  const value = definition + 1 < tokens.count && kindOf(tokens, definition + 1) === BLANK ? definition + 2 : definition + 1
  if (value >= tokens.count || kindOf(tokens, value) !== RAW) return
  let start = startOf(tokens, value)
  for (const line of textOf(tokens, value).split('\n')) {
    const quotes = line.replace(/\\./g, '').match(/"/g)?.length ?? 0
    if (quotes % 2 === 1) yield { start, end: start + line.trimEnd().length }
    start += line.length + 1
  }
}

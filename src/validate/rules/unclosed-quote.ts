import { OPEN_QUOTE } from '../../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'

export const unclosedQuote: Rule = {
  code: 'lex/unclosed-quote',
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
    for (const [file, { tokens }] of subject.sources.documents.entries()) {
      for (let i = 0; i < tokens.count; i++) {
        if (kindOf(tokens, i) === OPEN_QUOTE) report({ file, start: startOf(tokens, i), end: endOf(tokens, i), data: [] })
      }
    }
  },
}

import { type Document, headSpan } from '../../cst/document.ts'
import { FIRST, field } from '../../cst/statements.ts'
import { argumentTokens, keywordOf } from '../../cst/words.ts'
import { QUOTED } from '../../lex/kinds.ts'
import { kindOf, startOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'

const service = 'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.0.1.1 80 {\n    }\n}\n'

/** R25: an include of 1.2.2 is a line of exactly two words, and a quote is a word of its own. */
export const includeMalformed: Rule = {
  code: 'include/malformed',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'ignored',
  message: (why) => `1.2.2 does not take this line for an include: ${why}`,
  consequence: () => 'the line is an unknown keyword and is ignored without a word',
  help: () => 'Write `include` and one name, without quotes.',
  reported: false,
  explanation: 'An include is recognised only when the line has exactly two words; quotes count as words.',
  bad: `include "a.conf"\n${service}`,
  good: service,
  check(subject, report) {
    const words = subject.dialect.profile.includeWords
    for (const [file, document] of subject.originals.entries()) {
      const { text, tokens, statements } = document
      if (!text.includes('include')) continue
      for (let row = 0; row < statements.count; row++) {
        const start = startOf(tokens, field(statements, row, FIRST))
        if (!text.startsWith('include', start) || !words.includes(keywordOf(document, row))) continue
        const why = whyNot(document, row)
        if (why !== undefined) report({ file, ...headSpan(document, row), data: [why] })
      }
    }
  },
}

function whyNot(document: Document, row: number): string | undefined {
  const args = argumentTokens(document, row)
  const only = args[0]
  if (only === undefined) return 'a name is missing'
  if (args.length > 1) return 'there must be one name'
  return kindOf(document.tokens, only) === QUOTED ? 'quotes do not work here' : undefined
}

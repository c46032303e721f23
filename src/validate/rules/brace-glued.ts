import { FIRST, field, LAST, OPEN_BRACE } from '../../cst/statements.ts'
import { isWord, keywordOf } from '../../cst/words.ts'
import { QUOTED } from '../../lex/kinds.ts'
import { kindOf, startOf, textOf } from '../../lex/tokens.ts'
import { allBlocks } from '../look.ts'
import type { Rule } from '../rule.ts'

type Glued = 'keyword' | 'name' | 'number'

const outcome: Readonly<Record<Glued, string>> = {
  keyword: 'the word with its brace is an unknown keyword: the block is not opened and its `}` closes the block around it',
  name: 'the brace becomes part of the name, so that references to it no longer match',
  number: 'it works only because reading a number stops at the brace',
}

/** R01a to R01d: `{` without a blank before it. 1.2.2 never looks at an opening brace, so it belongs to the word. */
export const braceGlued: Rule = {
  code: 'lvs/brace-glued',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (word) => `there is no blank between \`${word}\` and its \`{\``,
  consequence: (_word, kind) => outcome[kind as Glued] ?? outcome.name,
  help: () => 'Write a blank before the `{`.',
  reported: false,
  explanation:
    'The 1.2.2 parser cuts lines into words at blanks only and opens a block because its keyword is known, not because of the brace. `TCP_CHECK{` is a word nobody knows. First of the four special rules.',
  bad: 'virtual_server_group web{\n    10.0.0.1 80\n}\n',
  good: 'virtual_server_group web {\n    10.0.0.1 80\n}\n',
  check(subject, report) {
    for (const { file, row, document } of allBlocks(subject)) {
      const { statements, tokens } = document
      const open = field(statements, row, OPEN_BRACE)
      const last = field(statements, row, LAST)
      if (open < 1 || open !== last + 1 || !isWord(tokens, last)) continue
      const kind: Glued =
        last === field(statements, row, FIRST) ? 'keyword' : /^\d+$/.test(textOf(tokens, last)) ? 'number' : 'name'
      const start = startOf(tokens, open)
      report({
        file,
        start,
        end: start + 1,
        data: [kindOf(tokens, last) === QUOTED ? keywordOf(document, row) : textOf(tokens, last), kind],
        severity: kind === 'number' ? 'warning' : 'error',
        fix: { title: 'put a blank before the brace', safe: true, edits: [{ file, start, end: start, newText: ' ' }] },
      })
    }
  },
}

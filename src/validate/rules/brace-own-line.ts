import { FIRST, field, LAST, OPEN_BRACE } from '../../cst/statements.ts'
import { keywordOf } from '../../cst/words.ts'
import { BLANK, EOL } from '../../lex/kinds.ts'
import { endOf, kindOf, startOf, type Tokens } from '../../lex/tokens.ts'
import { allBlocks } from '../look.ts'
import type { Rule } from '../rule.ts'
import { service } from './examples.ts'

const group = (head: string): string => `${head}\n    10.0.0.1 80\n}\n${service('', undefined, 'group web')}`

/** R01e: `{` on a line of its own. Harmless behind a block keyword; the reader of plain lines (alloc_value_block) takes it for a line. */
export const braceOwnLine: Rule = {
  code: 'lvs/brace-own-line',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (keyword) => `the \`{\` of \`${keyword}\` stands on a line of its own`,
  consequence: (keyword, form) =>
    form === 'lines'
      ? `the brace becomes an entry of \`${keyword}\`: an address 0.0.0.0, or a name that does not exist`
      : 'the line is taken for an unknown keyword and ignored, which happens to do no harm',
  help: (keyword) => `Write the \`{\` on the line of \`${keyword}\`, behind a blank.`,
  reported: false,
  explanation:
    'The 1.2.2 parser never looks at an opening brace. Behind a block keyword a line with only a brace is one more unknown keyword; in a block of plain lines every line up to the `}` is an entry, the brace too.',
  bad: group('virtual_server_group web\n{'),
  good: group('virtual_server_group web {'),
  check(subject, report) {
    const forms = new Map(subject.schema.rows.map(({ keyword, form }) => [keyword, form]))
    for (const { file, row, document } of allBlocks(subject)) {
      const { statements, tokens } = document
      const open = field(statements, row, OPEN_BRACE)
      if (open < 0 || open === field(statements, row, FIRST) || !startsLine(tokens, open)) continue
      const keyword = keywordOf(document, row)
      const form = forms.get(keyword)
      if (form !== 'block' && form !== 'lines') continue // an unknown block has a finding of its own
      const last = field(statements, row, LAST)
      const start = startOf(tokens, open)
      const edit = { file, start: endOf(tokens, last), end: start + 1, newText: ' {' }
      report({
        file,
        start,
        end: start + 1,
        data: [keyword, form],
        ...(form === 'lines' ? {} : { severity: 'warning', effect: 'accepted' }),
        ...(isBlankBetween(tokens, last, open)
          ? { fix: { title: 'put the brace behind the keyword', safe: true, edits: [edit] } }
          : {}),
      })
    }
  },
}

function startsLine(tokens: Tokens, token: number): boolean {
  let before = token - 1
  while (before >= 0 && kindOf(tokens, before) === BLANK) before--
  return before >= 0 && kindOf(tokens, before) === EOL
}

function isBlankBetween(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (kindOf(tokens, i) !== BLANK && kindOf(tokens, i) !== EOL) return false
  return true
}

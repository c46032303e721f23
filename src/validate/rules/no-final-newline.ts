import { BLANK, BOM, CLOSE, COMMENT, EOL } from '../../lex/kinds.ts'
import { kindOf, startOf, type Tokens } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'

/** R27: read_line hands out a line at its line end only. A lone `}` is no loss: the end of the file closes everything. */
export const noFinalNewline: Rule = {
  code: 'lvs/no-final-newline',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: () => 'the last line does not end with a newline',
  consequence: () => 'the line is not read',
  help: () => 'End the file with a newline.',
  reported: false,
  explanation:
    'The 1.2.2 reader gives a line to the parser when it meets the line end; what the file ends with otherwise is dropped.',
  bad: 'global_defs {\n    router_id A\n}\nlinkbeat_use_polling',
  good: 'global_defs {\n    router_id A\n}\nlinkbeat_use_polling\n',
  check(subject, report) {
    for (const [file, { text, tokens }] of subject.originals.entries()) {
      const first = lastLine(tokens)
      if (first < 0) continue
      const end = text.length
      const fix = { title: 'end the line', safe: true, edits: [{ file, start: end, end, newText: '\n' }] }
      report({ file, start: startOf(tokens, first), end, data: [], fix })
    }
  },
}

/** The first token of an unfinished last line that says something; -1 when there is no such line. */
function lastLine(tokens: Tokens): number {
  let first = -1
  let braces = 0
  let words = 0
  for (let i = tokens.count - 1; i >= 0 && kindOf(tokens, i) !== EOL; i--) {
    const kind = kindOf(tokens, i)
    if (kind === BLANK || kind === BOM || kind === COMMENT) continue
    if (kind === CLOSE) braces++
    else words++
    first = i
  }
  return words > 0 || braces > 1 ? first : -1
}

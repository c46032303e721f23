import { type Document, hasBlock, parentOf } from '../../cst/document.ts'
import { FIRST, field, LAST } from '../../cst/statements.ts'
import { keywordOf } from '../../cst/words.ts'
import { WORD } from '../../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'

/** decomment() runs twice over a line: when a file is read, and when the copy of what was read is read again. */
export const escapedCommentSign: Rule = {
  code: 'lex/escaped-comment-sign',
  lineages: ['keepalived', 'dpvs'],
  severity: 'warning',
  effect: 'truncated',
  message: (sign) => `\`\\${sign}\` is a sign for the first of the four passes only`,
  consequence: () => 'the others read a copy without the backslash, and there a comment starts',
  help: (sign) => `Put the word between double quotes, where \`${sign}\` needs no backslash.`,
  reported: false,
  explanation:
    'The first pass acts on global settings and writes down what it reads for the passes that act on services, instances and BFD. The backslash is gone from that copy.',
  bad: 'vrrp_instance a\\#b {\n    virtual_router_id 1\n    interface eth0\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n',
  good: 'vrrp_instance "a#b" {\n    virtual_router_id 1\n    interface eth0\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n',
  check(subject, report) {
    for (const [file, document] of subject.originals.entries()) {
      const { text, tokens, statements } = document
      if (!text.includes('\\#') && !text.includes('\\!')) continue
      for (let row = 0; row < statements.count; row++) {
        const first = field(statements, row, FIRST)
        for (let i = first; i <= field(statements, row, LAST); i++) {
          if (kindOf(tokens, i) !== WORD) continue
          const start = startOf(tokens, i)
          const sign = /\\([#!])/.exec(text.slice(start, endOf(tokens, i)))
          if (sign === null || (i > first && isGlobal(document, row))) continue
          const at = start + sign.index
          report({ file, start: at, end: at + 2, data: [sign[1] as string] })
        }
      }
    }
  },
}

/** Global settings are read by the first pass only. */
function isGlobal(document: Document, row: number): boolean {
  let top = row
  while (parentOf(document, top) >= 0) top = parentOf(document, top)
  return top === row ? !hasBlock(document, row) : keywordOf(document, top) === 'global_defs'
}

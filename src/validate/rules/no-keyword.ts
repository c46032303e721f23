import { endOf, startOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'
import { braceProblems, LINEAGES, service } from './brace-pairs.ts'

export const bareBlock: Rule = {
  code: 'block/no-keyword',
  byReader: 'text',
  lineages: LINEAGES,
  severity: 'error',
  effect: 'misread',
  message: () => 'this `{` follows no keyword',
  consequence: () => 'the brace is ignored, and its `}` closes the block around it',
  reported: true,
  explanation: 'A block belongs to the keyword in front of it; a second block behind one keyword belongs to none.',
  bad: service('    }\n    {\n    }\n}\n'),
  good: service('    }\n}\n'),
  check(subject, report) {
    for (const { file, document, problem } of braceProblems(subject)) {
      if (problem.kind !== 'bare-open') continue
      report({ file, start: startOf(document.tokens, problem.token), end: endOf(document.tokens, problem.token), data: [] })
    }
  },
}

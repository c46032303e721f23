import { endOf, startOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'
import { braceProblems, LINEAGES, service } from './brace-pairs.ts'

export const strayClose: Rule = {
  code: 'block/stray-close',
  byReader: 'text',
  lineages: LINEAGES,
  severity: 'error',
  effect: 'misread',
  message: () => 'this `}` closes nothing',
  consequence: () => '2.x reports it; 1.2.2 ignores it at the top level, and elsewhere it closes the block around it',
  help: () => 'Remove it, or find the `{` that is missing above it.',
  reported: true,
  explanation: 'There are more closing braces than opening ones.',
  bad: service('    }\n}\n}\n'),
  good: service('    }\n}\n'),
  check(subject, report) {
    for (const { file, document, problem } of braceProblems(subject)) {
      if (problem.kind !== 'stray-close') continue
      report({ file, start: startOf(document.tokens, problem.token), end: endOf(document.tokens, problem.token), data: [] })
    }
  },
}

import { headSpan } from '../../cst/document.ts'
import { keywordOf } from '../../cst/words.ts'
import { endOf } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'
import { braceProblems, LINEAGES, service } from './brace-pairs.ts'

export const missingClose: Rule = {
  code: 'block/missing-close',
  byReader: 'text',
  lineages: LINEAGES,
  severity: 'error',
  effect: 'misread',
  message: (keyword) => `the block of \`${keyword}\` is not closed`,
  consequence: () => 'everything behind it is read inside this block: services that follow vanish or end up in the wrong place',
  help: () => 'Write the `}` at the place below, where the indentation puts it.',
  reported: true,
  explanation:
    'The parser counts braces; it cannot know where one was forgotten. Here it is placed by indentation and by keywords that stand at the top level only. 2.x reports the unbalance (without a line), 1.2.2 says nothing.',
  bad: service('}\n'),
  good: service('    }\n}\n'),
  check(subject, report) {
    for (const { file, document, problem } of braceProblems(subject)) {
      if (problem.kind !== 'missing-close') continue
      const at = endOf(document.tokens, problem.after)
      report({
        file,
        ...headSpan(document, problem.row),
        data: [keywordOf(document, problem.row) || '{'],
        related: [{ file, start: at, end: at, message: 'a `}` belongs behind this' }],
      })
    }
  },
}

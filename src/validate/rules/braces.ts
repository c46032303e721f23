import { type Document, headSpan } from '../../cst/document.ts'
import { type BraceProblem, problemAt } from '../../cst/problems.ts'
import { keywordOf } from '../../cst/words.ts'
import { endOf, startOf } from '../../lex/tokens.ts'
import type { Rule, Subject } from '../rule.ts'

const LINEAGES = ['keepalived', 'lvs', 'dpvs'] as const

const service = (inner: string): string =>
  `virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n    real_server 10.0.1.1 80 {\n        weight 1\n${inner}`

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

interface Found {
  readonly file: number
  readonly document: Document
  readonly problem: BraceProblem
}

/**
 * Where directives exist a block may begin in one file and end in another, and braces may come out of definitions: then the effective text counts.
 */
function* braceProblems({ originals, expanded }: Subject): Generator<Found> {
  const places = expanded === undefined ? [...originals.entries()] : [[expanded.file, expanded.document] as const]
  for (const [file, document] of places) {
    for (let i = 0; i < document.problems.count; i++) yield { file, document, problem: problemAt(document.problems, i) }
  }
}

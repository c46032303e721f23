import { endOf, startOf, textOf } from '../../lex/tokens.ts'
import { lineProblems, splitLine } from '../lines.ts'
import type { Rule } from '../rule.ts'
import { service } from './examples.ts'

/** R06: the rest of a line behind `{`. A block on one line is this mistake too, with its `}`. */
export const wordsAfterBrace: Rule = {
  code: 'lvs/words-after-brace',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (word) => `\`${word}\` stands on the line of a \`{\``,
  consequence: () => 'everything behind the brace is dropped, a `}` too: the block stays open',
  help: () => 'Write each setting, and the `}`, on a line of its own.',
  reported: false,
  explanation:
    'A line is one statement: the handler of the block keyword reads the words it knows and nobody looks at the others. `real_server 10.0.1.1 80 { weight 1 }` sets no weight and leaves the block open.',
  bad: service('', '    real_server 10.0.1.1 80 { weight 1 }\n'),
  good: service('', '    real_server 10.0.1.1 80 {\n        weight 1\n    }\n'),
  check(subject, report) {
    for (const [file, document] of subject.originals.entries()) {
      const { tokens } = document
      for (const { kind, token } of lineProblems(document)) {
        if (kind !== 'words-after-brace') continue
        report({
          file,
          start: startOf(tokens, token),
          end: endOf(tokens, token),
          data: [textOf(tokens, token)],
          fix: { title: 'one statement a line', safe: true, edits: splitLine(document, file, token) },
        })
      }
    }
  },
}

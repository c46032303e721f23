import { endOf, startOf } from '../../lex/tokens.ts'
import { lineProblems, splitLine } from '../lines.ts'
import type { Rule } from '../rule.ts'
import { server } from './examples.ts'

const outcome: Readonly<Record<string, string>> = {
  behind: 'it closes nothing: what follows is read inside the block that should have ended here',
  followed: 'it closes its block, and the rest of the line is dropped',
  glued: 'the word with the brace closes nothing: what follows is read inside the block that should have ended here',
}

/** R06: process_stream compares the first word of a line with `}`, nothing else closes a block. */
export const closeNotAlone: Rule = {
  code: 'lvs/close-not-alone',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: () => 'this `}` is not alone on its line',
  consequence: (kind) => outcome[kind as string] ?? 'it may close nothing',
  help: () => 'Write each `}` on a line of its own; a comment may follow behind a blank.',
  reported: false,
  explanation:
    'The 1.2.2 parser closes a block when the first word of a line is exactly `}`. In `weight 4 }` the brace is a surplus word, `}}` is one unknown word, and behind `} ` the rest of the line is lost.',
  bad: server('        weight 4 }\n').replace(/ {4}\}\n\}/, '}'),
  good: server('        weight 4\n'),
  check(subject, report) {
    for (const [file, document] of subject.originals.entries()) {
      const { tokens } = document
      for (const { kind, token } of lineProblems(document)) {
        if (kind === 'words-after-brace') continue
        report({
          file,
          start: startOf(tokens, token),
          end: endOf(tokens, token),
          data: [kind],
          fix: { title: 'one statement a line', safe: true, edits: splitLine(document, file, token) },
        })
      }
    }
  },
}

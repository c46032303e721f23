import type { CodeRow } from '../diagnostics/finding.ts'
import { REFUSAL } from '../diagnostics/refusal.ts'
import type { Problem } from './problem.ts'

const NO_TEXT = { ...REFUSAL, consequence: () => 'no text is written' }

/** What the codes of `write` mean. Their messages say more: they begin with the path of the place in the model. */
export const WRITE_CODES: Readonly<Record<Problem['code'], CodeRow>> = {
  'write/invalid': {
    ...NO_TEXT,
    code: 'write/invalid',
    message: () => 'a value of the model is not one that its keyword takes',
    explanation:
      'A model is written only where every value in it is one that its keyword takes. A number out of range or a list in place of a word would be read as something else, or not at all.',
    sample: "write({ vrrp_instance: [{ name: 'A', priority: 300 }] })",
  },
  'write/unknown-key': {
    ...NO_TEXT,
    code: 'write/unknown-key',
    message: () => 'the target has no such keyword at this place',
    help: () => 'Correct the name, or write for a target that knows it.',
    explanation:
      'A key of the model is a keyword of the target. One that is misspelt, stands in the wrong block or came with a later version would be written as a line that nobody reads. What is meant as an unknown line goes into `unknown`.',
    sample: "write({ vrrp_instance: [{ name: 'A', prioriti: 100 }] })",
  },
  'write/not-expressible': {
    ...NO_TEXT,
    code: 'write/not-expressible',
    message: () => 'the value is right, and there is no way to write it for this target',
    explanation:
      'Some values have no words: a line end inside of a word, a double quote where only double quotes quote, a `#` behind a blank for 1.2.2, a line longer than the buffer of the reader, a reference to a definition that is not in the model. A text that is read as another value is never written.',
    sample: "write({ global_defs: { router_id: 'two\\nlines' } })",
  },
}

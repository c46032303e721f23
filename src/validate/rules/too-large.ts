import { MOST_CHARACTERS } from '../../lex/tokens.ts'
import type { Rule } from '../rule.ts'
import { good, LINEAGES } from './byte-places.ts'

export const textTooLarge: Rule = {
  code: 'lex/too-large',
  lineages: LINEAGES,
  severity: 'error',
  effect: 'accepted',
  message: (most) => `the text has more than ${most} characters and was not cut into tokens`,
  consequence: () => 'nothing in it was checked',
  reported: false,
  explanation: 'Offsets are kept in 28 bits. A configuration of this size is not one file in practice: use include.',
  bad: '',
  good,
  check(subject, report) {
    for (const [file, { text }] of subject.originals.entries()) {
      if (text.length > MOST_CHARACTERS) report({ file, start: 0, end: 0, data: [MOST_CHARACTERS] })
    }
  },
}

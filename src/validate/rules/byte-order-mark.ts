import type { Rule } from '../rule.ts'
import { good, LINEAGES } from './byte-places.ts'

export const byteOrderMark: Rule = {
  code: 'lex/byte-order-mark',
  byReader: 'text',
  lineages: LINEAGES,
  severity: 'error',
  effect: 'misread',
  message: () => 'the file starts with a byte order mark',
  consequence: () =>
    'the mark becomes part of the first word, which so is an unknown keyword, and its block is read at the top level',
  help: () => 'Save the file as UTF-8 without a byte order mark.',
  reported: true,
  explanation: 'keepalived reads bytes and knows no encoding; the three bytes of the mark are ordinary characters.',
  bad: `\uFEFF${good}`,
  good,
  check(subject, report) {
    for (const [file, { text }] of subject.originals.entries()) {
      if (!text.startsWith('\uFEFF')) continue
      const fix = { title: 'remove the mark', safe: true, edits: [{ file, start: 0, end: 1, newText: '' }] }
      report({ file, start: 0, end: 1, data: [], fix })
    }
  },
}

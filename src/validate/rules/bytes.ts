import { NEW_READER } from '../../expand/options.ts'
import { MOST_CHARACTERS } from '../../lex/tokens.ts'
import type { Rule, Subject } from '../rule.ts'

const LINEAGES = ['keepalived', 'lvs', 'dpvs'] as const
const good = 'global_defs {\n    router_id A\n}\n'

function* places(subject: Subject, pattern: RegExp, most: number): Generator<{ file: number; start: number; end: number }> {
  for (const [file, { text }] of subject.originals.entries()) {
    let count = 0
    for (const match of text.matchAll(pattern)) {
      yield { file, start: match.index, end: match.index + match[0].length }
      if (++count === most) break
    }
  }
}

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

export const invalidUtf8: Rule = {
  code: 'lex/invalid-utf8',
  lineages: LINEAGES,
  severity: 'info',
  effect: 'accepted',
  message: () => 'this is not UTF-8',
  consequence: () => 'keepalived takes any byte as it is; other tools that read the file may not',
  reported: false,
  explanation:
    'Bytes above 0x7F are ordinary word characters, whatever their encoding. They are kept and written back unchanged.',
  bad: '# caf\uDCE9\nglobal_defs {\n    router_id A\n}\n',
  good,
  check(subject, report) {
    // `decode` turns a byte that is not UTF-8 into a lone surrogate; the first run of a file is enough to say it.
    for (const place of places(subject, /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]+/g, 1)) report({ ...place, data: [] })
  },
}

export const nulByte: Rule = {
  code: 'lex/nul',
  byReader: 'text',
  lineages: LINEAGES,
  severity: 'error',
  effect: 'truncated',
  message: () => 'there is a NUL byte in this line',
  consequence: () => 'the line ends here for the parser; newer versions drop it whole',
  help: () => 'Remove the byte; the file may be damaged or not a text file at all.',
  reported: false,
  explanation: 'Lines are C strings: nothing behind the first NUL is seen.',
  bad: 'global_defs {\n    router_id A\0B\n}\n',
  good,
  check(subject, report) {
    const reported = subject.dialect.lineage === 'keepalived' && subject.dialect.number >= NEW_READER
    for (const place of places(subject, /\0[^\n]*/g, 100)) report({ ...place, end: place.start + 1, data: [], reported })
  },
}

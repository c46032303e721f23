import { NEW_READER } from '../../expand/options.ts'
import type { Rule } from '../rule.ts'
import { good, LINEAGES, places } from './byte-places.ts'

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

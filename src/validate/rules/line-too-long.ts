import { NEW_READER } from '../../expand/options.ts'
import { byteLength } from '../../text/decode.ts'
import type { Rule } from '../rule.ts'

/** Lines are read into a buffer of fixed size. The limit is in bytes. */
export const lineTooLong: Rule = {
  code: 'lex/line-too-long',
  byReader: 'text',
  lineages: ['keepalived', 'lvs', 'dpvs'],
  severity: 'error',
  effect: 'truncated',
  message: (most) => `the line has more than ${most} bytes`,
  consequence: () => 'it is cut there, and the rest is read as a line of its own',
  help: () => 'Break it into several lines; a comment or trailing blanks count too.',
  reported: false,
  explanation:
    'read_line fills a buffer of 1024 bytes. 1.2.2 and versions before 2.3 cut longer lines silently, newer ones report and drop the first part.',
  bad: `# ${'x'.repeat(1100)}\nglobal_defs {\n    router_id A\n}\n`,
  good: 'global_defs {\n    router_id A\n}\n',
  check(subject, report) {
    const { lineLimit } = subject.dialect.profile
    const reported = subject.dialect.lineage === 'keepalived' && subject.dialect.number >= NEW_READER
    for (const [file, { text }] of subject.originals.entries()) {
      // A character takes at most three bytes, so nearly every line is judged by its length alone, and many short ones at once.
      const room = Math.floor(lineLimit / 3)
      for (let start = 0; start + room < text.length; ) {
        const near = text.lastIndexOf('\n', start + room)
        if (near >= start) {
          start = near + 1
          continue
        }
        const found = text.indexOf('\n', start)
        const end = found < 0 ? text.length : found
        if (byteLength(text, start, end) > lineLimit) report({ file, start, end, data: [lineLimit], reported })
        start = end + 1
      }
    }
  },
}

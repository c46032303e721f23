import type { Rule } from '../rule.ts'
import { good, LINEAGES, places } from './byte-places.ts'

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

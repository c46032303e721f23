import { numberOf, settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { services } from '../service.ts'
import { service } from './examples.ts'

/** Largest numbers that the text fields of virtual_server_t hold with their terminator. */
const MOST = { persistence_timeout: 9999, est_timeout: 99999 } as const

/** R10: both timeouts are kept as text in fields of fixed size. */
export const timeoutTooLong: Rule = {
  code: 'lvs/timeout-too-long',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (keyword, value, most) => `\`${keyword} ${value}\` has more digits than the field holds; ${most} is the most`,
  consequence: (keyword) =>
    keyword === 'est_timeout'
      ? 'only the first five digits are kept'
      : 'the text runs into `est_timeout`, whose digits are appended, and is cut behind the fifth digit',
  help: (_keyword, _value, most) => `Write ${most} or less.`,
  reported: false,
  explanation:
    'persistence_timeout and est_timeout are texts of five characters in 1.2.2, persistence_timeout with its terminator. 86400 with an est_timeout of 900 is read as 86400900, and 123456 as 12345.',
  bad: service('    persistence_timeout 86400\n'),
  good: service('    persistence_timeout 3600\n    est_timeout 86400\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      for (const keyword of ['persistence_timeout', 'est_timeout'] as const) {
        const value = numberOf(block, keyword)
        if (value === undefined || value <= MOST[keyword]) continue
        report({
          ...settingSpan(subject, block, keyword),
          data: [keyword, value, MOST[keyword]],
          ...(keyword === 'est_timeout' ? { effect: 'truncated' } : {}),
        })
      }
    }
  },
}

import { blocks, numberOf, settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { services } from '../service.ts'
import { server } from './examples.ts'

const MOST = 200
const check = (seconds: number): string => server(`        SMTP_CHECK {\n            connect_timeout ${seconds}\n        }\n`)

/** R04 for SMTP_CHECK; for the other checkers the keyword table has the range. */
export const connectTimeoutTooLong: Rule = {
  code: 'lvs/connect-timeout-too-long',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (seconds) => `a \`connect_timeout\` of ${seconds} is above ${MOST} seconds`,
  consequence: () => 'the published parser takes it, but above 2147 the number overflows',
  help: () => `Write at most ${MOST}.`,
  reported: false,
  explanation: 'The timeout is kept in microseconds in a field of 32 bits; 200 is the most that the Sina edition supports.',
  bad: check(300),
  good: check(200),
  check(subject, report) {
    for (const service of services(subject)) {
      for (const real of blocks(service, 'real_server')) {
        for (const checker of blocks(real, 'SMTP_CHECK')) {
          const seconds = numberOf(checker, 'connect_timeout')
          if (seconds !== undefined && seconds > MOST) {
            report({ ...settingSpan(subject, checker, 'connect_timeout'), data: [seconds] })
          }
        }
      }
    }
  },
}

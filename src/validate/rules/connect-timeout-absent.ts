import { blocks, headerSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, services } from '../service.ts'
import { server } from './examples.ts'

const check = (lines: string): string => server(`        TCP_CHECK {\n${lines}        }\n`)

/** R04: the three checkers that have no default of their own. SMTP_CHECK has one (5 s), MISC_CHECK has no such setting. */
export const connectTimeoutAbsent: Rule = {
  code: 'lvs/connect-timeout-absent',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'outage',
  message: (checker) => `\`${checker}\` has no \`connect_timeout\``,
  consequence: () => 'the timeout is 0 and each check fails at once: the server is taken out',
  help: () => 'Write `connect_timeout 3`.',
  reported: false,
  explanation:
    'The checkers TCP_CHECK, HTTP_GET and SSL_GET of 1.2.2 start with a timeout of 0 and nothing replaces it; later versions use 5 seconds.',
  bad: check('            connect_port 80\n'),
  good: check('            connect_port 80\n            connect_timeout 3\n'),
  check(subject, report) {
    for (const service of services(subject)) {
      for (const real of blocks(service, 'real_server')) {
        for (const checker of ['TCP_CHECK', 'HTTP_GET', 'SSL_GET']) {
          for (const block of blocks(real, checker)) {
            if (!isMeant(block, 'connect_timeout')) report({ ...headerSpan(subject, block), data: [checker] })
          }
        }
      }
    }
  },
}

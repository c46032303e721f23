import { blocks, headerSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, services } from '../service.ts'
import { server } from './examples.ts'

const check = (lines: string): string => server(`        HTTP_GET {\n            connect_timeout 3\n${lines}        }\n`)

/** R30: the check takes the first url of an empty list. */
export const checkWithoutUrl: Rule = {
  code: 'lvs/check-without-url',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'crash',
  message: (checker) => `\`${checker}\` has no \`url\``,
  consequence: () => 'it is accepted, and the process dies when the check runs, again after every restart',
  help: () => 'Write a `url` block with a `path`, or use TCP_CHECK.',
  reported: false,
  explanation:
    'The checker asks for its urls one after the other and does not look whether there is one. Later versions report it and drop the checker.',
  bad: check(''),
  good: check('            url {\n                path /\n            }\n'),
  check(subject, report) {
    for (const service of services(subject)) {
      for (const real of blocks(service, 'real_server')) {
        for (const checker of ['HTTP_GET', 'SSL_GET']) {
          for (const block of blocks(real, checker)) {
            if (!isMeant(block, 'url')) report({ ...headerSpan(subject, block), data: [checker] })
          }
        }
      }
    }
  },
}

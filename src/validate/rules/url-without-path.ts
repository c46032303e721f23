import { blocks, headerSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, services } from '../service.ts'
import { server } from './examples.ts'

const check = (lines: string): string =>
  server(`        HTTP_GET {\n            connect_timeout 3\n            url {\n${lines}            }\n        }\n`)

/** R30: a url without a path is kept with a null pointer. */
export const urlWithoutPath: Rule = {
  code: 'lvs/url-without-path',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'crash',
  message: () => 'the `url` has no `path`',
  consequence: () => 'it is accepted, and the process dies when the check runs, again after every restart',
  help: () => 'Write `path /`, or the page to ask for.',
  reported: false,
  explanation: 'The request is made of the path without looking whether there is one. Later versions report it and drop the url.',
  bad: check('                status_code 200\n'),
  good: check('                path /\n                status_code 200\n'),
  check(subject, report) {
    for (const service of services(subject)) {
      for (const real of blocks(service, 'real_server')) {
        for (const checker of ['HTTP_GET', 'SSL_GET']) {
          for (const block of blocks(real, checker)) {
            for (const url of blocks(block, 'url')) {
              if (!isMeant(url, 'path')) report({ ...headerSpan(subject, url), data: [] })
            }
          }
        }
      }
    }
  },
}

import { checkersOf } from '../../checkers.ts'
import { blocks, closeSpan, headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'
import { URL } from './pages.ts'

/** L020. */
export const urlWithoutPath: Rule = {
  code: 'checker/url-without-path',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: () => 'the `url` has no `path`',
  consequence: () => 'it is reported, and this page is not asked for',
  help: () => 'Write `path /` or the page that is meant.',
  reported: true,
  explanation: 'A url block without a path is dropped when it closes (url_check).',
  bad: checked('HTTP_GET', `${URL}            url {\n    ${line('status_code 200')}            }\n`),
  good: checked('HTTP_GET', URL),
  check(subject, report) {
    for (const { block } of checkersOf(subject, 'HTTP_GET', 'SSL_GET')) {
      for (const url of blocks(block, 'url')) {
        if (isMeant(url, 'path')) continue
        report({
          ...closeSpan(subject, url),
          data: [],
          related: [{ ...headerSpan(subject, url), message: 'the url' }],
        })
      }
    }
  },
}

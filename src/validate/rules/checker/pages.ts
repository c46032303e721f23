import type { MutableBlock } from '../../../bind/model.ts'
import { checkersOf } from '../../checkers.ts'
import { blocks } from '../../look.ts'
import type { Subject } from '../../rule.ts'
import { checked, line } from './examples.ts'

/** The pages that HTTP checks ask for. */
export function* pagesOf(subject: Subject): Generator<MutableBlock> {
  for (const { block } of checkersOf(subject, 'HTTP_GET', 'SSL_GET')) yield* blocks(block, 'url')
}

/** A service that is checked by one page with these lines. */
export const page = (...lines: readonly string[]): string =>
  checked('HTTP_GET', `            url {\n${['path /', ...lines].map((one) => `    ${line(one)}`).join('')}            }\n`)

export const URL = `            url {\n    ${line('path /')}            }\n`

import type { MutableBlock } from '../../../bind/model.ts'
import { packOrigin } from '../../../bind/origins.ts'
import { versionNumber } from '../../../schema/version.ts'
import { type Checker, CONNECTING, checkersOf, LOCAL } from '../../checkers.ts'
import { blocks, closeSpan, headerSpan, isWritten } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'
import { URL } from './pages.ts'

/** Up to which version a checker without a url that is dropped is looked at once more. */
const SURVIVES = versionNumber('2.2.8')

/** L021. */
export const noUrl: Rule = {
  code: 'checker/no-url',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (checker) => `\`${checker}\` has no \`url\` with a \`path\``,
  consequence: () => 'it is reported and dropped: nobody checks the server',
  help: () => 'Write a `url` block with a `path`, or use TCP_CHECK.',
  reported: true,
  explanation:
    'The check has nothing to ask for (http_get_check_end). Before 2.2.8 the process dies where no other checker that connects has been read before it.',
  bad: checked('HTTP_GET', line('connect_timeout 3')),
  good: checked('HTTP_GET', URL),
  check(subject, report) {
    const isOld = subject.dialect.lineage === 'keepalived' && subject.dialect.number < SURVIVES
    let deadly: ReadonlySet<MutableBlock> | undefined
    for (const checker of checkersOf(subject, 'HTTP_GET', 'SSL_GET')) {
      const { block, keyword } = checker
      if (blocks(block, 'url').some(hasPath) || block.unknown?.some((one) => one.block !== undefined) === true) continue
      if (blocks(block, 'url').length === 0 && isMeant(block, 'url')) continue
      if (isOld) deadly ??= withoutConnection(inOrder(subject))
      const isDeadly = deadly?.has(block) === true
      report({
        ...closeSpan(subject, block),
        data: [keyword],
        related: [{ ...headerSpan(subject, block), message: 'the checker' }],
        ...(isDeadly ? { effect: 'crash', exit: 'crash', consequence: 'it is reported, and the process dies' } : {}),
      })
    }
  },
}

const hasPath = (url: MutableBlock): boolean => isWritten(url, 'path')

/** All checkers that stay, in the order of the text. */
function inOrder(subject: Subject): readonly Checker[] {
  const place = ({ block }: Checker): number => subject.origins.get(block) ?? packOrigin(0, 0)
  return [...checkersOf(subject, ...CONNECTING, ...LOCAL)].filter(stays).sort((a, b) => place(a) - place(b))
}

const stays = ({ keyword, block }: Checker): boolean =>
  keyword === 'HTTP_GET' || keyword === 'SSL_GET' ? true : keyword !== 'MISC_CHECK' || isWritten(block, 'misc_path')

/** Checkers with no connection in front of them: the nearest one that is not dropped for its missing url is of another kind, or there is none. */
function withoutConnection(order: readonly Checker[]): ReadonlySet<MutableBlock> {
  const found = new Set<MutableBlock>()
  let connects = false
  for (const { keyword, block } of order) {
    if (!connects) found.add(block)
    const isDropped = (keyword === 'HTTP_GET' || keyword === 'SSL_GET') && !blocks(block, 'url').some(hasPath)
    if (!isDropped) connects = !LOCAL.some((one) => one === keyword)
  }
  return found
}

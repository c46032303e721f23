import { versionNumber } from '../../../schema/version.ts'
import { nameOf } from '../../effective-service.ts'
import { closeSpan, headerSpan, isWritten } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { servicesOf } from '../../services.ts'
import { service } from './examples.ts'
import { READERS } from './lines.ts'

/** Before that the service was dropped after its group had been looked for, so one without its group went unnoticed. */
const AT_THE_BRACE = versionNumber('2.2.8')

/** L003. */
export const noRealServer: Rule = {
  code: 'service/no-real-server',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (name) => `the service ${name} has no \`real_server\``,
  consequence: () => 'it is reported and dropped, with its sorry server',
  help: () => 'Add a `real_server`, or take the service out.',
  reported: true,
  explanation:
    'A service without real servers is not set up. Versions from 2.2.8 on say so when its block closes (vs_end_handler), earlier ones after reading (validate_check_config).',
  bad: service('', ''),
  good: service(''),
  check(subject, report) {
    const late = subject.dialect.number < AT_THE_BRACE
    for (const service of servicesOf(subject)) {
      const { block, kind, group, servers, wrongFamily, isOpen } = service
      if (servers.length > 0 || wrongFamily.length > 0 || isOpen) continue
      if (isWritten(block, 'real_server') || isMeant(block, 'real_server') || hasUnknownBlock(block.unknown)) continue
      report({
        ...closeSpan(subject, block),
        data: [nameOf(service)],
        related: [{ ...headerSpan(subject, block), message: 'the service' }],
        ...(late && kind === 'group' && group === undefined ? { reported: false } : {}),
      })
    }
  },
}

/** A misspelt block may hold what is missing, and has its own finding. */
const hasUnknownBlock = (unknown: readonly { readonly block?: unknown }[] | undefined): boolean =>
  unknown?.some(({ block }) => block !== undefined) === true

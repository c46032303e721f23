import { versionNumber } from '../../../schema/version.ts'
import type { Checker } from '../../checkers.ts'
import { blocks } from '../../look.ts'

/** The checker, or the `host` blocks that an SMTP_CHECK may have instead of settings of its own. */
export function* ends(checker: Checker): Generator<Checker> {
  const hosts = blocks(checker.block, 'host')
  if (hosts.length === 0) yield checker
  for (const block of hosts) yield { ...checker, block }
}

/** From 2.2.8 on a host block sets options of the checker around it. */
export const AT_THE_CHECKER = versionNumber('2.2.8')

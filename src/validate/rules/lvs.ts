import type { Rule } from '../rule.ts'
import { alphaWithoutChecker } from './alpha-without-checker.ts'
import { braceGlued } from './brace-glued.ts'
import { braceOwnLine } from './brace-own-line.ts'
import { checkWithoutUrl } from './check-without-url.ts'
import { closeNotAlone } from './close-not-alone.ts'
import { commentInQuotes } from './comment-in-quotes.ts'
import { connectTimeoutAbsent } from './connect-timeout-absent.ts'
import { connectTimeoutTooLong } from './connect-timeout-too-long.ts'
import { duplicateGroup } from './duplicate-group.ts'
import { duplicateRealServer } from './duplicate-real-server.ts'
import { duplicateVirtualServer } from './duplicate-virtual-server.ts'
import { emptyServerGroup } from './empty-server-group.ts'
import { fnatWithFwmark } from './fnat-with-fwmark.ts'
import { fnatWithoutLaddr } from './fnat-without-laddr.ts'
import { laddrRange } from './laddr-range.ts'
import { laddrWithoutFnat } from './laddr-without-fnat.ts'
import { noFinalNewline } from './no-final-newline.ts'
import { noLbAlgo } from './no-lb-algo.ts'
import { noProtocol } from './no-protocol.ts'
import { omegaWithoutEffect } from './omega-without-effect.ts'
import { order } from './order.ts'
import { portRewrite } from './port-rewrite.ts'
import { quorumUnreachable } from './quorum-unreachable.ts'
import { severalSorryServers } from './several-sorry-servers.ts'
import { synProxyWithoutEffect } from './syn-proxy-without-effect.ts'
import { timeoutTooLong } from './timeout-too-long.ts'
import { undefinedLaddrGroup } from './undefined-laddr-group.ts'
import { undefinedServerGroup } from './undefined-server-group.ts'
import { unknownScheduler } from './unknown-scheduler.ts'
import { urlWithoutPath } from './url-without-path.ts'
import { vipBindDev } from './vip-bind-dev.ts'
import { wordsAfterBrace } from './words-after-brace.ts'

/** Rules for lvs-1.2.2: first the form of lines and braces, then one block, then what several blocks say together. */
export const LVS_RULES: readonly Rule[] = [
  braceGlued,
  braceOwnLine,
  wordsAfterBrace,
  closeNotAlone,
  commentInQuotes,
  noFinalNewline,
  noLbAlgo,
  unknownScheduler,
  noProtocol,
  timeoutTooLong,
  severalSorryServers,
  synProxyWithoutEffect,
  laddrWithoutFnat,
  fnatWithoutLaddr,
  fnatWithFwmark,
  portRewrite,
  quorumUnreachable,
  omegaWithoutEffect,
  alphaWithoutChecker,
  vipBindDev,
  connectTimeoutAbsent,
  connectTimeoutTooLong,
  checkWithoutUrl,
  urlWithoutPath,
  laddrRange,
  order,
  undefinedLaddrGroup,
  undefinedServerGroup,
  emptyServerGroup,
  duplicateGroup,
  duplicateVirtualServer,
  duplicateRealServer,
]

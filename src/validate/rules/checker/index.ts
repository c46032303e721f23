import type { Rule } from '../../rule.ts'
import { bindFamily, linkLocal } from './destination.ts'
import { duplicateRealServer } from './duplicate-real-server.ts'
import { ipFamily, realServerFamily, sorryServerFamily } from './families.ts'
import { granularity } from './granularity.ts'
import { contradictoryGroup, duplicateGroup, emptyGroup, groupFamily, undefinedGroup } from './groups.ts'
import { noMiscPath } from './misc-path.ts'
import { noMethod } from './no-method.ts'
import { noProtocol } from './no-protocol.ts'
import { noRealServer } from './no-real-server.ts'
import { noScheduler } from './no-scheduler.ts'
import { portDiffers, portOfMark } from './ports.ts'
import { haSuspendWithMark, opsNotUdp, portWithoutPersistence, protocolOfMark } from './protocol-settings.ts'
import { hysteresisTooLarge, quorumTooLarge } from './quorum.ts'
import { nothingToFollow, sessionTwice, unknownReference } from './references.ts'
import { regex } from './regex.ts'
import { regexBackslash } from './regex-backslash.ts'
import { regexOffsets } from './regex-offsets.ts'
import { regexSettings } from './regex-settings.ts'
import { replyLength } from './reply-length.ts'
import { flagWithWord, schedulerFlag } from './scheduler-flags.ts'
import { sorryInhibitDiffers, sorryIsReal, sorrySettingEarly } from './sorry-server.ts'
import { tunnelOptions } from './tunnel-options.ts'
import { noUrl, urlWithoutPath } from './url.ts'

/** Rules about virtual servers and health checkers of keepalived and DPVS: first while reading, then what is looked at after it. */
export const CHECKER_RULES: readonly Rule[] = [
  emptyGroup,
  contradictoryGroup,
  duplicateGroup,
  undefinedGroup,
  groupFamily,
  noRealServer,
  realServerFamily,
  sorryServerFamily,
  ipFamily,
  tunnelOptions,
  granularity,
  schedulerFlag,
  flagWithWord,
  sorrySettingEarly,
  sorryInhibitDiffers,
  sorryIsReal,
  noUrl,
  urlWithoutPath,
  regexSettings,
  regexOffsets,
  regex,
  regexBackslash,
  linkLocal,
  bindFamily,
  replyLength,
  noMiscPath,
  nothingToFollow,
  unknownReference,
  sessionTwice,
  haSuspendWithMark,
  noProtocol,
  opsNotUdp,
  portWithoutPersistence,
  protocolOfMark,
  noScheduler,
  duplicateRealServer,
  noMethod,
  quorumTooLarge,
  hysteresisTooLarge,
  portOfMark,
  portDiffers,
]

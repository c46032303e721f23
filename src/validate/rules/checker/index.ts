import type { Rule } from '../../rule.ts'
import { bindFamily } from './bind-family.ts'
import { contradictoryGroup } from './contradictory-group.ts'
import { duplicateGroup } from './duplicate-group.ts'
import { duplicateRealServer } from './duplicate-real-server.ts'
import { emptyGroup } from './empty-group.ts'
import { flagWithWord } from './flag-with-word.ts'
import { granularity } from './granularity.ts'
import { groupFamily } from './group-family.ts'
import { haSuspendWithMark } from './ha-suspend-with-mark.ts'
import { hysteresisTooLarge } from './hysteresis-too-large.ts'
import { ipFamily } from './ip-family.ts'
import { linkLocal } from './link-local.ts'
import { noMiscPath } from './misc-path.ts'
import { noMethod } from './no-method.ts'
import { portWithoutPersistence } from './no-port.ts'
import { noProtocol } from './no-protocol.ts'
import { noRealServer } from './no-real-server.ts'
import { noScheduler } from './no-scheduler.ts'
import { noUrl } from './no-url.ts'
import { nothingToFollow } from './nothing-to-follow.ts'
import { opsNotUdp } from './ops-not-udp.ts'
import { portDiffers } from './port-differs.ts'
import { portOfMark } from './port-with-mark.ts'
import { protocolOfMark } from './protocol-of-mark.ts'
import { quorumTooLarge } from './quorum-too-large.ts'
import { realServerFamily } from './real-server-family.ts'
import { regex } from './regex.ts'
import { regexBackslash } from './regex-backslash.ts'
import { regexOffsets } from './regex-offsets.ts'
import { regexSettings } from './regex-settings.ts'
import { replyLength } from './reply-length.ts'
import { schedulerFlag } from './scheduler-flag.ts'
import { sessionTwice } from './session-twice.ts'
import { sorryInhibitDiffers } from './sorry-inhibit-differs.ts'
import { sorryIsReal } from './sorry-is-real-server.ts'
import { sorryServerFamily } from './sorry-server-family.ts'
import { sorrySettingEarly } from './sorry-setting-early.ts'
import { tunnelOptions } from './tunnel-options.ts'
import { undefinedGroup } from './undefined-group.ts'
import { unknownReference } from './unknown-reference.ts'
import { urlWithoutPath } from './url-without-path.ts'

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

import type { Rule } from '../../rule.ts'
import { bfdAddresses } from './bfd.ts'
import { emptyList } from './empty-list.ts'
import { garpTwice } from './garp-twice.ts'
import { incompleteBlock } from './incomplete-block.ts'
import { initValue } from './init-value.ts'
import { lateGlobals } from './late-global-defs.ts'
import { mailSender } from './mail-sender.ts'
import { nameHidden } from './name-hidden.ts'
import { oneDelay } from './one-delay.ts'
import { quorum } from './quorum.ts'
import { receiveBuffers } from './receive-buffers.ts'
import { syncInstance } from './sync-instance.ts'
import { groupWithoutTracking } from './track-group.ts'
import { trackedTwice } from './tracked-twice.ts'
import { umask } from './umask.ts'
import { undeclared } from './undeclared.ts'
import { unicastVmac } from './unicast-vmac.ts'
import { withoutEffect } from './without-effect.ts'

/** Rules about global_defs, scripts, track files and processes, BFD. */
export const GLOBAL_RULES: readonly Rule[] = [
  incompleteBlock,
  emptyList,
  undeclared,
  nameHidden,
  trackedTwice,
  bfdAddresses,
  quorum,
  initValue,
  umask,
  garpTwice,
  unicastVmac,
  receiveBuffers,
  withoutEffect,
  mailSender,
  syncInstance,
  lateGlobals,
  oneDelay,
  groupWithoutTracking,
]

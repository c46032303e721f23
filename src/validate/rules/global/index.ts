import type { Rule } from '../../rule.ts'
import { groupWithoutTracking, lateGlobals, oneDelay, syncInstance } from './advice.ts'
import { bfdAddresses } from './bfd.ts'
import { emptyList } from './empty-list.ts'
import { garpTwice } from './garp-twice.ts'
import { incompleteBlock } from './incomplete-block.ts'
import { initValue } from './init-value.ts'
import { nameHidden } from './name-hidden.ts'
import { quorum } from './quorum.ts'
import { receiveBuffers } from './receive-buffers.ts'
import { trackedTwice } from './tracked-twice.ts'
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
  garpTwice,
  unicastVmac,
  receiveBuffers,
  withoutEffect,
  syncInstance,
  lateGlobals,
  oneDelay,
  groupWithoutTracking,
]

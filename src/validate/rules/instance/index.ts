import type { Rule } from '../../rule.ts'
import { addressInTwo } from './address-in-two.ts'
import { addressOptions } from './address-options.ts'
import { addressOwner } from './address-owner.ts'
import { advertInterval } from './advert-interval.ts'
import { ADVICE_RULES } from './advice.ts'
import { authentication } from './authentication.ts'
import { routerIdTwice, vmacShared } from './conflicts.ts'
import { crash } from './crash.ts'
import { emptyGroup } from './empty-group.ts'
import { otherFamily } from './families.ts'
import { groupMixesOwners, groupOfOne, memberTwice, unknownMember } from './group-members.ts'
import { groupUneven } from './group-uneven.ts'
import { broadcastMismatch, hostAddress } from './host-address.ts'
import { multicastGroup } from './multicast-group.ts'
import { nameTaken } from './name-taken.ts'
import { noAddresses } from './no-addresses.ts'
import { noInterface } from './no-interface.ts'
import { noOwnAddress } from './no-own-address.ts'
import { noRouterId } from './no-router-id.ts'
import { otherVersion } from './other-version.ts'
import { peerIsSelf, peerTtl, peerTwice } from './peers.ts'
import { preempt } from './preempt.ts'
import { stateTwice } from './state-twice.ts'
import { strict } from './strict.ts'
import { strictBlocksAddresses } from './strict-blocks-addresses.ts'
import { tooManyAddresses } from './too-many-addresses.ts'
import { trackerUnused } from './tracker-unused.ts'
import { transport } from './transport.ts'
import { vmac } from './vmac.ts'
import { vmacAddress, vmacName } from './vmac-line.ts'
import { interfaceTrackedTwice, weightWithoutEffect } from './weights.ts'

/** Rules about VRRP instances and sync groups: what is said of a line, then what is found out behind the last one, in keepalived's order. */
export const INSTANCE_RULES: readonly Rule[] = [
  nameTaken,
  stateTwice,
  otherVersion,
  otherFamily,
  multicastGroup,
  peerTtl,
  peerTwice,
  vmacAddress,
  vmacName,
  emptyGroup,
  noRouterId,
  noInterface,
  unknownMember,
  memberTwice,
  groupOfOne,
  groupMixesOwners,
  strict,
  authentication,
  transport,
  vmac,
  tooManyAddresses,
  preempt,
  addressOwner,
  advertInterval,
  interfaceTrackedTwice,
  addressOptions,
  noAddresses,
  weightWithoutEffect,
  routerIdTwice,
  vmacShared,
  crash,
  peerIsSelf,
  addressInTwo,
  hostAddress,
  broadcastMismatch,
  trackerUnused,
  groupUneven,
  noOwnAddress,
  strictBlocksAddresses,
  ...ADVICE_RULES,
]

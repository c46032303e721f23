import type { Rule } from '../../rule.ts'
import { addressInTwo } from './address-in-two.ts'
import { addressOptions } from './address-options.ts'
import { addressOwner } from './address-owner.ts'
import { advertInterval } from './advert-interval.ts'
import { authentication } from './authentication.ts'
import { broadcastMismatch } from './broadcast-mismatch.ts'
import { crash } from './crash.ts'
import { debounce } from './debounce.ts'
import { emptyGroup } from './empty-group.ts'
import { otherFamily } from './families.ts'
import { groupMixesOwners } from './group-mixes-owners.ts'
import { groupOfOne } from './group-of-one.ts'
import { groupUneven } from './group-uneven.ts'
import { interfaceTrackedTwice } from './interface-tracked-twice.ts'
import { ipv6Version2 } from './ipv6-version-2.ts'
import { memberTwice } from './member-twice.ts'
import { multicastGroup } from './multicast-group.ts'
import { nameTaken } from './name-taken.ts'
import { noAddresses } from './no-addresses.ts'
import { noInterface } from './no-interface.ts'
import { noOwnAddress } from './no-own-address.ts'
import { noRouterId } from './no-router-id.ts'
import { nopreemptWithWeights } from './nopreempt-with-weights.ts'
import { hostAddress } from './not-a-host-address.ts'
import { otherVersion } from './other-version.ts'
import { ownerByAccident } from './owner-by-accident.ts'
import { peerIsSelf } from './peer-is-self.ts'
import { peerTtl } from './peer-ttl.ts'
import { peerTwice } from './peer-twice.ts'
import { preempt } from './preempt.ts'
import { routerIdTwice } from './router-id-twice.ts'
import { skipCheckStaysOn } from './skip-check-stays-on.ts'
import { stateTwice } from './state-twice.ts'
import { strict } from './strict.ts'
import { strictBlocksAddresses } from './strict-blocks-addresses.ts'
import { tooManyAddresses } from './too-many-addresses.ts'
import { trackedSourceAbsent } from './track-src-ip-without-source.ts'
import { trackedInGroup } from './tracked-in-group.ts'
import { trackerUnused } from './tracker-unused.ts'
import { transport } from './transport.ts'
import { unknownFollowed } from './unknown-followed.ts'
import { unknownMember } from './unknown-member.ts'
import { vmac } from './vmac.ts'
import { vmacAddress } from './vmac-address.ts'
import { vmacName } from './vmac-name.ts'
import { vmacShared } from './vmac-shared.ts'
import { weightWithoutEffect } from './weight-without-effect.ts'

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
  debounce,
  trackedInGroup,
  unknownFollowed,
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
  ownerByAccident,
  ipv6Version2,
  trackedSourceAbsent,
  nopreemptWithWeights,
  skipCheckStaysOn,
]

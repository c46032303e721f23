import type { Lineage } from '../../../schema/row.ts'
import type { EffectiveService } from '../../effective-service.ts'
import { isWritten, numberOf } from '../../look.ts'
import type { Subject } from '../../rule.ts'

/** Readers with these checks: keepalived from the version on whose reports count, and DPVS, which took them over. */
export const READERS: { readonly lineages: readonly Lineage[]; readonly since: string } = {
  lineages: ['keepalived', 'dpvs'],
  since: '2.0.7',
}

/** Services that keepalived looks at after reading, found once for all rules. */
export const validated = (subject: Subject): readonly EffectiveService[] => subject.validated()

/** It has an address of its own, or one in its group: a protocol and a port matter. */
export const hasAddress = ({ kind, group }: EffectiveService): boolean =>
  kind === 'address' || (kind === 'group' && group?.hasAddress === true)

/** Firewall marks are all it has, or a part of what it has. */
export const hasMark = ({ kind, group }: EffectiveService): boolean => kind === 'fwmark' || group?.hasMark === true

/** `quorum`, `hysteresis` and the like as set; undefined where the word cannot be read. */
export const settingOr = (block: Parameters<typeof numberOf>[0], key: string, otherwise: number): number | undefined =>
  numberOf(block, key) ?? (isWritten(block, key) ? undefined : otherwise)

/** Families as messages name them. */
export const FAMILY_NAMES = { inet: 'IPv4', inet6: 'IPv6' } as const

/** What the rules about families explain. */
export const FAMILY_OF_SERVICE =
  'Only a tunnelled server may have another family than its service. A service by mark or group has the family of what comes first: ip_family, the mask of persistence_granularity, a real server that is not tunnelled.'

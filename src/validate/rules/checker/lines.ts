import type { Lineage } from '../../../schema/row.ts'
import type { EffectiveService } from '../../effective-service.ts'
import type { Subject } from '../../rule.ts'
import { servicesOf } from '../../services.ts'

/** Readers with these checks: keepalived from the version on whose reports count, and DPVS, which took them over. */
export const READERS: { readonly lineages: readonly Lineage[]; readonly since: string } = {
  lineages: ['keepalived', 'dpvs'],
  since: '2.0.7',
}

/** Services that keepalived looks at after reading (validate_check_config), and of which everything is known. */
export const validated = (subject: Subject): readonly EffectiveService[] =>
  servicesOf(subject).filter(({ isValidated, isOpen }) => isValidated && !isOpen)

/** It has an address of its own, or one in its group: a protocol and a port matter. */
export const hasAddress = ({ kind, group }: EffectiveService): boolean =>
  kind === 'address' || (kind === 'group' && group?.hasAddress === true)

/** Firewall marks are all it has, or a part of what it has. */
export const hasMark = ({ kind, group }: EffectiveService): boolean => kind === 'fwmark' || group?.hasMark === true

import type { Rule } from '../../rule.ts'
import { markService } from './mark-service.ts'
import { mixedFamilies } from './mixed-families.ts'
import { undefinedAddressGroup } from './undefined-address-group.ts'

/** Rules about what DPVS has beside keepalived. */
export const DPVS_RULES: readonly Rule[] = [mixedFamilies, markService, undefinedAddressGroup]

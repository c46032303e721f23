import type { Rule } from '../../rule.ts'
import { addressOptions } from './address-options.ts'
import { duplicateAddress } from './duplicate-address.ts'
import { mixedFamilies } from './mixed-families.ts'
import { otherAddressFamily } from './other-family.ts'
import { routeOptions } from './route-options.ts'
import { ruleOptions } from './rule-options.ts'
import { timeRange } from './time-range.ts'

/** Rules about entries of address, route, rule and track lists. */
export const LIST_RULES: readonly Rule[] = [
  addressOptions,
  otherAddressFamily,
  duplicateAddress,
  routeOptions,
  mixedFamilies,
  timeRange,
  ruleOptions,
]

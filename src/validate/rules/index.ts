import type { Rule } from '../rule.ts'
import { LVS_RULES } from './lvs.ts'
import { STRUCTURE_RULES } from './structure.ts'

/** All rules, in the order they run. */
export const RULES: readonly Rule[] = [...STRUCTURE_RULES, ...LVS_RULES]

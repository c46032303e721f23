import type { Rule } from '../../rule.ts'

/** Rules about VRRP instances and sync groups. */
export const INSTANCE_RULES: readonly Rule[] = []

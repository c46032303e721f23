import type { Rule } from '../../rule.ts'

/** Rules about entries of address, route, rule and track lists. */
export const LIST_RULES: readonly Rule[] = []

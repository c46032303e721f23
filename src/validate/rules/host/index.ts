import type { Rule } from '../../rule.ts'

/** Rules about what depends on the machine. */
export const HOST_RULES: readonly Rule[] = []

import type { Rule } from '../../rule.ts'

/** Rules about virtual servers and health checkers of keepalived and DPVS. */
export const CHECKER_RULES: readonly Rule[] = []

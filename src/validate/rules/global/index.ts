import type { Rule } from '../../rule.ts'

/** Rules about global_defs, scripts, track files and processes, BFD. */
export const GLOBAL_RULES: readonly Rule[] = []

import type { Rule } from '../rule.ts'
import { CHECKER_RULES } from './checker/index.ts'
import { DPVS_RULES } from './dpvs/index.ts'
import { GLOBAL_RULES } from './global/index.ts'
import { HOST_RULES } from './host/index.ts'
import { INSTANCE_RULES } from './instance/index.ts'
import { LIST_RULES } from './lists/index.ts'
import { LVS_RULES } from './lvs.ts'
import { STRUCTURE_RULES } from './structure.ts'

/** All rules, in the order they run. */
export const RULES: readonly Rule[] = [
  ...STRUCTURE_RULES,
  ...LVS_RULES,
  ...GLOBAL_RULES,
  ...LIST_RULES,
  ...INSTANCE_RULES,
  ...CHECKER_RULES,
  ...DPVS_RULES,
  ...HOST_RULES,
]

import { apply, rollback } from './apply.ts'
import { check } from './check.ts'
import { conf } from './conf.ts'
import { conf2json } from './conf2json.ts'
import { diff } from './diff.ts'
import { expand } from './expand.ts'
import { explain } from './explain.ts'
import { facts } from './facts.ts'
import { fmt } from './fmt.ts'
import { json } from './json.ts'
import type { Command } from './option.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, fmt, json, conf, expand, conf2json, diff, apply, rollback, facts, explain]

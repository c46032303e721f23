import type { Document } from '../../../cst/document.ts'
import { OPEN_QUOTE } from '../../../lex/kinds.ts'
import { kindOf } from '../../../lex/tokens.ts'
import { versionNumber } from '../../../schema/version.ts'
import type { Account } from '../../accounts.ts'
import { lookUpOf } from '../../machine.ts'
import type { Subject } from '../../rule.ts'
import { checkScript, type Machine, type ScriptCheck } from '../../script-check.ts'
import {
  defaultAccount,
  hasScriptSecurity,
  partsThatLook,
  type Script,
  scriptAccount,
  scriptSpan,
  scriptsOf,
} from '../../scripts.ts'

/** A script that the target looks at, with what it finds out. */
export interface CheckedScript {
  readonly script: Script
  readonly check: ScriptCheck
  /** Undefined where it is not known which one that is. */
  readonly account: Account | undefined
}

/** From this version on the path of a script is checked as it is written. */
const KEEPS_LINKS = versionNumber('2.3.0')

/**
 * The scripts that the target looks at: those of parts that run at all, which have an account. Without facts each is taken to be there, and to be
 * as it should; a script whose account nobody knows is taken to have one.
 */
export function checkedScripts(subject: Subject): readonly CheckedScript[] {
  const parts = partsThatLook(subject)
  const fallback = defaultAccount(subject)
  const machine: Machine = {
    facts: subject.facts,
    lookUp: lookUpOf(subject),
    secure: hasScriptSecurity(subject),
    keepsLinks: subject.dialect.number >= KEEPS_LINKS,
  }
  const someOpen = subject.sources.documents.some(hasOpenQuote)
  return scriptsOf(subject).flatMap((script): CheckedScript[] => {
    if (!script.parts.some((part) => parts.has(part)) || (someOpen && isUnclosed(subject, script))) return []
    const account = scriptAccount(subject, script, fallback)
    return account === 'missing' ? [] : [{ script, account, check: checkScript(machine, script.value, account ?? UNKNOWN) }]
  })
}

/** Looked for once: asking each of 100,000 scripts for its line takes long. */
function hasOpenQuote({ tokens }: Document): boolean {
  for (let i = 0; i < tokens.count; i++) if (kindOf(tokens, i) === OPEN_QUOTE) return true
  return false
}

/** Of a line with an open quote nothing is left that could run. */
function isUnclosed(subject: Subject, script: Script): boolean {
  const { file, start, end } = scriptSpan(subject, script)
  const text = subject.sources.documents[file]?.text ?? ''
  return text[start] === '"' && (end - start < 2 || text[end - 1] !== '"')
}

const UNKNOWN: Account = { uid: undefined, gid: undefined }

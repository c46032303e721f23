import type { Document } from '../cst/document.ts'
import { KIND_MASK, OPEN_QUOTE } from '../lex/kinds.ts'
import { versionNumber } from '../schema/version.ts'
import type { Account } from './accounts.ts'
import type { EffectiveService } from './effective-service.ts'
import { blocks } from './look.ts'
import { lookUpOf } from './machine.ts'
import type { Subject } from './rule.ts'
import { checkScript, type Machine, type ScriptCheck } from './script-check.ts'
import { defaultAccount, hasScriptSecurity, type Part, type Script, scriptAccount, scriptSpan, scriptsOf } from './scripts.ts'
import { hasEndChecks, servicesOf } from './services.ts'
import { skipsValidation } from './vrrp-phase.ts'

/** A script that the target looks at, with what it finds out. */
export interface CheckedScript {
  readonly script: Script
  readonly check: ScriptCheck
  /** Undefined where it is not known which one that is. */
  readonly account: Account | undefined
}

/** From this version on the path of a script is checked as it is written. */
const KEEPS_LINKS = versionNumber('2.3.0')

/** The scripts that the target looks at, found once for all rules. */
export const checkedScriptsOf = (subject: Subject): readonly CheckedScript[] => subject.checkedScripts()

/**
 * The scripts that the target looks at: those of parts that run at all and of services that stay, which have an account. Without facts each is taken to
 * be there, and to be as it should; a script whose account nobody knows is taken to have one.
 */
export function checkedScripts(subject: Subject): readonly CheckedScript[] {
  const scripts = scriptsOf(subject)
  if (scripts.length === 0) return []
  const parts = partsThatLook(subject)
  const dropped = droppedBlocks(subject)
  const fallback = defaultAccount(subject)
  const machine: Machine = {
    facts: subject.facts,
    lookUp: lookUpOf(subject),
    secure: hasScriptSecurity(subject),
    keepsLinks: subject.dialect.number >= KEEPS_LINKS,
  }
  const someOpen = subject.sources.documents.some(hasOpenQuote)
  return scripts.flatMap((script): CheckedScript[] => {
    if (!script.parts.some((part) => parts.has(part)) || dropped.has(script.block) || (someOpen && isUnclosed(subject, script)))
      return []
    const account = scriptAccount(subject, script, fallback)
    return account === 'missing' ? [] : [{ script, account, check: checkScript(machine, script.value, account ?? UNKNOWN) }]
  })
}

/** The parts that look at their scripts at all. The checker part does not when no service is left (check_check_script_security). */
function partsThatLook(subject: Subject): ReadonlySet<Part> {
  const parts = new Set<Part>(['parent'])
  if (blocks(subject.model, 'vrrp_instance').length > 0 && !skipsValidation(subject)) parts.add('vrrp')
  const hasServices = hasEndChecks(subject.dialect)
    ? servicesOf(subject).some(isKept)
    : blocks(subject.model, 'virtual_server').length > 0
  if (hasServices) parts.add('checker')
  return parts
}

/**
 * Blocks of services whose scripts nobody looks at: of those that are skipped for their header, and of services and servers that validate_check_config
 * has dropped before it looks at scripts.
 */
function droppedBlocks(subject: Subject): ReadonlySet<object> {
  const dropped = new Set<object>()
  if (!hasEndChecks(subject.dialect)) return dropped
  const services = servicesOf(subject)
  let next = 0
  for (const block of blocks(subject.model, 'virtual_server')) {
    const servers = blocks(block, 'real_server')
    const service = services[next]?.block === block ? services[next++] : undefined
    const isThere = service !== undefined && isKept(service)
    if (isThere && service.servers.length === servers.length) continue
    if (!isThere) dropped.add(block)
    const kept = new Set(isThere ? service.servers.map((server) => server.block) : [])
    for (const server of servers)
      if (!kept.has(server)) for (const one of [server, ...blocks(server, 'MISC_CHECK')]) dropped.add(one)
  }
  return dropped
}

const isKept = ({ isOpen, isValidated }: EffectiveService): boolean => isOpen || isValidated

/** Looked for once: asking each of 100,000 scripts for its line takes long. */
function hasOpenQuote({ tokens: { table, count } }: Document): boolean {
  for (let i = 0; i < count; i++) if (((table[i] as number) & KIND_MASK) === OPEN_QUOTE) return true
  return false
}

/** Of a line with an open quote nothing is left that could run. */
function isUnclosed(subject: Subject, script: Script): boolean {
  const { file, start, end } = scriptSpan(subject, script)
  const text = subject.sources.documents[file]?.text ?? ''
  return text[start] === '"' && (end - start < 2 || text[end - 1] !== '"')
}

const UNKNOWN: Account = { uid: undefined, gid: undefined }

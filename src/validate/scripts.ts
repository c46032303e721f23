import type { MutableBlock } from '../bind/model.ts'
import type { Span } from '../diagnostics/finding.ts'
import { type Named, named } from '../facts/named.ts'
import { type Account, accountOf, DEFAULT_ACCOUNT, isMissing, lacks, type Owner, ownAccount, ownerOf } from './accounts.ts'
import { find, headerSpan, lineSpan, textOf, wordSpan } from './look.ts'
import type { Reading, Subject } from './rule.ts'

/**
 * Which part of the target looks at a script: the parent before anything else, the VRRP part if there is an instance, the checker part if there
 * is a virtual server.
 */
export type Part = 'parent' | 'vrrp' | 'checker'

/** A command of the configuration. */
export interface Script extends Named {
  readonly parts: readonly Part[]
  /** `track`: a vrrp_script; `check`: a MISC_CHECK; `notify`: all others. What the target says of one that it cannot use depends on it. */
  readonly kind: 'track' | 'check' | 'notify'
  /** The account that the script names for itself. */
  readonly owner: Owner | undefined
}

/** FIFO scripts are global, and each is looked at by the parts that write to the FIFO. */
const GLOBAL: Readonly<Record<string, readonly Part[]>> = {
  startup_script: ['parent'],
  shutdown_script: ['parent'],
  notify_fifo_script: ['vrrp', 'checker'],
  vrrp_notify_fifo_script: ['vrrp'],
  lvs_notify_fifo_script: ['checker'],
}

const BY_BLOCK: Readonly<Record<string, Pick<Script, 'kind' | 'parts'>>> = {
  vrrp_script: { kind: 'track', parts: ['vrrp'] },
  vrrp_instance: { kind: 'notify', parts: ['vrrp'] },
  vrrp_sync_group: { kind: 'notify', parts: ['vrrp'] },
  virtual_server: { kind: 'notify', parts: ['checker'] },
  'virtual_server/real_server': { kind: 'notify', parts: ['checker'] },
  'virtual_server/real_server/MISC_CHECK': { kind: 'check', parts: ['checker'] },
}

/** The commands of a subject, found once for all rules. */
export const scriptsOf = (subject: Subject): readonly Script[] => subject.scripts()

/** Every command of the configuration that may run, in the order of the model. */
export function commandsIn({ model, schema }: Reading): readonly Script[] {
  return named(schema.root, model, ['command']).flatMap((one): Script[] => {
    const known = one.path === 'global_defs' ? fromGlobal(one.keyword) : BY_BLOCK[one.path]
    if (known === undefined) return []
    const { kind } = known
    const { value, keyword, setting, block, path } = one
    const owner = kind === 'notify' ? ownerOf(asObject(setting)) : ownerOf(block.user)
    return [{ value, keyword, setting, block, path, parts: known.parts, kind, owner }]
  })
}

const fromGlobal = (keyword: string): Pick<Script, 'kind' | 'parts'> | undefined => {
  const parts = GLOBAL[keyword]
  return parts === undefined ? undefined : { kind: 'notify', parts }
}

/** A command alone is no user. */
const asObject = (setting: unknown): unknown => (typeof setting === 'string' ? undefined : setting)

const globalDefs = ({ model }: Subject): MutableBlock | undefined => model.global_defs as MutableBlock | undefined

export const hasScriptSecurity = (subject: Subject): boolean => globalDefs(subject)?.enable_script_security === true

/** The account of `script_user`. */
export const globalOwner = (subject: Subject): Owner | undefined => ownerOf(globalDefs(subject)?.script_user)

/** The account of a script that names none: `missing` where that cannot be had, which drops the script; undefined where nothing is known of it. */
export function defaultAccount(subject: Subject): Account | 'missing' | undefined {
  const { facts } = subject
  const owner = globalOwner(subject)
  if (owner !== undefined) return isMissing(facts, owner) ? 'missing' : accountOf(facts, owner)
  if (facts?.users === undefined) return hasScriptSecurity(subject) ? undefined : ownAccount(facts)
  if (!lacks(facts.users, DEFAULT_ACCOUNT)) return accountOf(facts, { user: DEFAULT_ACCOUNT, group: undefined })
  return hasScriptSecurity(subject) ? 'missing' : ownAccount(facts)
}

/** The same for one script. */
export function scriptAccount(
  subject: Subject,
  { owner }: Script,
  fallback: Account | 'missing' | undefined,
): Account | 'missing' | undefined {
  if (owner === undefined) return fallback
  return isMissing(subject.facts, owner) ? 'missing' : accountOf(subject.facts, owner)
}

/** The command of a script where it is written. */
export function scriptSpan(subject: Subject, { block, keyword, path }: Script): Span {
  // Of notify commands the first counts, of the others the last.
  const places = find(subject, path === 'global_defs' ? globalBlock(subject) : block, keyword)
  const place = path === 'vrrp_script' || path.endsWith('MISC_CHECK') ? places.at(-1) : places[0]
  return place === undefined ? headerSpan(subject, block) : wordSpan(subject, place, 0)
}

const globalBlock = (subject: Subject): object | undefined => globalDefs(subject)

/** The line of a keyword, where a block has one; its header otherwise. */
export function lineOf(subject: Subject, block: object, keyword: string): Span {
  const place = find(subject, block, keyword).at(-1)
  return place === undefined ? headerSpan(subject, block) : lineSpan(subject, place)
}

/** How messages name a script: the block by its name. */
export const labelOf = ({ path, block, keyword }: Script): string =>
  path === 'vrrp_script' ? `vrrp_script ${textOf(block, 'name') ?? ''}`.trim() : keyword

import type { MutableBlock } from '../bind/model.ts'
import type { Facts, UserFact } from '../facts/facts.ts'

/** Under which numbers something runs; a number that is not known is undefined. */
export interface Account {
  readonly uid: number | undefined
  readonly gid: number | undefined
}

export const ROOT: Account = { uid: 0, gid: 0 }

/** The account of scripts when nothing else is said and it exists (get_default_script_user). */
export const DEFAULT_ACCOUNT = 'keepalived_script'

/** A user, and perhaps a group, as a line names them. */
export interface Owner {
  readonly user: string
  readonly group: string | undefined
}

/** The words `user` and `group` of a setting; undefined where it names no user. */
export function ownerOf(setting: unknown): Owner | undefined {
  if (typeof setting === 'string') return { user: setting, group: undefined }
  if (typeof setting !== 'object' || setting === null) return undefined
  const { user, group } = setting as MutableBlock
  return typeof user === 'string' ? { user, group: typeof group === 'string' ? group : undefined } : undefined
}

/** What a name of the machine is missing: that is known only where all of its kind are known. */
export const lacks = (known: readonly { readonly name: string }[] | undefined, name: string): boolean =>
  known !== undefined && !known.some((one) => one.name === name)

/** A user or the group does not exist (set_uid_gid). */
export const isMissing = (facts: Facts | undefined, { user, group }: Owner): boolean =>
  lacks(facts?.users, user) || (group !== undefined && lacks(facts?.groups, group))

/** The numbers of an account that is taken to exist. */
export function accountOf(facts: Facts | undefined, { user, group }: Owner): Account {
  const known = user === 'root' ? { uid: 0, gid: 0 } : userFact(facts, user)
  const ofGroup = group === 'root' ? { gid: 0 } : facts?.groups?.find(({ name }) => name === group)
  return { uid: known?.uid, gid: group === undefined ? known?.gid : ofGroup?.gid }
}

const userFact = (facts: Facts | undefined, user: string): UserFact | undefined => facts?.users?.find(({ name }) => name === user)

/** The account that keepalived itself runs as. */
export const ownAccount = (facts: Facts | undefined): Account =>
  facts?.user === undefined || facts.user === 'root' ? ROOT : accountOf(facts, { user: facts.user, group: undefined })

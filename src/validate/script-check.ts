import type { Facts, FileFact } from '../facts/facts.ts'
import { openedBy, programOf } from '../facts/named.ts'
import { absolute, type LookUp, walkPath } from '../facts/paths.ts'
import { type Account, ownAccount } from './accounts.ts'

/**
 * What the target finds out about a command, as check_script_secure does.
 * - `opens`: nothing is run, a file is opened
 * - `usable`
 * - `not-found`: neither by its path nor along the search path
 * - `not-executable`: for its account
 * - `refused`: a part of the path is of the wrong kind, or unsafe while script security is on, or the account cannot be taken
 */
export interface ScriptCheck {
  readonly verdict: 'opens' | 'usable' | 'not-found' | 'not-executable' | 'refused'
  /** There is such a program, so that it counts as a script that is run. */
  readonly isScript: boolean
  /** The part of the path that decides, and what is wrong with it. */
  readonly path?: string
  readonly why?: string
}

export interface Machine {
  readonly facts: Facts | undefined
  readonly lookUp: LookUp
  /** `enable_script_security`. */
  readonly secure: boolean
  /** The path is checked as it is written, links in it included; up to 2.2 links are followed first. */
  readonly keepsLinks: boolean
}

const USABLE: ScriptCheck = { verdict: 'usable', isScript: true }
const NOT_FOUND = { verdict: 'not-found', isScript: false } as const

/** What is not known is taken to be as it should. */
export function checkScript(machine: Machine, command: string, account: Account): ScriptCheck {
  if (openedBy(command) !== undefined) return { verdict: 'opens', isScript: false }
  const program = programOf(command)
  if (program === undefined || program === '') return { verdict: 'not-found', isScript: false }
  const own = ownAccount(machine.facts)
  if (own.uid !== undefined && own.uid !== 0 && isOther(account, own)) {
    return { verdict: 'refused', isScript: false, path: program, why: 'keepalived cannot change to that account' }
  }
  if (machine.facts === undefined) return USABLE
  const written = program.includes('/') ? absolute(program, machine.facts?.directory) : searched(machine, program, account)
  if (written === 'nowhere') return { ...NOT_FOUND, path: program, why: 'no directory of the search path has it' }
  if (written === undefined) return USABLE
  const { real, steps, stop } = walkPath(written, machine.lookUp)
  if (stop === 'unknown') return USABLE
  const closed = steps.slice(0, -1).find((step) => !mayEnter(machine.lookUp(step), account))
  if (closed !== undefined) return { ...NOT_FOUND, path: closed, why: 'its account may not enter this directory' }
  if (real === undefined)
    return {
      ...NOT_FOUND,
      path: steps.at(-1) ?? written,
      why: stop === 'absent' ? 'there is no such file' : 'the path leads nowhere',
    }
  const file = machine.lookUp(real)
  if (file === undefined || file.kind === 'absent') return USABLE
  if (!mayRun(file, account))
    return { verdict: 'not-executable', isScript: true, path: real, why: 'its account may not execute it' }
  const isRoots = account.uid === 0 || account.gid === 0 || isSetRoot(file)
  const unsafe = isRoots ? unsafePart(machine, written, real) : undefined
  return unsafe === undefined ? USABLE : { verdict: unsafe.refused ? 'refused' : 'usable', isScript: true, ...unsafe }
}

/** Another account than that of keepalived itself; unknown numbers are taken to differ from those of root. */
export const isOther = (account: Account, own: Account): boolean => account.uid !== own.uid || account.gid !== own.gid

/** A command without a directory, along the search path (find_path). */
function searched({ facts, lookUp }: Machine, name: string, account: Account): string | 'nowhere' | undefined {
  if (facts?.searchPath === undefined || facts.files === undefined) return undefined
  for (const directory of facts.searchPath) {
    const path = `${directory}/${name}`
    const { real, stop } = walkPath(path, lookUp)
    if (stop === 'unknown') return undefined
    const file = real === undefined ? undefined : lookUp(real)
    if (file?.kind === 'file' && mayRun(file, account)) return path
  }
  return 'nowhere'
}

type Present = Exclude<FileFact, { readonly kind: 'absent' }>

/** is_executable. */
function mayRun({ mode, uid, gid }: Present, account: Account): boolean {
  if (account.uid === undefined) return true
  if (account.uid === 0) return (mode & 0o111) !== 0
  if (account.uid === uid) return (mode & 0o100) !== 0
  return account.gid === undefined || (mode & (account.gid === gid ? 0o010 : 0o001)) !== 0
}

function mayEnter(file: FileFact | undefined, account: Account): boolean {
  return (
    file === undefined || file.kind !== 'directory' || account.uid === undefined || account.uid === 0 || mayRun(file, account)
  )
}

const isSetRoot = ({ mode, uid, gid }: Present): boolean =>
  (uid === 0 && (mode & 0o4100) === 0o4100) || (gid === 0 && (mode & 0o2010) === 0o2010)

interface Unsafe {
  readonly path: string
  readonly why: string
  readonly refused: boolean
}

/** check_security, for the path that is kept and for what it leads to. */
function unsafePart(machine: Machine, written: string, real: string): Unsafe | undefined {
  const { lookUp, keepsLinks } = machine
  const paths = keepsLinks ? [written === real ? real : clean(written), real] : [besides(written, real, lookUp), real]
  for (const path of new Set(paths)) {
    const parts = path.split('/').slice(1)
    const steps = ['/', ...parts.map((_part, i) => `/${parts.slice(0, i + 1).join('/')}`)]
    for (const [i, step] of steps.entries()) {
      const found = unsafeStep(step, lookUp(step), i === steps.length - 1, machine.secure)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function unsafeStep(path: string, file: FileFact | undefined, isLast: boolean, secure: boolean): Unsafe | undefined {
  if (file === undefined || file.kind === 'absent') return undefined
  const { kind, mode, uid, gid } = file
  if (isLast ? kind !== 'file' && kind !== 'symlink' : kind !== 'directory') {
    const why = kind === 'symlink' ? 'it is a symbolic link' : isLast ? 'it is no file' : 'it is no directory'
    return { path, why, refused: true }
  }
  if (uid !== 0) return { path, why: 'it is not owned by root', refused: secure }
  const counts = kind === 'file' || (kind === 'directory' && (mode & 0o1000) === 0)
  const others = (mode & 0o002) !== 0 || (gid !== 0 && (mode & 0o020) !== 0)
  return counts && others ? { path, why: 'others may write to it', refused: secure } : undefined
}

/** `.`, `..` and repeated slashes taken out by their looks (clean_path). */
function clean(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** Up to 2.2 a link keeps its name beside the file that it leads to, if it is there. */
function besides(written: string, real: string, lookUp: LookUp): string {
  const beside = `${real.slice(0, real.lastIndexOf('/'))}/${written.slice(written.lastIndexOf('/') + 1)}`
  return walkPath(beside, lookUp).real === real ? beside : real
}

import * as fs from 'node:fs'
import { codeOf } from './output.ts'
import { reasonOf } from './reasons.ts'

/** What replacing a file needs of a machine. Tests give one that fails, or ends, at a chosen step. */
export type FileSystem = Pick<
  typeof fs,
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'readlinkSync'
  | 'renameSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeSync'
> & {
  /** Gives an empty file what another one has besides its bytes, as far as that is possible: access control lists, extended attributes, labels. */
  readonly copyAttributes: (from: string, to: string) => void
}

/** This machine's. */
export const NODE: FileSystem = Object.assign(Object.create(fs), { copyAttributes }) as FileSystem

/**
 * Node cannot read or set extended attributes; `cp` of GNU can. What is refused (no SELinux, another owner) or not known (busybox) is left out: mode and
 * owner are set in any case. Versions before 8.17 empty the file that they copy to, so it must be empty.
 */
function copyAttributes(from: string, to: string): void {
  // Loaded here, because a check does not need it.
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  spawnSync('cp', ['--archive', '--attributes-only', '--', from, to], { stdio: 'ignore', timeout: 10_000 })
}

/** `why` says what happened to which file, as a sentence without its end. */
export type Attempt<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly why: string }

export const done = <A>(value: A): Attempt<A> => ({ ok: true, value })
export const failed = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why })

/** Runs a step; an error of the system becomes a sentence, any other is a mistake of the program. */
export function attempt<A>(what: string, step: () => A): Attempt<A> {
  try {
    return done(step())
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    return failed(`${what}: ${reason}`)
  }
}

/** A step that may fail with one of these codes: then there is no value. */
export function unless<A>(codes: readonly string[], step: () => A): A | undefined {
  try {
    return step()
  } catch (error) {
    if (!codes.includes(codeOf(error))) throw error
    return undefined
  }
}

/** All bytes: one call may write fewer. */
export function writeAll(files: FileSystem, fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += files.writeSync(fd, bytes, at, bytes.length - at)
}

/** Makes what happened in a directory last through a loss of power. Some file systems cannot, and need not. */
export function syncDirectory(files: FileSystem, directory: string): void {
  const fd = files.openSync(directory, 'r')
  try {
    unless(['EINVAL', 'EPERM', 'EBADF', 'ENOTSUP'], () => files.fsyncSync(fd))
  } finally {
    files.closeSync(fd)
  }
}

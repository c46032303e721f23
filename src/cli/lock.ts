import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Attempt, attempt, done, type FileSystem, failed, unless, writeAll } from './file-system.ts'
import { pause } from './output.ts'

/** Held while a file is being replaced; it must be released. */
export interface Lock {
  readonly path: string
  /** It was left by a run that did not come to its end. */
  readonly isTakenOver: boolean
  readonly release: () => void
}

/** What is asked of the processes of this machine; tests give their own. */
export interface Processes {
  readonly self: number
  /** When a process started, in a form that only serves to compare; undefined when there is no such process. */
  readonly startOf: (pid: number) => string | undefined
}

export const PROCESSES: Processes = {
  self: process.pid,
  startOf(pid) {
    try {
      process.kill(pid, 0)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return undefined
    }
    try {
      // Field 22 of proc(5), counted behind the name, which may hold blanks.
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    } catch {
      return ''
    }
  },
}

const TRIES = 50

/** A lock that is being made is empty for a moment. */
const PATIENCE = 20

/**
 * Takes the lock of a file: `.NAME.keepalived-conf.lock` beside it, made with O_EXCL, with the process and its start in it. The lock of a process that has
 * died is taken over; that of one that lives is not waited for.
 */
export function takeLock(files: FileSystem, target: string, processes: Processes = PROCESSES): Attempt<Lock> {
  const path = join(dirname(target), `.${basename(target)}.keepalived-conf.lock`)
  const own = `${processes.self} ${processes.startOf(processes.self) ?? ''}\n`
  const what = `${path} cannot be made`
  let isTakenOver = false
  for (let tries = 0; tries < TRIES; tries++) {
    const made = attempt(what, () => unless(['EEXIST'], () => create(files, path, own)) === true)
    if (!made.ok) return made
    if (made.value) return done({ path, isTakenOver, release: () => unless(['ENOENT'], () => files.unlinkSync(path)) })
    const freed = attempt(what, () => freeIfStale(files, path, processes, tries))
    if (!freed.ok) return freed
    if (typeof freed.value === 'string') return failed(`${target} is being replaced by process ${freed.value} (${path})`)
    isTakenOver ||= freed.value
  }
  return failed(`${path} cannot be taken: it comes back again and again`)
}

function create(files: FileSystem, path: string, content: string): true {
  const fd = files.openSync(path, 'wx', 0o600)
  try {
    writeAll(files, fd, Buffer.from(content))
  } catch (error) {
    files.unlinkSync(path)
    throw error
  } finally {
    files.closeSync(fd)
  }
  return true
}

/** The living process that holds the lock; otherwise whether a dead one's was taken away. Either way the lock may be tried again. */
function freeIfStale(files: FileSystem, path: string, processes: Processes, tries: number): string | boolean {
  const content = unless(['ENOENT'], () => files.readFileSync(path, 'latin1'))
  if (content === undefined) return false
  if (content === '' && tries < PATIENCE) {
    pause(10)
    return false
  }
  if (isHeld(content, processes)) return content.split(' ')[0] as string
  // Of two runs that find it stale one can rename it; should that be a lock made in between, it is put back.
  const aside = `${path}-${processes.self}`
  const taken = unless(['ENOENT'], () => {
    files.renameSync(path, aside)
    return files.readFileSync(aside, 'latin1')
  })
  if (taken === undefined) return false
  if (taken !== content && isHeld(taken, processes)) unless(['EEXIST'], () => files.linkSync(aside, path))
  files.unlinkSync(aside)
  return taken === content
}

function isHeld(content: string, processes: Processes): boolean {
  const match = /^(\d+) (\S*)\n$/.exec(content)
  if (match === null) return false
  return processes.startOf(Number(match[1])) === match[2]
}

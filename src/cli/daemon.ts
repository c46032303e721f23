import { readFileSync } from 'node:fs'
import { type Attempt, attempt, done, type FileSystem, failed } from './file-system.ts'

/** What is asked of, and done to, the daemon's process; tests give their own. */
export interface Signals {
  /** Name of a process (proc/PID/comm); undefined when there is no such process. */
  readonly nameOf: (pid: number) => string | undefined
  readonly hup: (pid: number) => void
}

export const SIGNALS: Signals = {
  nameOf(pid) {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    } catch {
      return undefined
    }
  },
  hup: (pid) => {
    process.kill(pid, 'SIGHUP')
  },
}

/** The process of a pid file, if it is a keepalived: a HUP ends most others. */
export function daemonOf(files: FileSystem, pidFile: string, { nameOf }: Signals): Attempt<number> {
  const content = attempt(`the pid file ${pidFile} cannot be read`, () => files.readFileSync(pidFile, 'latin1'))
  if (!content.ok) return content
  const pid = /^\s*(\d{1,10})\s*$/.exec(content.value)?.[1]
  if (pid === undefined || Number(pid) < 2) return failed(`there is no process id in ${pidFile}`)
  const name = nameOf(Number(pid))
  if (name === undefined) return failed(`process ${pid} of ${pidFile} does not run`)
  if (!name.startsWith('keepalived')) return failed(`process ${pid} of ${pidFile} is no keepalived`)
  return done(Number(pid))
}

/** Tells the daemon to read its file again. Looks once more whose process it is. */
export function signal(files: FileSystem, pidFile: string, signals: Signals): Attempt<number> {
  const daemon = daemonOf(files, pidFile, signals)
  if (!daemon.ok) return daemon
  const sent = attempt(`process ${daemon.value} cannot be signalled`, () => signals.hup(daemon.value))
  return sent.ok ? daemon : sent
}

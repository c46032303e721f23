import { decode, encode } from '../text/decode.ts'
import { type Backups, backUp, prune, removeStrayCopies } from './backup.ts'
import { daemonOf, SIGNALS, type Signals, signal } from './daemon.ts'
import { attempt, type FileSystem, NODE, unless } from './file-system.ts'
import { PROCESSES, type Processes, takeLock } from './lock.ts'
import { prepare, removeStrays } from './replace.ts'
import { type Verdict, verify } from './verify.ts'

/** What replacing a live file needs of the machine. */
export interface Machine {
  readonly files: FileSystem
  readonly processes: Processes
  readonly signals: Signals
  readonly verify: (words: readonly string[], file: string) => Verdict
}

export const MACHINE: Machine = { files: NODE, processes: PROCESSES, signals: SIGNALS, verify }

export interface Deployment {
  /** The file itself, links followed. */
  readonly target: string
  /** What it holds as far as the plan knows; undefined: there is none. */
  readonly before: string | undefined
  readonly after: string
  readonly backups: Backups
  /** Words of the second judge. */
  readonly command: readonly string[] | undefined
  /** Undefined: nobody is signalled. */
  readonly pidFile: string | undefined
}

export interface Deployed {
  readonly status: 0 | 1 | 2
  /** Which file stands there now. */
  readonly live: 'old' | 'new' | 'same'
  /** What happened, a sentence each; the last one says why, when the status is not 0. */
  readonly notes: readonly string[]
  /** What the second judge wrote. */
  readonly output: string
}

/**
 * Replaces a live file: lock, new file beside it, second judge, copy of the old one, rename, HUP. Up to the rename the old file stands there, from then on
 * the new one; whatever is left over when the program is killed in between goes with the next run.
 */
export function deploy(plan: Deployment, machine: Machine = MACHINE): Deployed {
  const { target, pidFile } = plan
  const { files, signals } = machine
  if (pidFile !== undefined) {
    // Before anything happens: a file that nobody reads is half a change.
    const daemon = daemonOf(files, pidFile, signals)
    if (!daemon.ok) return unable(daemon.why)
  }
  const lock = takeLock(files, target, machine.processes)
  if (!lock.ok) return unable(lock.why)
  try {
    const cleaned = removeStrays(files, target)
    if (!cleaned.ok) return unable(cleaned.why)
    const copies = removeStrayCopies(files, target, plan.backups)
    if (!copies.ok) return unable(copies.why)
    const now = attempt(`${target} cannot be read`, () => unless(['ENOENT'], () => decode(files.readFileSync(target)).text))
    if (!now.ok) return unable(now.why)
    if (now.value !== plan.before) return unable(`${target} has been changed by another program`)
    // A run that was killed may have replaced the file and not have come to the signal.
    if (now.value === plan.after) return lock.value.isTakenOver ? tell([], 'same') : { ...nothing, live: 'same', notes: [NOBODY] }
    return replace()
  } finally {
    // A lock that stays is that of a dead process in a moment.
    attempt('', lock.value.release)
  }

  function replace(): Deployed {
    const prepared = prepare(files, target, encode(plan.after))
    if (!prepared.ok) return unable(prepared.why)
    const { path, commit, discard } = prepared.value
    const verdict = plan.command === undefined ? undefined : machine.verify(plan.command, path)
    if (verdict !== undefined && verdict.answer !== 'accepted') {
      attempt('', discard)
      const output = verdict.output.replaceAll(path, target)
      return { ...unable(`\`${plan.command?.[0]}\` ${verdict.why}`, output), status: verdict.answer === 'refused' ? 1 : 2 }
    }
    const copy = backUp(files, target, plan.backups)
    const replaced = copy.ok ? commit() : copy
    if (!replaced.ok) {
      attempt('', discard)
      return unable(replaced.why)
    }
    const notes = copy.ok && copy.value !== '' ? [`the old file is ${copy.value}`] : []
    if (replaced.value !== '') notes.push(replaced.value)
    const pruned = prune(files, target, plan.backups)
    if (!pruned.ok) notes.push(pruned.why)
    return tell(notes, 'new')
  }

  function tell(notes: readonly string[], live: 'new' | 'same'): Deployed {
    if (pidFile === undefined) return { ...nothing, live, notes: [...notes, NOBODY] }
    const sent = signal(files, pidFile, signals)
    if (!sent.ok) return { ...nothing, status: 2, live, notes: [...notes, `keepalived was not told: ${sent.why}`] }
    return { ...nothing, live, notes: [...notes, `process ${sent.value} was told to read it`] }
  }
}

const NOBODY = 'nobody was signalled'

const nothing: Deployed = { status: 0, live: 'old', notes: [], output: '' }

const unable = (why: string, output = ''): Deployed => ({ status: 2, live: 'old', notes: [why], output })

import { decode, encode } from '../text/decode.ts'
import { type Attempt, attempt, type FileSystem, failed, NODE } from './file-system.ts'
import { PROCESSES, type Processes, takeLock } from './lock.ts'
import { prepare, removeStrays, targetOf } from './replace.ts'

/**
 * Replaces the text of a file, in one step and only if it still is what it was.
 *
 * @returns a warning, or nothing; not ok: the file is as it was.
 */
export function rewrite(
  name: string,
  before: string,
  after: string,
  files: FileSystem = NODE,
  processes: Processes = PROCESSES,
): Attempt<string> {
  const target = targetOf(files, name)
  if (!target.ok) return target
  const lock = takeLock(files, target.value, processes)
  if (!lock.ok) return lock
  try {
    const strays = removeStrays(files, target.value)
    if (!strays.ok) return strays
    const now = attempt(`${name} cannot be read`, () => decode(files.readFileSync(target.value)).text)
    if (!now.ok) return now
    if (now.value !== before) return failed(`${name} has been changed by another program`)
    const prepared = prepare(files, target.value, encode(after))
    return prepared.ok ? prepared.value.commit() : prepared
  } finally {
    // A lock that stays is that of a dead process in a moment.
    attempt('', lock.value.release)
  }
}

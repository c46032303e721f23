import { basename, dirname, join, resolve } from 'node:path'
import { type Attempt, attempt, done, type FileSystem, failed, syncDirectory, unless, writeAll } from './file-system.ts'

/** A new content that stands, whole and on the disk, beside the file that it will become. */
export interface Prepared {
  /** Where it stands. */
  readonly path: string
  /** Puts it in the place of the target, in one step. The value is a warning, or empty: the target is the new file then. */
  readonly commit: () => Attempt<string>
  /** Removes it; the target stays. */
  readonly discard: () => void
}

/** A new file may hold passwords. */
const NEW_FILE = 0o600

const MOST_LINKS = 40

/** The file that a name stands for: symbolic links followed, also the one to a file that does not exist yet. */
export function targetOf(files: FileSystem, name: string): Attempt<string> {
  return attempt(`${name} cannot be replaced`, () => {
    let path = resolve(name)
    for (let links = 0; links < MOST_LINKS; links++) {
      const stat = unless(['ENOENT'], () => files.lstatSync(path))
      if (stat?.isSymbolicLink() !== true) return path
      path = resolve(dirname(path), files.readlinkSync(path))
    }
    throw Object.assign(new Error(), { code: 'ELOOP' })
  })
}

/**
 * Writes a file beside another one: same directory, so that renaming it is one step, with the same mode, owner, access control
 * list and extended attributes (so its label of SELinux), every byte on the disk. The target is not touched.
 *
 * @param like - whose attributes it gets; the target by default.
 */
export function prepare(files: FileSystem, target: string, bytes: Uint8Array, like: string = target): Attempt<Prepared> {
  const what = `${target} cannot be written`
  const place = attempt(what, () => unless(['ENOENT'], () => files.statSync(like)))
  if (!place.ok) return place
  const stat = place.value
  if (stat !== undefined && !stat.isFile()) return failed(`${what}: it is no plain file`)
  const directory = dirname(target)
  let made = ''
  let isGiving = false
  const discard = (): void => {
    if (made !== '') unless(['ENOENT'], () => files.unlinkSync(made))
  }
  const written = attempt(what, () => {
    const { path, fd } = openTemporary(files, target)
    made = path
    try {
      if (stat !== undefined) files.copyAttributes(like, path)
      writeAll(files, fd, bytes)
      const own = files.statSync(path)
      // Owner first: changing it takes bits off the mode.
      if (stat !== undefined && (own.uid !== stat.uid || own.gid !== stat.gid)) {
        isGiving = true
        files.fchownSync(fd, stat.uid, stat.gid)
        isGiving = false
      }
      if (stat !== undefined) files.fchmodSync(fd, stat.mode & 0o7777)
      files.fsyncSync(fd)
    } finally {
      files.closeSync(fd)
    }
    return path
  })
  if (!written.ok) {
    // What cannot be removed now is removed by the next run.
    attempt('', discard)
    return isGiving ? failed(`${written.why}, its owner and group cannot be kept`) : written
  }
  const path = written.value
  const commit = (): Attempt<string> => {
    const renamed = attempt(what, () => files.renameSync(path, target))
    if (!renamed.ok) {
      attempt('', discard)
      return renamed
    }
    made = ''
    const kept = attempt('a loss of power may bring the old file back', () => syncDirectory(files, directory))
    return done(kept.ok ? '' : kept.why)
  }
  return done({ path, commit, discard })
}

/** `.NAME.keepalived-conf-PID-N` */
const temporaryName = (target: string, n: number): string => `.${basename(target)}.keepalived-conf-${process.pid}-${n}`

function openTemporary(files: FileSystem, target: string): { readonly path: string; readonly fd: number } {
  for (let n = 1; ; n++) {
    const path = join(dirname(target), temporaryName(target, n))
    const fd = unless(n < 1000 ? ['EEXIST'] : [], () => files.openSync(path, 'wx', NEW_FILE))
    if (fd !== undefined) return { path, fd }
  }
}

/** Removes what runs that were killed left beside a file. To be called with its lock held: no other run writes there then. */
export function removeStrays(files: FileSystem, target: string): Attempt<number> {
  const directory = dirname(target)
  const prefix = `.${basename(target)}.keepalived-conf`
  return attempt(`${directory} cannot be read`, () => {
    let count = 0
    for (const name of files.readdirSync(directory)) {
      if (!name.startsWith(prefix) || !/^(?:-\d+-\d+|\.lock-\d+)$/.test(name.slice(prefix.length))) continue
      if (!files.lstatSync(join(directory, name)).isFile()) continue
      files.unlinkSync(join(directory, name))
      count++
    }
    return count
  })
}

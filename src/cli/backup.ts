import { basename, dirname, join, resolve } from 'node:path'
import { type Attempt, attempt, done, type FileSystem, failed, syncDirectory, unless } from './file-system.ts'
import { prepare, removeStrays } from './replace.ts'

/** Where copies of a file are kept, and how many. */
export interface Backups {
  /** Undefined: beside the file. */
  readonly directory: string | undefined
  readonly keep: number
}

const directoryOf = (target: string, { directory }: Backups): string =>
  directory === undefined ? dirname(target) : resolve(directory)

/** Numbers of the copies `NAME.~N~` of a file, newest first. */
export function backupsOf(files: FileSystem, target: string, backups: Backups): Attempt<readonly string[]> {
  const directory = directoryOf(target, backups)
  const name = basename(target)
  return attempt(`${directory} cannot be read`, () =>
    files
      .readdirSync(directory)
      .map((one) => ({ one, number: numberOf(one, name) }))
      .filter(({ number }) => number > 0)
      .sort((a, b) => b.number - a.number)
      .map(({ one }) => join(directory, one)),
  )
}

const numberOf = (file: string, name: string): number =>
  file.startsWith(`${name}.~`) ? Number(/^\.~(\d{1,9})~$/.exec(file.slice(name.length))?.[1] ?? 0) : 0

/**
 * Copies a file to the next free `NAME.~N~`, whole or not at all, with its mode and owner. Numbers grow; the one with the highest is the newest.
 *
 * @returns the path of the copy; empty where there is no file yet.
 */
export function backUp(files: FileSystem, target: string, backups: Backups): Attempt<string> {
  const content = attempt(`${target} cannot be read`, () => unless(['ENOENT'], () => files.readFileSync(target)))
  if (!content.ok) return content
  if (content.value === undefined) return done('')
  const known = backupsOf(files, target, backups)
  if (!known.ok) return known
  const newest = known.value[0] === undefined ? 0 : numberOf(basename(known.value[0]), basename(target))
  const copy = join(directoryOf(target, backups), `${basename(target)}.~${newest + 1}~`)
  const prepared = prepare(files, copy, content.value, target)
  if (!prepared.ok) return prepared
  const committed = prepared.value.commit()
  return committed.ok ? done(copy) : failed(committed.why)
}

/** Removes all but the newest copies. */
export function prune(files: FileSystem, target: string, backups: Backups): Attempt<number> {
  const known = backupsOf(files, target, backups)
  if (!known.ok) return known
  const old = known.value.slice(backups.keep)
  return attempt(`old copies of ${target} cannot be removed`, () => {
    for (const path of old) files.unlinkSync(path)
    if (old.length > 0) syncDirectory(files, directoryOf(target, backups))
    return old.length
  })
}

/** Removes what killed runs left where copies are kept. */
export function removeStrayCopies(files: FileSystem, target: string, backups: Backups): Attempt<number> {
  const directory = directoryOf(target, backups)
  const name = basename(target)
  return attempt(`${directory} cannot be read`, () => {
    const owners = new Set<string>()
    for (const file of files.readdirSync(directory)) {
      const owner = /^\.(.*\.~\d{1,9}~)\.keepalived-conf-\d+-\d+$/s.exec(file)?.[1]
      if (owner !== undefined && numberOf(owner, name) > 0) owners.add(owner)
    }
    let count = 0
    for (const owner of owners) {
      const removed = removeStrays(files, join(directory, owner))
      if (removed.ok) count += removed.value
    }
    return count
  })
}

import type { FileFact } from './facts.ts'

/** How many symbolic links are followed before keepalived's `realpath` gives up. */
const MOST_LINKS = 40

/** What a path is, by name only: no machine is asked. */
export type LookUp = (path: string) => FileFact | undefined

/** Every path that `lstat` is asked about on the way to a file: `/a`, `/a/b`, and the same for what links lead to. */
export interface Walked {
  /** Where the path ends when all links are followed; undefined where a part is absent or not known. */
  readonly real: string | undefined
  /** Paths in the order they were met, the root first. */
  readonly steps: readonly string[]
  /** Why `real` is undefined. */
  readonly stop?: 'absent' | 'unknown' | 'loop' | 'not-a-directory'
}

/** Follows a path as `realpath` does: `.`, `..`, repeated slashes and symbolic links go away. */
export function walkPath(path: string, lookUp: LookUp): Walked {
  const steps = ['/']
  const rest = path.split('/').reverse()
  let at: string[] = []
  let links = 0
  while (rest.length > 0) {
    const name = rest.pop() as string
    if (name === '' || name === '.') continue
    if (name === '..') {
      at.pop()
      continue
    }
    const next = `/${[...at, name].join('/')}`
    steps.push(next)
    const fact = lookUp(next)
    if (fact === undefined) return { real: undefined, steps, stop: 'unknown' }
    if (fact.kind === 'absent') return { real: undefined, steps, stop: 'absent' }
    if (fact.kind !== 'symlink') {
      if (fact.kind !== 'directory' && rest.some((one) => one !== '')) return { real: undefined, steps, stop: 'not-a-directory' }
      at.push(name)
      continue
    }
    if (fact.target === undefined) return { real: undefined, steps, stop: 'unknown' }
    if (++links > MOST_LINKS) return { real: undefined, steps, stop: 'loop' }
    if (fact.target.startsWith('/')) at = []
    rest.push(...fact.target.split('/').reverse())
  }
  return { real: `/${at.join('/')}`, steps }
}

/** A relative path taken from the working directory; undefined where that is not known. */
export const absolute = (path: string, directory: string | undefined): string | undefined =>
  path.startsWith('/') ? path : directory === undefined ? undefined : `${directory}/${path}`

/** Lists the names in a directory; undefined when there is no such directory. */
export type ListDirectory = (directory: string) => readonly string[] | undefined | Promise<readonly string[] | undefined>

/** A pattern has characters that glob(3) treats specially. */
export const hasPattern = (path: string, braces: boolean): boolean => (braces ? /[*?[{\\]/ : /[*?[\\]/).test(path)

/**
 * Paths that a pattern matches, as glob(3): `*`, `?`, `[…]` inside one path part, no match of a leading dot, results of one pattern in byte
 * order. With `braces` also `{a,b}`, alternatives in the order written.
 */
export async function glob(pattern: string, list: ListDirectory, braces: boolean): Promise<readonly string[]> {
  const found: string[] = []
  for (const alternative of braces ? expandBraces(pattern) : [pattern]) found.push(...(await globOne(alternative, list)))
  return found
}

async function globOne(pattern: string, list: ListDirectory): Promise<readonly string[]> {
  const absolute = pattern.startsWith('/')
  let paths = [absolute ? '/' : '']
  for (const part of pattern.split('/').filter((one) => one !== '')) {
    const next: string[] = []
    for (const directory of paths) {
      if (part === '.' || part === '..') {
        next.push(join(directory, part))
        continue
      }
      const names = await list(directory === '' ? '.' : directory)
      const test = matcher(part)
      for (const name of [...(names ?? [])].sort(byBytes)) if (test(name)) next.push(join(directory, name))
    }
    paths = next
  }
  return paths
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Directory and name with one slash between them; an absolute name stands for itself. */
export function join(directory: string, name: string): string {
  if (name.startsWith('/') || directory === '') return name
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`
}

/** The directory of a path; empty for a bare name. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : slash === 0 ? '/' : path.slice(0, slash)
}

const MOST_ALTERNATIVES = 10_000

/** `a{b,c{d,e}}` → `ab`, `acd`, `ace`. Unpaired braces are text. */
export function expandBraces(pattern: string): readonly string[] {
  const done: string[] = []
  const waiting = [pattern]
  while (waiting.length > 0 && done.length + waiting.length <= MOST_ALTERNATIVES) {
    const one = waiting.shift() as string
    const group = firstGroup(one)
    if (group === undefined) done.push(one)
    else waiting.unshift(...group.parts.map((part) => one.slice(0, group.start) + part + one.slice(group.end)))
  }
  return done
}

function firstGroup(
  text: string,
): { readonly start: number; readonly end: number; readonly parts: readonly string[] } | undefined {
  const start = text.indexOf('{')
  if (start < 0) return undefined
  const parts: string[] = []
  let depth = 0
  let from = start + 1
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (c === '\\') i++
    else if (c === '{') depth++
    else if (c === '}' && --depth === 0) return { start, end: i + 1, parts: [...parts, text.slice(from, i)] }
    else if (c === ',' && depth === 1) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  return undefined
}

/** A test for one path part. Matches by backing up to the last `*` only, so that it stays linear in practice. */
function matcher(part: string): (name: string) => boolean {
  const pieces = cut(part)
  return (name) => {
    if (name.startsWith('.') && !part.startsWith('.')) return false
    let at = 0
    let piece = 0
    let starPiece = -1
    let starAt = 0
    while (at < name.length) {
      const current = pieces[piece]
      if (current === '*') {
        starPiece = piece++
        starAt = at
      } else if (current?.(name[at] as string) === true) {
        at++
        piece++
      } else if (starPiece >= 0) {
        piece = starPiece + 1
        at = ++starAt
      } else return false
    }
    while (pieces[piece] === '*') piece++
    return piece === pieces.length
  }
}

type Piece = '*' | ((c: string) => boolean)

function cut(part: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < part.length; i++) {
    const c = part[i] as string
    const close = c === '[' ? part.indexOf(']', i + 2) : -1
    if (c === '*') pieces.push('*')
    else if (c === '?') pieces.push(() => true)
    else if (close > 0) {
      pieces.push(bracket(part.slice(i + 1, close)))
      i = close
    } else {
      const literal = c === '\\' && i + 1 < part.length ? (part[++i] as string) : c
      pieces.push((one) => one === literal)
    }
  }
  return pieces
}

function bracket(inner: string): (c: string) => boolean {
  const negated = inner.startsWith('!') || inner.startsWith('^')
  const set = negated ? inner.slice(1) : inner
  return (c) => {
    let inside = false
    for (let i = 0; i < set.length; i++) {
      if (set[i + 1] === '-' && i + 2 < set.length) {
        inside ||= c >= (set[i] as string) && c <= (set[i + 2] as string)
        i += 2
      } else inside ||= c === set[i]
    }
    return inside !== negated
  }
}

/** `~LST(V, a, b)` or `~LST({V, W}, {1, 2}, {3, 4})`, read. */
export interface List {
  readonly names: readonly string[]
  /** The values of each round, in the order of the names; those that are missing are empty. */
  readonly sets: readonly (readonly string[])[]
  /** Offset of the `)`. */
  readonly close: number
}

/** Reads a list from behind its `(`, or says what is wrong with it. Values run to a blank, a comma, `)` or `}`; quotes are not special. */
export function readList(text: string, from: number): List | string {
  const names = readGroup(text, from)
  if (names.words.length === 0 || !names.words.every((name) => /^[A-Za-z_]\w*$/.test(name))) return 'it has no name'
  const sets: (readonly string[])[] = []
  let at = skipBlanks(text, names.end)
  while (text[at] === ',') {
    const set = readGroup(text, at + 1)
    if (set.words.length > names.words.length) return `a set has ${set.words.length} values for ${names.words.length} names`
    sets.push(set.words)
    at = skipBlanks(text, set.end)
  }
  if (text[at] !== ')') return 'there is no `)` behind its values'
  if (sets.length === 0) return 'it has no values'
  return { names: names.words, sets, close: at }
}

/** One word, or several in braces, and where it ends. */
function readGroup(text: string, from: number): { readonly words: readonly string[]; readonly end: number } {
  const start = skipBlanks(text, from)
  if (text[start] !== '{') {
    const end = wordEnd(text, start)
    return { words: end > start ? [text.slice(start, end)] : [], end }
  }
  const words: string[] = []
  let at = start + 1
  for (;;) {
    at = skipBlanks(text, at)
    const end = wordEnd(text, at)
    words.push(text.slice(at, end))
    at = skipBlanks(text, end)
    if (text[at] !== ',') return { words, end: text[at] === '}' ? at + 1 : at }
    at++
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !' \t,)}'.includes(text[at] as string)) at++
  return at
}

import { readWord } from '../bind/one-word.ts'
import type { Mark } from '../bind/read.ts'

/** Words `[from, to)` of the old words give way to these of the new ones. */
export interface Splice {
  readonly from: number
  readonly to: number
  /** Indexes of new words. */
  readonly texts: readonly number[]
}

interface Side {
  readonly marks: readonly Mark[]
  readonly texts: readonly string[]
}

/**
 * The fewest changes of words that turn the arguments of one statement into those of another. An argument whose value is the same keeps its words: `yes` is
 * not changed to `on`, `brd` not to `broadcast`.
 */
export function spliced(
  before: readonly Mark[],
  after: readonly Mark[],
  oldTexts: readonly string[],
  newTexts: readonly string[],
): readonly Splice[] {
  return spliceGroup({ marks: before, texts: oldTexts }, { marks: after, texts: newTexts }, 0)
}

/** @param start - where the words of the group begin. */
function spliceGroup(old: Side, fresh: Side, start: number): readonly Splice[] {
  const result: Splice[] = []
  const pairs = pairsOf(old, fresh)
  const kept = new Set(pairs.values())
  // What is given again further on does not count, and may stay as long as that one does.
  const again = new Set(fresh.marks.filter(({ arg }) => arg.repeatable !== true).map(({ arg }) => arg.name))
  for (const mark of old.marks) {
    if (!kept.has(mark) && !again.has(mark.arg.name)) result.push({ from: mark.from, to: mark.to, texts: [] })
  }
  let at = start
  for (const mark of fresh.marks) {
    const known = pairs.get(mark)
    if (known === undefined) result.push({ from: at, to: at, texts: indexes(mark.from, mark.to) })
    else {
      result.push(...spliceMark(known, mark, old.texts, fresh.texts))
      at = known.to
    }
  }
  return result
}

/** New mark → the old one of the same argument; of an argument that may be repeated those that are equal, then those that are left, in order. */
function pairsOf(old: Side, fresh: Side): ReadonlyMap<Mark, Mark> {
  const pairs = new Map<Mark, Mark>()
  const byName = new Map<string, Mark[]>()
  for (const mark of old.marks) {
    const known = byName.get(mark.arg.name)
    if (known === undefined) byName.set(mark.arg.name, [mark])
    else known.push(mark)
  }
  for (const mark of fresh.marks) {
    const candidates = byName.get(mark.arg.name)
    // Of an option that is given again the last one counts.
    const next = mark.arg.repeatable === true ? candidates?.shift() : candidates?.pop()
    if (next !== undefined) pairs.set(mark, next)
  }
  return pairs
}

function spliceMark(old: Mark, fresh: Mark, oldTexts: readonly string[], newTexts: readonly string[]): readonly Splice[] {
  const { arg } = old
  if (arg.type === 'flag') return []
  if (arg.options !== undefined) {
    const first = old.inner[0]?.from ?? old.from + 1
    return spliceGroup({ marks: old.inner, texts: oldTexts }, { marks: fresh.inner, texts: newTexts }, first)
  }
  if (arg.variadic === true) return spliceList(old, fresh, oldTexts, newTexts)
  // The value is the last word; a literal in front of it may be spelled in several ways.
  if (isSame(arg, oldTexts[old.to - 1] as string, newTexts[fresh.to - 1] as string)) return []
  return [{ from: old.to - 1, to: old.to, texts: [fresh.to - 1] }]
}

/** Elements that are the same at both ends stay; between them words give way one by one. */
function spliceList(old: Mark, fresh: Mark, oldTexts: readonly string[], newTexts: readonly string[]): readonly Splice[] {
  const { arg } = old
  const result: Splice[] = []
  let from = old.from
  let to = old.to
  let first = fresh.from
  let last = fresh.to
  while (from < to && first < last && isSame(arg, oldTexts[from] as string, newTexts[first] as string)) {
    from++
    first++
  }
  while (from < to && first < last && isSame(arg, oldTexts[to - 1] as string, newTexts[last - 1] as string)) {
    to--
    last--
  }
  while (from < to && first < last) {
    if (!isSame(arg, oldTexts[from] as string, newTexts[first] as string)) result.push({ from, to: from + 1, texts: [first] })
    from++
    first++
  }
  if (from < to) result.push({ from, to, texts: [] })
  if (first < last) result.push({ from, to: from, texts: indexes(first, last) })
  return result
}

const isSame = (arg: Mark['arg'], a: string, b: string): boolean =>
  a === b || (readWord(arg, a) !== undefined && readWord(arg, a) === readWord(arg, b))

const indexes = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

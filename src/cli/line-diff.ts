/** Lines `[oldFrom, oldTo)` of the old text give way to lines `[newFrom, newTo)` of the new one. Counted from 0. */
export interface LineChange {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/** Parts with more differences than this are given up as one change: the memory grows with their square. */
const MOST_DIFFERENCES = 500

/**
 * What changes between two lists of lines, in order. Always right, not always the least: lines that both have once are anchors (patience diff),
 * between them Myers' greedy algorithm looks for the shortest way; where that would take too long, one change holds it all.
 */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const numbers = new Map<string, number>()
  const numbered = (lines: readonly string[]): Int32Array =>
    Int32Array.from(lines, (line) => {
      const known = numbers.get(line) ?? numbers.size
      numbers.set(line, known)
      return known
    })
  const a = numbered(before)
  const b = numbered(after)
  const changes: LineChange[] = []
  // Parts that are still to be compared; the next one is the last of the list.
  const open: LineChange[] = [{ oldFrom: 0, oldTo: a.length, newFrom: 0, newTo: b.length }]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const rest = trimmed(a, b, part)
    if (rest.oldFrom === rest.oldTo && rest.newFrom === rest.newTo) continue
    if (rest.oldFrom === rest.oldTo || rest.newFrom === rest.newTo) {
      changes.push(rest)
      continue
    }
    const parts = betweenAnchors(a, b, rest)
    if (parts === undefined) changes.push(...shortest(a, b, rest))
    else open.push(...parts.reverse())
  }
  return changes
}

/** A part without what is the same at its ends. */
function trimmed(a: Int32Array, b: Int32Array, { oldFrom, oldTo, newFrom, newTo }: LineChange): LineChange {
  let from = 0
  const most = Math.min(oldTo - oldFrom, newTo - newFrom)
  while (from < most && a[oldFrom + from] === b[newFrom + from]) from++
  let to = 0
  while (to < most - from && a[oldTo - 1 - to] === b[newTo - 1 - to]) to++
  return { oldFrom: oldFrom + from, oldTo: oldTo - to, newFrom: newFrom + from, newTo: newTo - to }
}

/** The parts between lines that both sides have exactly once and in the same order; undefined without such lines. */
function betweenAnchors(a: Int32Array, b: Int32Array, part: LineChange): LineChange[] | undefined {
  const { oldFrom, oldTo, newFrom, newTo } = part
  const anchors = longestRise(sharedOnce(a, b, part))
  if (anchors.length === 0) return undefined
  const parts: LineChange[] = []
  let [i, j] = [oldFrom, newFrom]
  for (const { old, now } of anchors) {
    parts.push({ oldFrom: i, oldTo: old, newFrom: j, newTo: now })
    i = old + 1
    j = now + 1
  }
  parts.push({ oldFrom: i, oldTo, newFrom: j, newTo })
  return parts
}

interface Place {
  readonly old: number
  readonly now: number
}

/** Lines that each side has exactly once. */
function sharedOnce(a: Int32Array, b: Int32Array, part: LineChange): readonly Place[] {
  // For each line: how often it stands on the old side, where on the new one, and how often there.
  const seen = new Map<number, [number, number, number]>()
  for (let i = part.oldFrom; i < part.oldTo; i++) {
    const known = seen.get(a[i] as number)
    if (known === undefined) seen.set(a[i] as number, [1, -1, 0])
    else known[0]++
  }
  for (let j = part.newFrom; j < part.newTo; j++) {
    const known = seen.get(b[j] as number)
    if (known !== undefined) {
      known[1] = j
      known[2]++
    }
  }
  const places: Place[] = []
  for (let old = part.oldFrom; old < part.oldTo; old++) {
    const [count, now, times] = seen.get(a[old] as number) as [number, number, number]
    if (count === 1 && times === 1) places.push({ old, now })
  }
  return places
}

/** The longest run of places that goes forward on both sides (patience sorting). */
function longestRise(places: readonly Place[]): readonly Place[] {
  const tops: number[] = [] // for each length the place that ends the run of this length earliest
  const before = new Int32Array(places.length)
  for (const [i, { now }] of places.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tops[middle] as number] as Place).now < now) low = middle + 1
      else high = middle
    }
    before[i] = low === 0 ? -1 : (tops[low - 1] as number)
    tops[low] = i
  }
  const rise: Place[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] as number) rise.push(places[i] as Place)
  return rise.reverse()
}

/** Myers, "An O(ND) difference algorithm": the shortest way, found greedily; each round is kept to walk back. */
function shortest(a: Int32Array, b: Int32Array, part: LineChange): readonly LineChange[] {
  const { oldFrom, newFrom } = part
  const n = part.oldTo - oldFrom
  const m = part.newTo - newFrom
  const most = Math.min(n + m, MOST_DIFFERENCES)
  const rounds: Int32Array[] = []
  let reach = new Int32Array(2 * most + 3)
  const middle = most + 1
  for (let d = 0; d <= most; d++) {
    rounds.push(reach.slice(middle - d - 1, middle + d + 2))
    const next = reach.slice()
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[middle + k - 1] as number) < (reach[middle + k + 1] as number))
      let x = down ? (reach[middle + k + 1] as number) : (reach[middle + k - 1] as number) + 1
      while (x < n && x - k < m && a[oldFrom + x] === b[newFrom + x - k]) x++
      next[middle + k] = x
      if (x >= n && x - k >= m) return walkBack(part, rounds, n, m)
    }
    reach = next
  }
  return [part]
}

/** From the end to the start: every round adds one line on one side. */
function walkBack({ oldFrom, newFrom }: LineChange, rounds: readonly Int32Array[], n: number, m: number): readonly LineChange[] {
  const changes: LineChange[] = []
  let [x, y] = [n, m]
  for (let d = rounds.length - 1; d > 0; d--) {
    const reach = rounds[d] as Int32Array // of the round before, around its middle
    const at = (k: number): number => reach[d + 1 + k] as number
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const fromX = down ? at(k + 1) : at(k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    const last = changes.at(-1)
    const one: LineChange = {
      ...{ oldFrom: oldFrom + fromX, newFrom: newFrom + fromY },
      ...{ oldTo: oldFrom + fromX + (down ? 0 : 1), newTo: newFrom + fromY + (down ? 1 : 0) },
    }
    if (last !== undefined && last.oldFrom === one.oldTo && last.newFrom === one.newTo) {
      changes[changes.length - 1] = { ...last, oldFrom: one.oldFrom, newFrom: one.newFrom }
    } else changes.push(one)
    x = fromX
    y = fromY
  }
  return changes.reverse()
}

import { grouped } from '../text/grouped.ts'

/** How the elements of a list become those of another. */
export interface Alignment {
  /** For each new element the old one that stays in its place and becomes it; -1 for one that is new here. */
  readonly stays: Int32Array
  /** For each new element the old one that comes from another place of the list; -1 without one. */
  readonly comes: Int32Array
  /** Old elements that do not stay, in order. */
  readonly leaves: readonly number[]
}

/**
 * Aligns two lists by the identities of their elements, so that what is added in the middle does not touch the rest. The longest sequence that is in both
 * stays; the n-th of several with one identity is the n-th of the other list. Time is linear but for a factor of log n.
 */
export function align(old: readonly string[], fresh: readonly string[]): Alignment {
  const stays = new Int32Array(fresh.length).fill(-1)
  const comes = new Int32Array(fresh.length).fill(-1)
  const places = grouped(old.keys(), (i) => old[i] as string)
  const used = new Map<string, number>()
  const partner = fresh.map((id) => {
    const n = used.get(id) ?? 0
    used.set(id, n + 1)
    return places.get(id)?.[n] ?? -1
  })
  for (const i of longestRising(partner)) stays[i] = partner[i] as number
  for (const [i, from] of partner.entries()) if (stays[i] === -1) comes[i] = from
  pairGaps(stays, comes, old.length)
  const kept = new Set(stays)
  return { stays, comes, leaves: old.flatMap((_, i) => (kept.has(i) ? [] : [i])) }
}

/** As an operation has it: for each new element the old one that stays in its place. */
export function alignBy(partners: readonly number[], old: number): Alignment {
  const stays = Int32Array.from(partners, (from) => (from < old ? from : -1))
  const kept = new Set(stays)
  const leaves = Array.from({ length: old }, (_, i) => i).filter((i) => !kept.has(i))
  return { stays, comes: new Int32Array(partners.length).fill(-1), leaves }
}

/** Indexes of the longest rising subsequence; negative values are passed over. */
function longestRising(values: readonly number[]): readonly number[] {
  const tails: number[] = []
  const before = new Int32Array(values.length).fill(-1)
  for (const [i, value] of values.entries()) {
    if (value < 0) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = tails[low - 1] as number
    tails[low] = i
  }
  const result: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) result.push(at)
  return result.reverse()
}

/** Between two elements that stay, as many new ones as old ones that are gone are those ones, changed: another address, another name. */
function pairGaps(stays: Int32Array, comes: Int32Array, oldCount: number): void {
  const moved = new Set(comes)
  let from = 0
  let oldFrom = 0
  for (let i = 0; i <= stays.length; i++) {
    const end = i === stays.length ? oldCount : (stays[i] as number)
    if (end < 0) continue
    const gone: number[] = []
    for (let at = oldFrom; at < end; at++) if (!moved.has(at)) gone.push(at)
    const fresh: number[] = []
    for (let at = from; at < i; at++) if (comes[at] === -1) fresh.push(at)
    if (gone.length === fresh.length) for (const [n, at] of fresh.entries()) stays[at] = gone[n] as number
    from = i + 1
    oldFrom = end + 1
  }
}

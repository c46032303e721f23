/** The candidate nearest to a word: at most two typing errors, one in a short word, or a beginning of it. Undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = word.length <= 4 ? 1 : 2
  let best: string | undefined
  let least = most + 1
  for (const candidate of candidates) {
    // `connect_time` for `connect_timeout`, `real` for `real_server`: a word that was not finished
    if (word.length >= 4 && candidate.startsWith(word)) return candidate
    if (Math.abs(candidate.length - word.length) > most) continue
    const distance = word.toLowerCase() === candidate.toLowerCase() ? 0 : editDistance(word, candidate)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = above
    above = row
  }
  return above[b.length] as number
}

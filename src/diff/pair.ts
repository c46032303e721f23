/** Indexes of elements that belong together; -1 on the side that lacks one. */
export type Pair = readonly [left: number, right: number]

/**
 * Pairs the elements of two lists, level by level: first those with the same key of the first level, of the rest those with the same key of the second,
 * and so on. Of several with one key the first goes with the first. Linear, and the same from both sides.
 *
 * @param levels - an element that has no key on a level waits for the next.
 *
 * @returns pairs in the order of the left list, then what is on the right only.
 */
export function pairUp<T>(
  left: readonly T[],
  right: readonly T[],
  levels: readonly ((element: T) => string | undefined)[],
): readonly Pair[] {
  if (isInOrder(left, right, levels[0])) return left.map((_, index): Pair => [index, index])
  const partner = new Int32Array(left.length).fill(-1)
  const taken = new Uint8Array(right.length)
  let waitingLeft = [...left.keys()]
  let waitingRight = [...right.keys()]
  for (const keyOf of levels) {
    if (waitingLeft.length === 0 || waitingRight.length === 0) break
    const byKey = new Map<string, { readonly indexes: number[]; next: number }>()
    for (const index of waitingRight) {
      const key = keyOf(right[index] as T)
      if (key === undefined) continue
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, { indexes: [index], next: 0 })
      else known.indexes.push(index)
    }
    for (const index of waitingLeft) {
      const key = keyOf(left[index] as T)
      const queue = key === undefined ? undefined : byKey.get(key)
      const other = queue?.indexes[queue.next]
      if (queue === undefined || other === undefined) continue
      queue.next++
      partner[index] = other
      taken[other] = 1
    }
    waitingLeft = waitingLeft.filter((index) => partner[index] === -1)
    waitingRight = waitingRight.filter((index) => taken[index] === 0)
  }
  return [...left.map((_, index): Pair => [index, partner[index] as number]), ...waitingRight.map((index): Pair => [-1, index])]
}

/** The usual case: the same elements in the same order. The first of several with one key goes with the first here as well. */
function isInOrder<T>(left: readonly T[], right: readonly T[], keyOf: ((element: T) => string | undefined) | undefined): boolean {
  if (keyOf === undefined || left.length !== right.length) return false
  return left.every((element, index) => {
    const key = keyOf(element)
    return key !== undefined && key === keyOf(right[index] as T)
  })
}

/** The common elements stand in another order. */
export function isReordered(pairs: readonly Pair[]): boolean {
  let last = -1
  for (const [left, right] of pairs) {
    if (left < 0 || right < 0) continue
    if (right < last) return true
    last = right
  }
  return false
}

/** Items by a key of theirs, keys and items in the order in which they come. */
export function grouped<A>(items: Iterable<A>, keyOf: (item: A) => string): Map<string, A[]> {
  const groups = new Map<string, A[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [item])
    else known.push(item)
  }
  return groups
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Statements without a typed place stand in the order of the text; how those of a list and those beside it are mixed says nothing. */
const byList = (unknown: unknown): unknown => {
  if (!Array.isArray(unknown) || !unknown.some((one) => isRecord(one) && one.in !== undefined)) return unknown
  const listOf = (one: unknown): string => (isRecord(one) && typeof one.in === 'string' ? one.in : '')
  return [...unknown].sort((a, b) => (listOf(a) < listOf(b) ? -1 : listOf(a) > listOf(b) ? 1 : 0))
}

/** Where two values are compared piece by piece. */
type Pair = readonly [unknown, unknown]

/**
 * Two parts of a model say the same: lists in order, objects in any, a key that holds `undefined` counts as absent. A loop, not a recursion: statements
 * without a typed place nest as deep as the text did.
 *
 * @param emptyIsAbsent - a list without elements counts as absent: there is no text that says more.
 */
export function isEqual(a: unknown, b: unknown, emptyIsAbsent = false): boolean {
  const isAbsent = (value: unknown): boolean =>
    value === undefined || (emptyIsAbsent && Array.isArray(value) && value.length === 0)
  if (a === b) return true
  const open: Pair[] = [[a, b]]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [one, other] = pair
    if (one === other || (isAbsent(one) && isAbsent(other))) continue
    if (Array.isArray(one)) {
      if (!Array.isArray(other) || one.length !== other.length) return false
      for (let i = 0; i < one.length; i++) open.push([one[i], other[i]])
    } else if (isRecord(one) && isRecord(other)) {
      for (const key in one) {
        const value = Object.hasOwn(other, key) ? other[key] : undefined
        if (one[key] !== value) open.push(key === 'unknown' ? [byList(one[key]), byList(value)] : [one[key], value])
      }
      for (const key in other) if (!isAbsent(other[key]) && (!Object.hasOwn(one, key) || isAbsent(one[key]))) return false
    } else return false
  }
  return true
}

/**
 * A model for comparison: keys in one order, and lines of lists among `unknown` behind the other statements. Where they stood between these is not
 * in the model, so text that is written of it has them where their list is.
 */
export function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, key === 'unknown' && Array.isArray(inner) ? byList(inner.map(normal)) : normal(inner)]),
  )
}

function byList(statements: readonly unknown[]): readonly unknown[] {
  const list = (statement: unknown): string => (statement as { readonly in?: string }).in ?? ''
  return [...statements].sort((a, b) => (list(a) < list(b) ? -1 : list(a) > list(b) ? 1 : 0))
}

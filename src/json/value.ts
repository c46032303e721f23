/** A plain JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

export type JsonObject = { [key: string]: JsonValue }

/** A copy that shares nothing. A loop, since what is kept of unknown blocks nests as deep as the text did. Keys that hold `undefined` are left out. */
export function copyJson(value: unknown): JsonValue {
  const waiting: (readonly [object, unknown[] | Record<string, unknown>])[] = []
  const copyOf = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one
    const copy = Array.isArray(one) ? [] : {}
    waiting.push([one, copy])
    return copy
  }
  const result = copyOf(value)
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [from, to] = pair
    if (Array.isArray(from)) for (const item of from) (to as unknown[]).push(copyOf(item))
    else {
      for (const [key, inner] of Object.entries(from)) {
        // A key that would be the prototype of the copy stays a key.
        if (inner !== undefined && key !== '__proto__') (to as Record<string, unknown>)[key] = copyOf(inner)
        else if (inner !== undefined)
          Object.defineProperty(to, key, { value: copyOf(inner), enumerable: true, writable: true, configurable: true })
      }
    }
  }
  return result as JsonValue
}

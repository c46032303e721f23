/** A value that is made when it is first asked for. The result of `make` must depend on nothing else. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

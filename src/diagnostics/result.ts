import type { Diagnostic } from './diagnostic.ts'

/** A value with what was noticed on the way, or the reasons why there is none. */
export type Result<A> =
  | { readonly ok: true; readonly value: A; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

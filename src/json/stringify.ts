import type { JsonValue } from './value.ts'

export type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }

/**
 * `JSON.stringify` that answers instead of throwing: it gives up on values that nest some thousands of levels deep and on texts beyond the longest
 * string (512 MB).
 *
 * @example stringify({ a: 1 }, 2) // { ok: true, text: '{\n  "a": 1\n}' }
 */
export function stringify(value: JsonValue, indent = 2): Text {
  try {
    return { ok: true, text: JSON.stringify(value, null, indent) }
  } catch (error) {
    if (!(error instanceof RangeError)) return { ok: false, message: 'the value is not JSON' }
    const isTooLong = error.message.includes('length')
    return {
      ok: false,
      message: isTooLong ? 'the JSON would be longer than a text can be' : 'the blocks nest too deep to be written as JSON',
    }
  }
}

/** A decoded file. `invalidAt` lists the offsets in `text` of bytes that are not UTF-8 (at most 100 of them). */
export interface Decoded {
  readonly text: string
  readonly invalidAt: readonly number[]
}

const MOST_PLACES = 100
/** A byte that is not UTF-8 becomes the lone surrogate U+DC00 + byte, so that nothing around it is lost and `encode` gives it back. */
const ESCAPE = 0xdc00

/**
 * Bytes → text without loss: valid UTF-8 is decoded (a byte order mark stays), every other byte becomes one lone surrogate.
 *
 * @example decode(Uint8Array.of(0x61, 0xff)).invalidAt // [1]
 */
export function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), invalidAt: [] }
  } catch {
    return decodeWithEscapes(bytes)
  }
}

/** Text → bytes; the inverse of {@link decode}. */
export function encode(text: string): Uint8Array {
  const parts: Uint8Array[] = []
  const encoder = new TextEncoder()
  let from = 0
  for (const match of text.matchAll(/(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]+/g)) {
    parts.push(encoder.encode(text.slice(from, match.index)))
    parts.push(Uint8Array.from(match[0], (c) => c.charCodeAt(0) - ESCAPE))
    from = match.index + match[0].length
  }
  if (from === 0) return encoder.encode(text)
  parts.push(encoder.encode(text.slice(from)))
  return concat(parts)
}

function decodeWithEscapes(bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const invalidAt: number[] = []
  let text = ''
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    text += decoder.decode(bytes.subarray(from, at))
    if (invalidAt.length < MOST_PLACES) invalidAt.push(text.length)
    text += String.fromCharCode(ESCAPE + (bytes[at] as number))
    at += 1
    from = at
  }
  return { text: text + decoder.decode(bytes.subarray(from)), invalidAt }
}

/** Length of the valid UTF-8 sequence at `at`, 0 when there is none (Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0
  const second = bytes[at + 1] as number
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let i = at + 2; i < at + length; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) return 0
  return length
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Bytes that the text takes in UTF-8, from `start` to `end`; an escaped byte counts as one. Limits of keepalived are in bytes. */
export function byteLength(text: string, start: number, end: number): number {
  let bytes = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x80 || (c >= 0xdc80 && c <= 0xdcff && !isHighSurrogate(text.charCodeAt(i - 1)))) bytes += 1
    else if (c < 0x800) bytes += 2
    else if (isHighSurrogate(c) && i + 1 < end) {
      bytes += 4
      i++
    } else bytes += 3
  }
  return bytes
}

const isHighSurrogate = (c: number): boolean => c >= 0xd800 && c <= 0xdbff

import type { Range } from '../text/position.ts'
import { MASK, type Source } from './sources.ts'
import { columnsOf, visible } from './visible.ts'

/** A source line with marks under a range. */
export interface Frame {
  readonly line: string
  readonly marks: string
}

/** Longer lines are cut around the range. */
const WIDEST = 100
const LEAD = 40
const TAB = 4

/** The line of the start of a range, ready for a terminal: tabs as blanks, secrets as stars, nothing that moves the cursor. */
export function frame(source: Source, { start, end }: Range): Frame {
  const { text } = source
  const lineStart = start.offset - (start.column - 1)
  const lineEnd = endOfLine(text, start.offset, start.offset + WIDEST)
  // The window is one of the text, so that a line of ten megabytes costs no more than a short one.
  const whole = lineEnd.found && lineEnd.at - lineStart <= WIDEST
  const from = whole ? lineStart : border(text, Math.max(lineStart, Math.min(start.offset - LEAD, lineEnd.at - WIDEST)))
  const to = whole ? lineEnd.at : border(text, Math.min(lineEnd.at, from + WIDEST))
  const cutBefore = from > lineStart
  const cutAfter = !lineEnd.found || to < lineEnd.at

  let line = cutBefore ? '…' : ''
  let width = cutBefore ? 1 : 0
  let first = -1
  let last = -1
  const masks = source.masksIn(Math.max(lineStart, from - LOOK_BACK), from, to)
  for (let at = from; at < to; ) {
    if (at >= start.offset && first < 0) first = width
    if (at >= end.offset && last < 0) last = width
    const mask = masks.find((one) => one.start <= at && at < one.end)
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    if (mask !== undefined) {
      line += MASK
      width += MASK.length
      at = Math.min(mask.end, to)
      continue
    }
    const shown = character === '\t' ? ' '.repeat(TAB - (width % TAB)) : visible(character)
    line += shown
    width += shown.length > 1 && character === '\t' ? shown.length : columnsOf(shown)
    at += character.length
  }
  if (first < 0) first = width
  if (last < 0) last = width
  return { line: (cutAfter ? `${line}…` : line).trimEnd(), marks: ' '.repeat(first) + '^'.repeat(Math.max(1, last - first)) }
}

/** How far in front of a window a keyword is looked for whose value must be masked: the longest line that keepalived reads. */
const LOOK_BACK = 1024

/** The end of the line (without a CR in front of the LF), or a place behind `most` where it has not come yet. */
function endOfLine(text: string, from: number, most: number): { readonly at: number; readonly found: boolean } {
  const newline = text.slice(from, most + 1).indexOf('\n')
  if (newline < 0) return most >= text.length ? { at: text.length, found: true } : { at: most, found: false }
  const at = from + newline
  return { at: at > from && text[at - 1] === '\r' ? at - 1 : at, found: true }
}

/** Not between the halves of a surrogate pair. */
function border(text: string, at: number): number {
  const inside = /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')
  return inside ? at - 1 : at
}

import type { Document } from '../cst/document.ts'
import type { Laid } from './format-layout.ts'

/** Wider code is not waited for: its neighbours' comments would stand far out. */
const WIDEST = 100

/**
 * Comments behind code stand one blank behind it. Those of lines directly below each other that began in one column do so again, one blank behind
 * the longest code.
 */
export function alignComments({ text }: Document, lines: readonly Laid[]): void {
  for (let from = 0; from < lines.length; ) {
    const column = columnOf(text, lines[from] as Laid)
    let to = from + 1
    while (column >= 0 && to < lines.length) {
      const next = lines[to] as Laid
      if (next.piece.blank !== undefined || columnOf(text, next) !== column) break
      to++
    }
    if (to - from > 1) align(text, lines.slice(from, to))
    from = to
  }
}

function align(text: string, run: readonly Laid[]): void {
  const widths = run.map((line) => codeWidth(text, line))
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (widest > WIDEST) return
  for (const [i, { comment }] of run.entries()) {
    if (comment !== undefined) comment.gap = ' '.repeat(widest - (widths[i] as number) + 1)
  }
}

/** The column of a comment behind code as it stands in the file; -1 without one. */
function columnOf(text: string, { comment, piece }: Laid): number {
  return comment === undefined ? -1 : widthOf(text.slice(piece.commentLine.start, comment.start))
}

/** Columns of the code as it will stand. */
function codeWidth(text: string, { chunks, comment }: Laid): number {
  let code = ''
  for (const chunk of chunks) if (chunk !== comment) code += chunk.gap + text.slice(chunk.start, chunk.end)
  return widthOf(code)
}

const TAB = 8

function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text[i] === '\t' ? TAB - (width % TAB) : 1
  return width
}

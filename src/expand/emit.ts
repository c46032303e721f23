import type { Span } from '../diagnostics/finding.ts'
import type { Line } from './line.ts'
import { type OriginMap, originWriter } from './origin-map.ts'

/** Writes the effective text. */
export interface Emitter {
  /** A stretch of a file as it is, whole lines. */
  readonly copy: (text: string, file: number, start: number, end: number) => void
  /** One line. `margin` stands in front of it. */
  readonly line: (line: Line, margin: string) => void
  readonly done: () => { readonly text: string; readonly map: OriginMap }
}

export function emitter(): Emitter {
  const chunks: string[] = []
  const origins = originWriter()
  let length = 0
  const put = (text: string): void => {
    chunks.push(text)
    length += text.length
  }
  const at = (use: Span, exact: boolean, definition?: Span): void => origins.add(length, use, exact, definition)
  return {
    copy(text, file, start, end) {
      if (end <= start) return
      at({ file, start, end }, true)
      put(text.slice(start, end))
      // A last line without its end would run into the next file.
      if (text[end - 1] !== '\n') put('\n')
    },
    line({ text, parts }, margin) {
      if (margin !== '') {
        const { use } = parts[0] as Line['parts'][0]
        at({ file: use.file, start: use.start, end: use.start }, false)
        put(margin)
      }
      for (const { at: from, use, exact, definition } of parts) origins.add(length + from, use, exact, definition)
      put(`${text}\n`)
    },
    done: () => ({ text: chunks.join(''), map: origins.done() }),
  }
}

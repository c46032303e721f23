import type { Span } from '../diagnostics/finding.ts'

/** A stretch of a line that comes from one place. It ends where the next one starts. */
export interface Part {
  readonly at: number
  readonly use: Span
  /** The characters are those of `use`, one by one; otherwise `use` is the reference that they replace. */
  readonly exact: boolean
  readonly definition?: Span | undefined
}

/** A text on its way through the expansion, with the places that its characters come from. Never without a part. */
export interface Line {
  readonly text: string
  readonly parts: readonly Part[]
}

/** A line as it stands in a file. */
export const lineOf = (text: string, file: number, start: number): Line => ({
  text,
  parts: [{ at: 0, use: { file, start, end: start + text.length }, exact: true }],
})

export function sliceLine(line: Line, from: number, to: number = line.text.length): Line {
  const { text, parts } = line
  if (from === 0 && to === text.length) return line
  const kept: Part[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part
    const end = parts[i + 1]?.at ?? text.length
    if (end <= from || part.at >= to) continue
    const first = Math.max(part.at, from)
    const { file, start } = part.use
    const use = part.exact ? { file, start: start + first - part.at, end: start + Math.min(end, to) - part.at } : part.use
    kept.push({ ...part, at: first - from, use })
  }
  if (kept.length === 0) kept.push({ at: 0, use: spanOf(line, from, to), exact: false })
  return { text: text.slice(from, to), parts: kept }
}

/** The line with `[from, to)` replaced by the text of a definition. */
export function replaceIn(line: Line, from: number, to: number, text: string, definition: Span | undefined): Line {
  const use = spanOf(line, from, to)
  const parts: Part[] = from > 0 ? [...sliceLine(line, 0, from).parts] : []
  if (text !== '' || line.text.length === to) parts.push({ at: from, use, exact: false, definition })
  const shift = from + text.length
  if (to < line.text.length) for (const part of sliceLine(line, to).parts) parts.push({ ...part, at: part.at + shift })
  return { text: line.text.slice(0, from) + text + line.text.slice(to), parts }
}

/** Where `[from, to)` is used: offsets of the file where they are known one by one, the reference where they are not. */
export function spanOf(line: Line, from: number = 0, to: number = line.text.length): Span {
  const { parts } = line
  const first = partAt(parts, from)
  const last = partAt(parts, Math.max(from, to - 1))
  const start = first.exact ? first.use.start + from - first.at : first.use.start
  const end = last.exact ? last.use.start + to - last.at : last.use.end
  return last.use.file === first.use.file && end >= start
    ? { file: first.use.file, start, end }
    : { file: first.use.file, start, end: first.use.end }
}

function partAt(parts: readonly Part[], offset: number): Part {
  let found = parts[0] as Part
  for (const part of parts) if (part.at <= offset) found = part
  return found
}

/** The definition that `[from, to)` comes from, if any. */
export const definitionOf = (line: Line, from: number): Span | undefined => partAt(line.parts, from).definition

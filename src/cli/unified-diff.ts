import { type LineChange, lineChanges } from './line-diff.ts'

/** One side of a comparison. */
export interface Side {
  /** As in the first lines of the diff. */
  readonly name: string
  readonly text: string
  /** What is printed of a line (from, to: offsets, the line end not included); as it stands without it. */
  readonly show?: (from: number, to: number) => string
}

const CONTEXT = 3

/** Two texts as `diff -u` shows them, three lines around each change; empty when they are the same. Only LF ends a line. */
export function unifiedDiff(before: Side, after: Side): string {
  const a = linesOf(before)
  const b = linesOf(after)
  const changes = lineChanges(a.keys, b.keys)
  if (changes.length === 0) return ''
  let text = `--- ${nameOf(before)}\n+++ ${nameOf(after)}\n`
  for (let from = 0; from < changes.length; ) {
    let to = from + 1
    while (to < changes.length && startOf(changes, to) - endOf(changes, to - 1) <= 2 * CONTEXT) to++
    text += hunk(a, b, changes.slice(from, to))
    from = to
  }
  return text
}

const startOf = (changes: readonly LineChange[], index: number): number => (changes[index] as LineChange).oldFrom
const endOf = (changes: readonly LineChange[], index: number): number => (changes[index] as LineChange).oldTo

/** A tab ends the name in the format. */
const nameOf = ({ name }: Side): string => (/[\t\n"\\]/.test(name) ? JSON.stringify(name) : name)

interface Lines {
  /** Lines with their line ends: a last line without one is another line. */
  readonly keys: readonly string[]
  /** The line as it is printed, with a sign in front of it. */
  readonly print: (sign: string, index: number) => string
}

function linesOf({ text, show }: Side): Lines {
  const keys: string[] = []
  const starts: number[] = []
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    keys.push(text.slice(at, end))
    starts.push(at)
    at = end
  }
  return {
    keys,
    print(sign, index) {
      const key = keys[index] as string
      const start = starts[index] as number
      const isEnded = key.endsWith('\n')
      const end = start + key.length - (isEnded ? 1 : 0)
      return `${sign}${show === undefined ? text.slice(start, end) : show(start, end)}\n${isEnded ? '' : '\\ No newline at end of file\n'}`
    },
  }
}

function hunk(a: Lines, b: Lines, changes: readonly LineChange[]): string {
  const first = changes[0] as LineChange
  const last = changes.at(-1) as LineChange
  const lead = Math.min(CONTEXT, first.oldFrom)
  const tail = Math.min(CONTEXT, a.keys.length - last.oldTo)
  const oldFrom = first.oldFrom - lead
  const newFrom = first.newFrom - lead
  let text = `@@ -${span(oldFrom, last.oldTo + tail)} +${span(newFrom, last.newTo + tail)} @@\n`
  let at = oldFrom
  for (const { oldFrom: from, oldTo, newFrom: now, newTo } of changes) {
    for (; at < from; at++) text += a.print(' ', at)
    for (; at < oldTo; at++) text += a.print('-', at)
    for (let i = now; i < newTo; i++) text += b.print('+', i)
  }
  for (const end = last.oldTo + tail; at < end; at++) text += a.print(' ', at)
  return text
}

/** First line and count, as the format has it: a span of no lines is named by the line in front of it, one of one line by its number alone. */
function span(from: number, to: number): string {
  const count = to - from
  return count === 1 ? String(from + 1) : `${count === 0 ? from : from + 1},${count}`
}

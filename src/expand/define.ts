import type { Span } from '../diagnostics/finding.ts'
import * as codes from './expansion-codes.ts'
import { noteDefinition } from './lasting.ts'
import { type Line, lineOf, sliceLine, spanOf } from './line.ts'
import { type OpenDefinition, type OpenFile, type Pending, type State, say } from './state.ts'
import { strip } from './strip.ts'

/** `$NAME=` at the start of a line; a brace or a condition may stand in front of it. */
export const DEFINITION = /^\$([A-Za-z_]\w*)=[ \t]*/

/**
 * Takes a definition in, and gives its name. The value is kept as written and expanded when it is used. One that ends in a backslash stays open: the next line of the
 * file, or of the value that is being read, is added to it. A sequence runs to its end before that.
 */
export function define(state: State, { line, guard, commentBackslash }: Pending): string {
  const [head, name] = DEFINITION.exec(line.text) as unknown as [string, string]
  const first = sliceLine(line, head.length)
  let continues = first.text.endsWith('\\')
  if (!continues && commentBackslash === true) {
    say(state, codes.commentBackslash, spanOf(line), [name])
    continues = !state.isNew
  }
  const lines = continues ? [] : [first]
  if (continues) addLine(lines, first)
  const value = { name, lines, empty: sliceLine(first, first.text.length), head: spanOf(line), uncertain: guard !== '' }
  if (guard !== '') state.uncertain.add(name)
  noteDefinition(state, name, continues ? '\\' : first.text, guard)
  store(state, value)
  state.open = continues ? value : undefined
  return name
}

function store(state: State, { name, lines, empty, uncertain }: OpenDefinition): void {
  const all = lines.length === 0 ? [empty] : lines
  const from = spanOf(all[0] as Line)
  const to = spanOf(all.at(-1) as Line)
  const span = { file: from.file, start: from.start, end: to.file === from.file ? Math.max(from.end, to.end) : from.end }
  state.definitions.set(name, { lines: all, span, uncertain })
}

/** A line that holds only the backslash adds nothing. */
function addLine(lines: Line[], line: Line): void {
  const trimmed = sliceLine(line, 0, line.text.replace(/[ \t]*\\?$/, '').length)
  if (trimmed.text !== '') lines.push(trimmed)
}

/** A line of a value that is being read goes to the definition that it has left open. */
export function goOnWithValue(state: State, line: Line): void {
  const open = state.open as OpenDefinition
  addLine(open.lines, line)
  store(state, open)
  if (!line.text.endsWith('\\')) state.open = undefined
}

/** The lines of a file up to and including the first that does not end in a backslash. They are not looked at before they are used. */
export function goOnWithFile(state: State, file: OpenFile): void {
  const { lines, name, head } = state.open as OpenDefinition
  const gaps: Span[] = []
  while (file.at < file.text.length && state.open !== undefined) {
    const start = file.at
    const newline = file.text.indexOf('\n', start)
    const end = newline < 0 ? file.text.length : newline
    const to = withoutReturns(file.text, start, end)
    file.at = newline < 0 ? end : end + 1
    if (to === start) {
      // Only a line without any character ends it: what follows is read as configuration.
      const related = [{ file: file.file, start, end, message: 'the empty line' }]
      say(state, codes.definitionCut, head, [name], { related })
      state.open = undefined
      break
    }
    const { start: from, end: until } = strip(file.text, start, to)
    if (from === until) {
      gaps.push({ file: file.file, start, end: to })
      continue
    }
    const line = lineOf(file.text.slice(from, until), file.file, from)
    reportGaps(state, name, gaps.splice(0), line)
    addLine(lines, line)
    store(state, { ...(state.open as OpenDefinition) })
    if (file.text[until - 1] !== '\\') state.open = undefined
  }
  reportGaps(state, name, gaps, undefined)
  file.copied = file.at
}

/** For the later passes the value ends at the first gap: the line behind it is where they stumble. */
function reportGaps(state: State, name: string, gaps: readonly Span[], next: Line | undefined): void {
  for (const [i, gap] of gaps.entries())
    say(state, codes.definitionGap, gap, [name], i === 0 && next !== undefined ? { stumbles: spanOf(next) } : {})
}

/** The end of a line without the CRs in front of its LF. */
export function withoutReturns(text: string, start: number, end: number): number {
  let to = end
  while (to > start && text[to - 1] === '\r') to--
  return to
}

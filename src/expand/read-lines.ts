import { hasDirectiveBehindBrace } from './braces.ts'
import { goOnWithFile, withoutReturns } from './define.ts'
import { lineOf } from './line.ts'
import { INCLUDE } from './resolve.ts'
import type { OpenFile, Pending, State } from './state.ts'
import { type Stripped, strip, stripLine } from './strip.ts'

/**
 * The next line of the innermost file that has to be looked at; lines in front of it are passed on as they are, in one go. Undefined at the end of
 * the file, which is closed then.
 */
export function nextPhysical(state: State): Pending | undefined {
  const file = state.files.at(-1) as OpenFile
  if (state.open !== undefined) goOnWithFile(state, file)
  // A candidate is a character that a directive needs, or the word include.
  const candidate = /[$@~]|include/g
  while (file.at < file.text.length) {
    candidate.lastIndex = file.at
    const match = candidate.exec(file.text)
    if (match === null) break
    const start = file.text.lastIndexOf('\n', match.index) + 1
    const from = Math.max(start, file.at)
    const newline = file.text.indexOf('\n', match.index)
    const end = newline < 0 ? file.text.length : newline
    const stripped = strip(file.text, from, withoutReturns(file.text, from, end))
    file.at = newline < 0 ? end : end + 1
    const text = file.text.slice(stripped.start, stripped.end)
    if (!needsReading(text)) continue
    state.out.copy(file.text, file.file, file.copied, from)
    file.copied = file.at
    state.braces = 0
    return physical(file, text, stripped)
  }
  state.out.copy(file.text, file.file, file.copied, file.text.length)
  state.files.pop()
  return undefined
}

const needsReading = (text: string): boolean =>
  text.includes('$') || /^[@~]/.test(text) || INCLUDE.test(text) || hasDirectiveBehindBrace(text)

const physical = (file: OpenFile, text: string, { start, commentBackslash }: Stripped): Pending => ({
  line: stripLine(lineOf(text, file.file, start)),
  guard: '',
  whole: true,
  commentBackslash,
})

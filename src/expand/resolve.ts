import type { Document } from '../cst/document.ts'
import type { Span } from '../diagnostics/finding.ts'
import { includeCycle, includeTooDeep } from './codes.ts'
import * as codes from './expansion-codes.ts'
import { directoryOf } from './glob.ts'
import { type Line, spanOf } from './line.ts'
import { type State, say } from './state.ts'

/** An include line: one of its words, blanks, and the rest as one pattern. */
export const INCLUDE = /^(include[rmwba]?)[ \t\v\f\r]+(?=.)/

/** The names under which files are kept that only the expansion asks for. */
export const includeKey = (directory: string, pattern: string): string => `${directory}\0${pattern}`

/**
 * Opens the files of an include. `isPlain`: the line stands as it is at the start of a physical line, the only form that all passes of keepalived
 * read once. False when nobody has looked the files up: the line then stays in the text.
 */
export function openInclude(state: State, line: Line, isPlain: boolean): boolean {
  const [head, word] = INCLUDE.exec(line.text) as unknown as [string, string]
  const span = spanOf(line)
  const file = state.files.at(-1)?.file ?? 0
  const pattern = line.text.slice(head.length).replace(/^(?:\.\/)+(?=.)/, '')
  if (!isPlain) say(state, codes.includeAgain, span, [pattern])
  const known = line.parts[0]?.exact === true ? state.includesOf(span.file).get(span.start) : undefined
  const files = known ?? lookUp(state, file, word, pattern, span)
  if (files === undefined) return false
  // The innermost file is read first: the last to be opened.
  for (const one of [...files].reverse()) open(state, one, span, known === undefined)
  return true
}

function lookUp(state: State, file: number, word: string, pattern: string, span: Span): readonly number[] | undefined {
  const directory = directoryOf(nameOf(state, file))
  const key = includeKey(directory, pattern)
  const files = state.sources.found?.get(key)
  if (files === undefined) {
    const above = state.files.map((one) => nameOf(state, one.file))
    state.wanted.set(key, { ...span, key, word, pattern, directory, above })
  }
  return files
}

const nameOf = (state: State, file: number): string => (state.sources.documents[file] as Document).file

/** `check`: the same files may be asked for at several depths, so a circle shows here only. */
function open(state: State, file: number, span: Span, check: boolean): void {
  const name = nameOf(state, file)
  const { depth } = state.limits
  if (check && state.files.some((one) => nameOf(state, one.file) === name)) say(state, includeCycle, span, [name])
  else if (check && state.files.length > depth) say(state, includeTooDeep, span, [name, depth])
  else openFile(state, file)
}

/** A byte order mark is passed over: it has a finding of its own. */
export function openFile(state: State, file: number): void {
  const { text } = state.sources.documents[file] as Document
  const at = text.startsWith('\uFEFF') ? 1 : 0
  state.files.push({ file, text, at, copied: at })
}

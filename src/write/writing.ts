import type { Context, Field } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { byteLength } from '../text/decode.ts'
import type { Problem, Problems } from './problem.ts'

/** The state of one writing. */
export interface Writing {
  readonly dialect: Dialect
  /** Blanks of one level. */
  readonly unit: string
  readonly eol: string
  readonly problems: Problems
  /** Names of definitions that have been written. */
  readonly defined: Set<string>
  /** Keywords by block and key, as far as they have been met. */
  readonly fields: Map<Context, Map<string, Field>>
  /** Lines that are proved to be read as the value they were made of. Undefined: every line is proved, for the test that compares the two. */
  readonly proved: Proved | undefined
  /** Whole lines so far, and those that are not joined to it yet. */
  text: string
  recent: string
}

/** By keyword and value. */
type Proved = Map<Field, Map<unknown, string> | undefined>

export const writingOf = (dialect: Dialect, unit = '    ', eol = '\n', isQuick = true): Writing => ({
  dialect,
  unit,
  eol,
  problems: [],
  defined: new Set(),
  fields: new Map(),
  proved: isQuick ? new Map() : undefined,
  text: '',
  recent: '',
})

/** Everything that was written. */
export function writtenText(run: Writing): string {
  // Asked for a character, the engine makes one flat string of it.
  run.recent.charCodeAt(0)
  run.text += run.recent
  run.recent = ''
  return run.text
}

/** Says that what is being written is not what the keyword takes. Nothing is returned, for a place that has no value then. */
export function wrong({ problems }: { readonly problems: Problems }, message: string, more: Partial<Problem> = {}): undefined {
  problems.push({ code: 'write/invalid', path: '', message, ...more })
  return undefined
}

/** Adds one line. A longer one than the reader takes in one piece is a problem. */
export function writeLine(run: Writing, indentation: string, text: string): void {
  const { profile, name } = run.dialect
  const around = indentation.length + run.eol.length - 1
  // A character is at most three bytes.
  if ((around + text.length) * 3 > profile.lineLimit && around + longest(text) > profile.lineLimit) {
    wrong(run, `the line would be longer than the ${profile.lineLimit} bytes that ${name} reads in one piece`, {
      code: 'write/not-expressible',
    })
  }
  // Strings that are put together piece by piece are trees of pieces, which the garbage collector has to walk as long as they grow.
  run.recent += indentation + text + run.eol
  if (run.recent.length > MOST_RECENT) writtenText(run)
}

/** Small enough for the memory of young objects. */
const MOST_RECENT = 8192

/** Bytes of the longest line: the value of a definition may have several. */
const longest = (text: string): number =>
  text.split('\n').reduce((most, line) => Math.max(most, byteLength(line, 0, line.length)), 0)

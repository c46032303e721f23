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
  text: string
}

export const writingOf = (dialect: Dialect, unit = '    ', eol = '\n'): Writing => ({
  dialect,
  unit,
  eol,
  problems: [],
  defined: new Set(),
  text: '',
})

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
  run.text += indentation + text + run.eol
}

/** Bytes of the longest line: the value of a definition may have several. */
const longest = (text: string): number =>
  text.split('\n').reduce((most, line) => Math.max(most, byteLength(line, 0, line.length)), 0)

import { isTerminal, STDERR, write } from './output.ts'

/** A line on the terminal that says how far long work has come. */
export interface Progress {
  /** One more file was opened. */
  readonly file: () => void
  /** Takes the line away. */
  readonly done: () => void
}

const QUIET_FOR = 1000
const BETWEEN = 100
const ERASE = '\r\x1b[K'

/** Nothing is shown within the first second, for a single file, or when standard error is not a terminal. */
export function progress(now: () => number = Date.now): Progress {
  let due = now() + QUIET_FOR
  let files = 0
  let shown = false
  return {
    file() {
      files++
      if (files === 1 || now() < due) return
      // Only long work pays for the question.
      shown ||= isTerminal(STDERR)
      due = shown ? now() + BETWEEN : Number.POSITIVE_INFINITY
      if (!shown) return
      write(STDERR, `${ERASE}${files} files read`)
    },
    done() {
      if (shown) write(STDERR, ERASE)
      shown = false
    },
  }
}

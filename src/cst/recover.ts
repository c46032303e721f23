import { BLANK, CLOSE, COMMENT, EOL, KIND_MASK, OPEN } from '../lex/kinds.ts'
import { kindOf, startOf, type Tokens, textOf } from '../lex/tokens.ts'
import { lineStarts, positionAt } from '../text/position.ts'
import type { Built } from './build.ts'
import { countProblems, MISSING_CLOSE, STRAY_CLOSE } from './problems.ts'
import { FIRST, PARENT, ROW, type StatementWriter } from './statements.ts'

/** Words that stand at the top level only. A `Set` is one. */
export interface RootKeywords {
  readonly has: (word: string) => boolean
}

/** Guesses where a brace is missing or too many. Used for the second fold only, so balanced files pay nothing for it. */
export interface Guess {
  /** How many blocks end unclosed before the statement that starts at this token. */
  missingBeforeStatement(token: number, open: readonly number[], rows: StatementWriter): number
  /** How many blocks end unclosed before this `}`, which closes an outer one. */
  missingBeforeClose(token: number, open: readonly number[], rows: StatementWriter): number
  /** A `{` without a keyword opens nothing: where braces are missing, this is the likeliest one too many. */
  isStrayOpen(): boolean
  /** This `}` closes nothing. */
  isStray(token: number, open: readonly number[], rows: StatementWriter): boolean
}

/** How many levels out the partner of a `}` is looked for. */
const FARTHEST = 64

/** Undefined when the braces pair up and no top-level keyword stands, unindented, inside a block. */
export function createGuess(tokens: Tokens, plain: Built, rootKeywords: RootKeywords): Guess | undefined {
  const missing = countProblems(plain.problems, MISSING_CLOSE)
  const surplus = countProblems(plain.problems, STRAY_CLOSE)
  if (missing === 0 && surplus === 0 && !hasRootKeywordInside(tokens, plain, rootKeywords)) return undefined
  // Both at once cancel in the balance; what the first fold found is then only a lower bound.
  let budget = missing > surplus ? missing - surplus : 0
  let strays = surplus > missing ? surplus - missing : 0

  const indentAt = lineIndents(tokens)
  const indentOfRow = (row: number, rows: StatementWriter): number => indentAt(rows.table[row * ROW + FIRST] as number)

  return {
    missingBeforeStatement(token, open, rows) {
      if (open.length === 0 || !startsLine(tokens, token)) return 0
      const indent = indentAt(token)
      if (indent <= indentOfRow(open[0] as number, rows) && rootKeywords.has(textOf(tokens, token))) {
        budget = Math.max(0, budget - open.length)
        return open.length
      }
      let count = 0
      while (count < open.length && budget > count && outdented(open[open.length - 1 - count] as number, indent, rows)) count++
      if (count > 0 && standsOutAlone(token, indent, count === open.length)) return 0
      budget -= count
      return count
    },
    missingBeforeClose(token, open, rows) {
      if (budget === 0 || open.length === 0 || !startsLine(tokens, token)) return 0
      const indent = indentAt(token)
      let count = 0
      const most = Math.min(budget, open.length - 1, FARTHEST)
      while (count <= most && indentOfRow(open[open.length - 1 - count] as number, rows) > indent) count++
      if (count === 0 || count > most || indentOfRow(open[open.length - 1 - count] as number, rows) !== indent) return 0
      budget -= count
      return count
    },
    isStrayOpen() {
      if (budget === 0) return false
      budget--
      return true
    },
    isStray(token, open, rows) {
      if (open.length === 0) return true
      if (strays === 0 || !startsLine(tokens, token)) return false
      const opener = indentOfRow(open[open.length - 1] as number, rows)
      if (indentAt(token) <= opener) return false
      const next = nextWord(tokens, token)
      if (next < 0 || indentAt(next) <= opener) return false
      strays--
      return true
    },
  }

  /** The statement stands no deeper than the block's own keyword, in a file whose blocks are indented. */
  function outdented(row: number, indent: number, rows: StatementWriter): boolean {
    const own = indentOfRow(row, rows)
    const child = row + 1
    if (indent > own || child >= rows.count) return false
    const first = rows.table[child * ROW + FIRST] as number
    return startsLine(tokens, first) && indentAt(first) > own
  }

  /**
   * A line without a block of its own that stands out by chance, for the block goes on: the next line is deeper, or is a `}`, which at the top
   * level would close nothing.
   */
  function standsOutAlone(token: number, indent: number, atTop: boolean): boolean {
    let end = token
    for (; end < tokens.count && kindOf(tokens, end) !== EOL; end++) if (kindOf(tokens, end) === OPEN) return false
    const next = nextSolid(tokens, end)
    if (next < 0 || kindOf(tokens, next) === OPEN) return false
    return kindOf(tokens, next) === CLOSE ? atTop : indentAt(next) > indent
  }
}

/** Columns before the first character of a token's line, each line measured once. */
function lineIndents(tokens: Tokens): (token: number) => number {
  const starts = lineStarts(tokens.text)
  const known = new Int32Array(starts.length).fill(-1)
  return (token) => {
    const line = positionAt(starts, startOf(tokens, token)).line - 1
    if (known[line] === -1) known[line] = columns(tokens.text, starts[line] as number)
    return known[line] as number
  }
}

function columns(text: string, start: number): number {
  let count = 0
  for (let at = start; ; at++) {
    const c = text.charCodeAt(at)
    if (c === 9) count = (count | 7) + 1
    else if (c === 32) count++
    else return count
  }
}

/** The token is the first of its line. */
function startsLine(tokens: Tokens, token: number): boolean {
  const before = token - 1
  if (before < 0 || kindOf(tokens, before) === EOL) return true
  return kindOf(tokens, before) === BLANK && (before === 0 || kindOf(tokens, before - 1) === EOL)
}

/** The next token that is more than a blank or a comment; -1 when there is none. */
function nextSolid(tokens: Tokens, token: number): number {
  for (let i = token + 1; i < tokens.count; i++) {
    const kind = kindOf(tokens, i)
    if (kind !== BLANK && kind !== EOL && kind !== COMMENT) return i
  }
  return -1
}

/** The same, when it is a word. */
function nextWord(tokens: Tokens, token: number): number {
  const next = nextSolid(tokens, token)
  return next < 0 || kindOf(tokens, next) === CLOSE || kindOf(tokens, next) === OPEN ? -1 : next
}

function hasRootKeywordInside(tokens: Tokens, { statements }: Built, rootKeywords: RootKeywords): boolean {
  const { table, count } = statements
  const tokenTable = tokens.table
  for (let at = 0; at < count * ROW; at += ROW) {
    if (table[at + PARENT] === -1) continue
    const first = table[at + FIRST] as number
    // Unindented and the first of its line: that is, the character before it is a line end.
    if (((tokenTable[first - 1] as number) & KIND_MASK) === EOL && rootKeywords.has(textOf(tokens, first))) return true
  }
  return false
}

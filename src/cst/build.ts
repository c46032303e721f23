import { BLANK, BOM, CLOSE, COMMENT, EOL, KIND_MASK, OPEN, PREFIX } from '../lex/kinds.ts'
import type { Tokens } from '../lex/tokens.ts'
import { fitting } from '../text/table.ts'
import { BARE_OPEN, type BraceProblems, MISSING_CLOSE, problemWriter, STRAY_CLOSE } from './problems.ts'
import { createGuess, type Guess, type RootKeywords } from './recover.ts'
import { addRow, CLOSE_BRACE, LAST, NEXT, OPEN_BRACE, PARENT, ROW, type Statements, type StatementWriter } from './statements.ts'

export interface Built {
  readonly statements: Statements
  readonly problems: BraceProblems
}

/**
 * Tokens → statements, by a fold with an explicit stack: depth costs no call stack. Where the braces do not pair up, a second fold places the
 * missing ones by indentation and by `rootKeywords` (words that stand at the top level only).
 */
export function build(tokens: Tokens, rootKeywords: RootKeywords): Built {
  const plain = fold(tokens, undefined)
  const guess = createGuess(tokens, plain, rootKeywords)
  return guess === undefined ? plain : fold(tokens, guess, plain)
}

/** Fewer than most files have: a table that has to grow is copied. */
const TOKENS_A_STATEMENT = 6

function fold(tokens: Tokens, guess: Guess | undefined, before?: Built): Built {
  const { table: token, count } = tokens
  // A second fold finds about as much as the first one.
  const rows = before?.statements.count ?? Math.floor(count / TOKENS_A_STATEMENT)
  const writer: StatementWriter = { table: new Int32Array(ROW * (rows + 16)), count: 0 }
  const problems = problemWriter(before?.problems.count)
  // The table says what is open, too; a guess looks at many levels at once.
  const open: number[] = []
  let current = -1 // the statement that words go to
  let latest = -1 // the last statement of this block, which a brace on a later line belongs to
  let parent = -1
  let lastWord = -1

  const close = (brace: number): void => {
    const row = parent
    writer.table[row * ROW + CLOSE_BRACE] = brace
    writer.table[row * ROW + NEXT] = writer.count
    if (brace < 0) problems.add(MISSING_CLOSE, row, lastWord)
    if (guess !== undefined) open.pop()
    parent = writer.table[row * ROW + PARENT] as number
    latest = row
    current = -1
  }

  for (let i = 0; i < count; i++) {
    switch ((token[i] as number) & KIND_MASK) {
      case BLANK:
      case COMMENT:
      case PREFIX:
      case BOM:
        break
      case EOL:
        current = -1
        break
      case OPEN:
        if (latest < 0 || writer.table[latest * ROW + OPEN_BRACE] !== -1) {
          problems.add(BARE_OPEN, i)
          if (guess?.isStrayOpen() === true) {
            current = -1
            break
          }
          latest = addRow(writer, i, parent)
        }
        writer.table[latest * ROW + OPEN_BRACE] = i
        if (guess !== undefined) open.push(latest)
        parent = latest
        latest = -1
        current = -1
        lastWord = i
        break
      case CLOSE:
        if (guess !== undefined) for (let n = guess.missingBeforeClose(i, open, writer); n > 0; n--) close(-1)
        if (parent < 0 || guess?.isStray(i, open, writer) === true) {
          problems.add(STRAY_CLOSE, i)
          current = -1
          latest = -1
        } else close(i)
        lastWord = i
        break
      default: // a word of any kind
        if (current < 0) {
          if (guess !== undefined) for (let n = guess.missingBeforeStatement(i, open, writer); n > 0; n--) close(-1)
          current = addRow(writer, i, parent)
          latest = current
        } else writer.table[current * ROW + LAST] = i
        lastWord = i
    }
  }
  while (parent >= 0) close(-1)
  return { statements: { table: fitting(writer.table, writer.count * ROW), count: writer.count }, problems: problems.done() }
}

import type { Document } from '../cst/document.ts'
import { type BraceProblems, problemAt } from '../cst/problems.ts'
import type { SpanEdit } from '../diagnostics/finding.ts'
import { BLANK, BOM, CLOSE, COMMENT, EOL, OPEN } from '../lex/kinds.ts'
import { endOf, kindOf, startOf, type Tokens, textOf } from '../lex/tokens.ts'

/**
 * What is wrong with the braces of one line for a reader that never looks at `{` and knows `}` as the first word of a line only.
 * One entry a line, the first one: a block on one line is one mistake, not three.
 */
export type LineProblem =
  /** A word, or a brace, on the line behind a `{`. */
  | { readonly kind: 'words-after-brace'; readonly token: number }
  /** A `}` that is not the first of its line, one that is followed by words, and one that is glued to what follows. */
  | { readonly kind: 'behind' | 'followed' | 'glued'; readonly token: number }

/** Walks the tokens of a file once. Braces that have a finding of their own are passed over. */
export function* lineProblems({ tokens, problems }: Document): Generator<LineProblem> {
  let next = 0 // problems with a token stand in the order of the tokens
  let isFirst = true
  let open = -1
  let close = -1
  let done = false
  for (let i = 0; i < tokens.count; i++) {
    const kind = kindOf(tokens, i)
    if (kind === BLANK || kind === BOM) continue
    if (kind === EOL) {
      isFirst = true
      open = -1
      close = -1
      done = false
      continue
    }
    if (kind === OPEN || kind === CLOSE) {
      while (next < problems.count && tokenOf(problems, next) < i) next++
      if (next < problems.count && tokenOf(problems, next) === i) continue
    }
    if (done) continue
    // A comment starts at the start of a word only: `}#` is one word.
    if (kind === COMMENT && (close < 0 || close !== i - 1)) continue
    if (open >= 0 && kind !== COMMENT) yield { kind: 'words-after-brace', token: i }
    else if (close >= 0) yield { kind: close === i - 1 ? 'glued' : 'followed', token: close }
    else if (kind === CLOSE && !isFirst) yield { kind: 'behind', token: i }
    else {
      if (kind === OPEN) open = i
      if (kind === CLOSE) close = i
      isFirst = false
      continue
    }
    done = true
  }
}

/** The brace that a problem is about; -1 for a brace that is missing. */
function tokenOf(problems: BraceProblems, index: number): number {
  const problem = problemAt(problems, index)
  return problem.kind === 'missing-close' ? -1 : problem.token
}

/**
 * Edits that give every statement and every `}` on the line of a token a line of its own. The tree stays the same: it ends statements at
 * braces already.
 */
export function splitLine({ tokens }: Document, file: number, token: number): readonly SpanEdit[] {
  let first = token
  while (first > 0 && kindOf(tokens, first - 1) !== EOL) first--
  const margin = kindOf(tokens, first) === BLANK ? textOf(tokens, first) : ''
  const unit = margin.endsWith('\t') ? '\t' : '    '
  const edits: SpanEdit[] = []
  let depth = 0
  let previous = -1
  for (let i = first; i < tokens.count && kindOf(tokens, i) !== EOL; i++) {
    const kind = kindOf(tokens, i)
    if (kind === BLANK || kind === BOM) continue
    if (kind === CLOSE && previous >= 0) depth--
    const newText = separator(tokens, previous, i, () => `\n${indent(margin, unit, depth)}`)
    if (newText !== undefined) edits.push({ file, start: endOf(tokens, previous), end: startOf(tokens, i), newText })
    if (kind === OPEN) depth++
    previous = i
  }
  return edits
}

/** What must stand between two tokens of a line; undefined where nothing has to change. */
function separator(tokens: Tokens, previous: number, token: number, lineEnd: () => string): string | undefined {
  if (previous < 0) return undefined
  const before = kindOf(tokens, previous)
  const kind = kindOf(tokens, token)
  if (kind === COMMENT) return previous === token - 1 && before === CLOSE ? ' ' : undefined
  return before === OPEN || before === CLOSE || kind === CLOSE ? lineEnd() : undefined
}

const indent = (margin: string, unit: string, depth: number): string =>
  depth >= 0 ? margin + unit.repeat(depth) : margin.slice(0, Math.max(0, margin.length + depth * unit.length))

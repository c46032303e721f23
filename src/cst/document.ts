import type { LexicalProfile } from '../lex/profile.ts'
import { lex, startOf, type Tokens } from '../lex/tokens.ts'
import { build } from './build.ts'
import type { BraceProblems } from './problems.ts'
import type { RootKeywords } from './recover.ts'
import { FIRST, field, LAST, NEXT, OPEN_BRACE, PARENT, type Statements } from './statements.ts'

/** The lossless syntax tree of one file: its text, the tokens that tile it, and the statements over them. */
export interface Document {
  /** How messages name the file; empty for a text without one. */
  readonly file: string
  readonly text: string
  readonly profile: LexicalProfile
  readonly tokens: Tokens
  readonly statements: Statements
  /** Braces that do not pair up; see `problemAt`. */
  readonly problems: BraceProblems
}

/**
 * Text → tree. Total: every string has a tree, nothing throws. The tree is what the author meant: blocks by braces, whatever the keywords.
 *
 * @param rootKeywords - words that stand at the top level only; they help to place a missing `}`.
 */
export function parseDocument(
  text: string,
  file: string,
  profile: LexicalProfile,
  rootKeywords: RootKeywords = new Set(),
): Document {
  const tokens = lex(text, profile)
  const { statements, problems } = build(tokens, rootKeywords)
  return { file, text, profile, tokens, statements, problems }
}

/** The text of a tree: its tokens one behind the other, which is the text it was made from. */
export const print = (document: Document): string => document.text

/** Rows of the statements directly below `parent` (-1: at the top level), in order. */
export function* childRows(document: Document, parent: number): Generator<number> {
  const { statements } = document
  const end = parent < 0 ? statements.count : field(statements, parent, NEXT)
  for (let row = parent + 1; row < end; row = field(statements, row, NEXT)) yield row
}

export const parentOf = (document: Document, row: number): number => field(document.statements, row, PARENT)

export const hasBlock = (document: Document, row: number): boolean => field(document.statements, row, OPEN_BRACE) >= 0

/** Offsets of a statement's line: keyword to last word. */
export function headSpan(document: Document, row: number): { readonly start: number; readonly end: number } {
  const { statements, tokens } = document
  return {
    start: startOf(tokens, field(statements, row, FIRST)),
    end: startOf(tokens, field(statements, row, LAST) + 1),
  }
}

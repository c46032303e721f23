import { type Document, parseDocument } from '../cst/document.ts'
import type { RootKeywords } from '../cst/recover.ts'
import type { Finding, Span } from '../diagnostics/finding.ts'
import { hasDirectiveBehindBrace, splitAtBrace } from './braces.ts'
import { applyCondition } from './conditions.ts'
import { DEFINITION, define, goOnWithValue } from './define.ts'
import { effectiveOf } from './effective.ts'
import { directiveFromDefinition } from './expansion-codes.ts'
import { atTop, lastingOf } from './lasting.ts'
import { definitionOf, type Line, sliceLine, spanOf } from './line.ts'
import type { ExpandOptions } from './options.ts'
import type { ExpansionOrigin } from './origin-map.ts'
import { nextPhysical } from './read-lines.ts'
import { usedBeforeDefinition } from './reference-codes.ts'
import { linesBehind, substitute } from './references.ts'
import { INCLUDE, openFile, openInclude } from './resolve.ts'
import { SEQUENCE, startSequence } from './sequences.ts'
import type { Sources } from './sources.ts'
import { createState, type Pending, type State, say, stop, type Wanted } from './state.ts'
import { stripLine } from './strip.ts'

/** The effective configuration: what is left when every directive has been followed. */
export interface Expanded {
  /** The files, and behind them the effective text as one more document, which is the root. */
  readonly sources: Sources
  /** The effective text as a tree: braces that come out of definitions are structure here. */
  readonly document: Document
  /** Index of that document; spans of it are offsets of the effective text. */
  readonly file: number
  /** A place in the effective text → where it is written. Places in other documents stand for themselves. */
  readonly originOf: (span: Span) => ExpansionOrigin
  /** The place is a stretch of a file as it stands there, so that an edit of the one is an edit of the other. */
  readonly isExact: (span: Span) => boolean
  readonly findings: readonly Finding[]
  /** Names that stay as written, because what they stand for is not known. */
  readonly uncertain: ReadonlySet<string>
  /** Includes that nobody has looked up yet; `load` does, and expands again. */
  readonly wanted: readonly Wanted[]
}

/** Whether a text has anything to expand. A quick look: true too often (in comments) rather than too seldom. */
export const hasDirectives = ({ text, profile }: Document): boolean =>
  profile.directives && ((text.includes('$') && /\$[A-Za-z_{]/.test(text)) || startsLine(text, '@') || startsLine(text, '~'))

/** Where a sign stands at the beginning of a line, or behind a brace. Mail addresses are passed over quickly. */
export function* lineStarts(text: string, sign: string): Generator<number> {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    let before = at - 1
    while (text[before] === ' ' || text[before] === '\t') before--
    if (before < 0 || '\n{}\uFEFF'.includes(text[before] as string)) yield at
  }
}

export const startsLine = (text: string, sign: string): boolean => lineStarts(text, sign).next().done !== true

/** Whether there is anything to expand in a configuration: directives, or blocks that files share. Without, its files are what they say. */
export const needsExpansion = ({ documents }: Sources): boolean =>
  documents.some((document) => hasDirectives(document)) ||
  (documents.length > 1 && documents.some(({ profile, problems }) => profile.directives && problems.count > 0))

/**
 * Reads a configuration as the first pass of keepalived does (read_line): conditions, definitions, sequences, references, includes, braces, line
 * by line and in this order. Pure and total; where it would not end it stops with one finding.
 *
 * @example expand(single(parseDocument('$A=80\nport $A\n', '', UPSTREAM))).document.text // 'port 80\n'
 */
export function expand(sources: Sources, options: ExpandOptions = {}, rootKeywords: RootKeywords = new Set()): Expanded {
  const { expanded, lasting } = run(sources, options, rootKeywords, new Set())
  if (lasting.size === 0) return expanded
  // Only now it is known which definitions may stay; whether they are at the top the tree says.
  const kept = run(sources, options, rootKeywords, lasting)
  const names = atTop(kept.expanded.document, lasting)
  if (names.size === lasting.size) return kept.expanded
  return names.size === 0 ? expanded : run(sources, options, rootKeywords, names).expanded
}

function run(
  sources: Sources,
  options: ExpandOptions,
  rootKeywords: RootKeywords,
  names: ReadonlySet<string>,
): { readonly expanded: Expanded; readonly lasting: ReadonlySet<string> } {
  const state = createState(sources, options, names)
  const main = sources.documents[0] as Document
  openFile(state, 0)
  while (!state.stopped) {
    const pending = nextPending(state)
    if (pending === 'end') break
    if (pending !== undefined) read(state, pending)
  }
  sayUsedBefore(state)
  const { text, map } = state.out.done()
  const document = text === main.text ? main : parseDocument(text, main.file, main.profile, rootKeywords)
  const expanded = {
    ...effectiveOf(sources, document, map),
    findings: state.found.findings,
    uncertain: state.uncertain,
    wanted: [...state.wanted.values()],
  }
  return { expanded, lasting: lastingOf(state) }
}

/** Lines come from the rest of the last one, from the innermost sequence or value of several lines, from the innermost file. */
function nextPending(state: State): Pending | 'end' | undefined {
  const { rest } = state
  if (rest !== undefined) {
    state.rest = undefined
    return rest
  }
  const running = state.running.at(-1)
  if (running === undefined) return state.files.length === 0 ? 'end' : nextPhysical(state)
  const line = running.kind === 'value' ? running.lines[running.next++] : running.next() ? running.text : undefined
  if (line === undefined) {
    state.running.pop()
    return undefined
  }
  if (++state.steps > state.limits.steps) stop(state, spanOf(line), 'substitutions', state.limits.steps)
  if (state.open !== undefined && running.kind === 'value') {
    goOnWithValue(state, line)
    return undefined
  }
  return { line, guard: running.guard, whole: false }
}

/** One line through the steps. A directive that comes out of a definition goes through them once more, as old versions do. */
function read(state: State, start: Pending): void {
  let pending = start
  for (let again = false; ; again = true) {
    if (pending.line.text.startsWith('@')) {
      const conditioned = applyCondition(pending.line, state.options.configId)
      if (conditioned === undefined) return
      pending = { ...pending, line: conditioned.line, guard: pending.guard || conditioned.guard, whole: false }
    }
    const { line, guard } = pending
    if (DEFINITION.test(line.text)) {
      const name = define(state, pending)
      if (state.lasting.has(name)) state.out.line(guarded(line, guard), marginOf(state, line))
      return
    }
    if (SEQUENCE.test(line.text)) {
      startSequence(state, pending)
      return
    }
    if (again || line.text.startsWith('~')) break
    const { line: raw, replaced, following } = substitute(state, line)
    if (following !== undefined) {
      state.running.push({ kind: 'value', lines: linesBehind(following), next: 0, guard })
      if (state.running.length > state.limits.depth)
        stop(state, following.use, 'definitions inside definitions', state.limits.depth)
    }
    if (!replaced) break
    pending = { ...pending, line: stripLine(raw), whole: false }
    if (!isDirective(pending.line.text)) break
    say(state, directiveFromDefinition, spanOf(pending.line), [pending.line.text.slice(0, 40)], {
      ...(state.isNew ? {} : { severity: 'warning', effect: 'accepted', reported: false }),
    })
  }
  if (pending.line.text !== '') write(state, pending, start)
}

/** `@` in the middle of what a condition left is a word; what a definition brings to the start of a line may be any directive. */
const isDirective = (text: string): boolean => text.startsWith('@') || DEFINITION.test(text) || SEQUENCE.test(text)

function write(state: State, { line, guard, whole }: Pending, start: Pending): void {
  if (INCLUDE.test(line.text)) {
    if (openInclude(state, line, start.whole && INCLUDE.test(start.line.text))) return
    // A name that nobody has looked up: the line stays, with the braces in it.
    if (whole) copyWhole(state, line)
    else state.out.line(guarded(line, guard), marginOf(state, line))
    return
  }
  if (whole && !hasDirectiveBehindBrace(line.text) && !/^~.*[{}].*\$/.test(line.text)) {
    copyWhole(state, line)
    return
  }
  const { head, rest } = splitAtBrace(line)
  if (++state.lines > state.limits.lines) stop(state, spanOf(line), 'lines', state.limits.lines)
  const closes = head.text === '}'
  if (closes) state.braces = Math.max(0, state.braces - 1)
  state.out.line(guarded(head, guard), marginOf(state, line))
  if (head.text.endsWith('{')) state.braces++
  if (rest !== undefined) state.rest = { line: rest, guard, whole: false }
}

/** A line in which nothing was replaced stays as it is, with its comment and its blanks. */
function copyWhole(state: State, line: Line): void {
  const file = state.files.at(-1)
  const { file: index, start } = spanOf(line)
  if (file === undefined || file.file !== index) return
  const { text } = file
  const from = text.lastIndexOf('\n', start - 1) + 1
  state.out.copy(text, index, text.startsWith('\uFEFF') && from === 0 ? 1 : from, file.at)
}

/** The line behind its unknown condition; a first word that must not be taken for a directive in quotes, which change nothing else. */
function guarded(line: Line, guard: string): Line {
  const word = /^(?:@|~(?:SEQx?|LST)\()[^ \t{}"]*/.exec(line.text)?.[0]
  if (word === undefined) return guard === '' ? line : prefixed(line, guard)
  const behind = word.length < line.text.length ? sliceLine(line, word.length).parts : []
  const shift = guard.length + word.length + 2
  return {
    text: `${guard}"${word}"${line.text.slice(word.length)}`,
    parts: [
      { at: 0, use: spanOf(line, 0, word.length), exact: false, definition: definitionOf(line, 0) },
      ...behind.map((part) => ({ ...part, at: part.at + shift })),
    ],
  }
}

function prefixed(line: Line, guard: string): Line {
  const parts = line.parts.map((part) => ({ ...part, at: part.at + guard.length }))
  return { text: guard + line.text, parts: [{ at: 0, use: spanOf(line, 0, 0), exact: false }, ...parts] }
}

/** The blanks in front of the line of use, and four more for each block that was opened behind it. */
function marginOf(state: State, line: Line): string {
  const { file, start } = spanOf(line, 0, 1)
  const { text } = state.sources.documents[file] as Document
  const from = text.lastIndexOf('\n', start - 1) + 1
  return (
    (/^[ \t]*/.exec(text.slice(from, Math.min(start, from + 200))) as RegExpExecArray)[0] +
    '    '.repeat(Math.min(state.braces, 20))
  )
}

/** A name without braces that is defined further down: no forward references exist, so it stood as text. */
function sayUsedBefore(state: State): void {
  for (const [name, span] of state.undefinedUses) {
    const value = state.definitions.get(name)
    if (value === undefined) continue
    say(state, usedBeforeDefinition, span, [name], { related: [{ ...value.span, message: 'the definition' }] })
  }
}

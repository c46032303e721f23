import type { Span } from '../diagnostics/finding.ts'
import { byteLength } from '../text/decode.ts'
import { definitionOf, type Line, replaceIn, sliceLine, spanOf } from './line.ts'
import { PREDEFINED, takesWords } from './predefined.ts'
import * as codes from './reference-codes.ts'
import { type State, say, stop, type Value } from './state.ts'
import { lineWithoutEscapes, withoutEscapes } from './strip.ts'

/** A line after substitution. */
export interface Substituted {
  readonly line: Line
  readonly replaced: boolean
  /** The value of several lines that the line ends in, whose first line is in it: the others follow. */
  readonly following?: { readonly value: Value; readonly use: Span }
}

/** A line is held in a buffer of this size. */
const MOST_BYTES = 1024

/** `${NAME}`, `${NAME words}`, or `$NAME` in front of a blank, a comma, `)` or the end. Made for each line: a shared position would be state. */
const referencePattern = (): RegExp => /\$(?:\{([A-Za-z_]\w*)((?:[ \t]+\w+)*)([ \t]*)\}|([A-Za-z_]\w*)(?=$|[ \t,)]))/y

/** A value that is being read again: it ends `behind` characters before the end of the line. */
interface Active {
  readonly name: string
  readonly behind: number
}

/**
 * replace_param(): every reference from the left, and what it stands for again from its start. Undefined names stay; a value of several lines is
 * taken at the end of the line only; a line that would outgrow its buffer stays as it is from there on.
 */
export function substitute(state: State, original: Line): Substituted {
  let line = original
  let replaced = false
  let following: Substituted['following']
  const active: Active[] = []
  const pattern = referencePattern()
  for (let at = line.text.indexOf('$'); at >= 0 && !state.stopped; at = line.text.indexOf('$', at)) {
    while (active.length > 0 && line.text.length - (active.at(-1) as Active).behind <= at) active.pop()
    pattern.lastIndex = at
    const match = pattern.exec(line.text)
    const found = match === null ? undefined : lookFor(state, line, match, active)
    if (match === null || found === undefined) {
      if (match === null) sayNotReplaced(state, line, at)
      at++
      continue
    }
    if (!replaced) {
      // Escapes lose their backslash before the line is stripped again, which so starts a comment.
      const plain = lineWithoutEscapes(line)
      replaced = true
      if (plain !== line) {
        line = plain
        at = 0
        continue
      }
    }
    const [whole, braced, words = '', blanks = ''] = match
    const name = (braced ?? match[4]) as string
    // `${NAME }` loses its first blank only, and so its brace stays behind.
    const end = at + (blanks === '' || words !== '' ? whole.length : name.length + 3)
    if (blanks !== '') say(state, codes.blankInReference, spanOf(line, at, at + whole.length), [name])
    const use = spanOf(line, at, end)
    if (!fits(line.text, at, end, found.text)) {
      say(state, codes.lineTooLong, use, [name, MOST_BYTES], { reported: braced !== undefined })
      break
    }
    if (++state.steps > state.limits.steps) stop(state, use, 'substitutions', state.limits.steps)
    active.push({ name, behind: line.text.length - end })
    if (active.length > state.limits.depth) stop(state, use, 'definitions inside definitions', state.limits.depth)
    line = replaceIn(line, at, end, found.text, found.definition ?? definitionOf(line, at))
    if (found.value !== undefined && found.value.lines.length > 1) following = { value: found.value, use }
    if (/^[ \t]*~/.test(found.text)) break
  }
  return following === undefined ? { line, replaced } : { line, replaced, following }
}

interface Found {
  readonly text: string
  readonly definition?: Span
  readonly value?: Value
}

function lookFor(state: State, line: Line, match: RegExpExecArray, active: readonly Active[]): Found | undefined {
  const [whole, braced, words = '', blanks = '', bare] = match
  const name = (braced ?? bare) as string
  const end = match.index + whole.length
  const span = (): Span => spanOf(line, match.index, end)
  state.names.used.add(name)
  const value = state.definitions.get(name)
  if (value === undefined) return predefinedOf(state, line, match, name)
  if (words !== '') return undefined
  if (value.uncertain) return undefined
  if (active.some((one) => one.name === name)) {
    say(state, codes.recursive, span(), [name], { related: [{ ...value.span, message: 'its value' }] })
    return undefined
  }
  if (value.lines.length > 1 && (end < line.text.length || blanks !== '')) {
    say(state, codes.multiLineInside, span(), [name], { related: [{ ...value.span, message: 'its value' }] })
    return undefined
  }
  const first = value.lines[0] as Line
  return { text: withoutEscapes(first.text), definition: spanOf(first), value }
}

function predefinedOf(state: State, line: Line, match: RegExpExecArray, name: string): Found | undefined {
  const [whole, braced, words = '', blanks = ''] = match
  const read = PREDEFINED.get(name)
  const end = match.index + whole.length
  if (read === undefined) {
    sayUndefined(state, name, spanOf(line, match.index, end), braced !== undefined)
    return undefined
  }
  if (takesWords(name) ? blanks !== '' : words !== '') return undefined
  const known = read(state, {
    name,
    words: words.split(/[ \t]+/).filter((word) => word !== ''),
    span: spanOf(line, match.index, end),
    before: line.text.slice(0, match.index),
    behind: line.text.slice(end),
  })
  return known.kind === 'text' ? { text: known.text } : undefined
}

/** A name in braces is meant as a reference; one without may be a password. That one is kept until it is known whether a definition follows. */
function sayUndefined(state: State, name: string, span: Span, braced: boolean): void {
  if (braced) say(state, codes.undefinedReference, span, [name])
  if (!braced || !state.undefinedUses.has(name)) state.undefinedUses.set(name, span)
}

/** `$NAME/24`: defined, but what follows it keeps it from being a reference. */
function sayNotReplaced(state: State, line: Line, at: number): void {
  const name = /^\$([A-Za-z_]\w*)/.exec(line.text.slice(at, at + MOST_BYTES))?.[1]
  if (name === undefined || !state.definitions.has(name)) return
  const end = at + name.length + 1
  say(state, codes.notReplaced, spanOf(line, at, end), [name, line.text[end] ?? ''])
}

function fits(text: string, from: number, to: number, value: string): boolean {
  const length = text.length + value.length - (to - from)
  if (length * 3 < MOST_BYTES) return true
  return byteLength(text, 0, text.length) - byteLength(text, from, to) + byteLength(value, 0, value.length) < MOST_BYTES
}

/** The lines of a value of several lines behind its first one, as they are read at the line of use. */
export const linesBehind = ({ value, use }: NonNullable<Substituted['following']>): readonly Line[] =>
  value.lines.slice(1).map((line) => ({ text: line.text, parts: [{ at: 0, use, exact: false, definition: spanOf(line) }] }))

/** Definitions expanded in the numbers of a sequence. */
export const substituteText = (state: State, line: Line, from: number, to: number): string =>
  substitute(state, sliceLine(line, from, to)).line.text

import type { Span } from '../diagnostics/finding.ts'
import * as codes from './expansion-codes.ts'
import { type Line, sliceLine, spanOf } from './line.ts'
import { readList } from './lists.ts'
import { substituteText } from './references.ts'
import { type Pending, type State, say, stop } from './state.ts'

/** `~SEQ(…)`, `~SEQx(…)`, `~LST(…)`; lower case is an ordinary word. */
export const SEQUENCE = /^~(SEQx?|LST)/

/** Starts a sequence: its text is read once a round, as a line of its own. A faulty one is dropped with its line. */
export function startSequence(state: State, { line, guard }: Pending): void {
  const kind = (SEQUENCE.exec(line.text) as RegExpExecArray)[1] as string
  const close = line.text.indexOf(')')
  const span = spanOf(line, 0, close < 0 ? line.text.length : close + 1)
  const open = /^[ \t]*\(/.exec(line.text.slice(kind.length + 1))
  if (open === null || close < 0) {
    say(state, kind === 'LST' ? codes.badList : codes.badSequence, span, ['there is no `)` behind its values'])
    return
  }
  const from = kind.length + 1 + open[0].length
  if (state.running.length >= state.limits.depth) {
    stop(state, span, 'sequences inside sequences', state.limits.depth)
    return
  }
  const round =
    kind === 'LST' ? listRounds(state, line, from, span) : numberRounds(state, line, from, close, span, kind === 'SEQx')
  if (round === undefined) return
  const start = round.close + 1 + (/^[ \t]*/.exec(line.text.slice(round.close + 1)) as RegExpExecArray)[0].length
  if (start >= line.text.length) return
  state.running.push({ kind: 'sequence', next: round.next, text: sliceLine(line, start), guard })
}

interface Rounds {
  readonly close: number
  readonly next: () => boolean
}

const MOST = 2 ** 53

function numberRounds(state: State, line: Line, from: number, close: number, span: Span, hex: boolean): Rounds | undefined {
  const fail = (why: string): undefined => {
    say(state, codes.badSequence, span, [why])
  }
  const comma = line.text.indexOf(',', from)
  const name = line.text.slice(from, comma < 0 || comma > close ? close : comma).trim()
  if (!/^[A-Za-z_]\w*$/.test(name)) return fail('it has no name')
  if (comma < 0 || comma > close) return fail('it has no numbers')
  const words = substituteText(state, line, comma + 1, close)
    .split(',')
    .map((word) => word.trim())
  const numbers = words.map(readNumber)
  const wrong = words[numbers.indexOf(undefined)]
  if (wrong !== undefined) return fail(`\`${wrong}\` is not a number`)
  if (words.length > 3) return fail('it has more than three numbers')
  const values = numbers as readonly number[]
  const end = values.at(-1) as number
  const start = values.length === 1 ? (end < 0 ? -1 : 1) : (values[0] as number)
  const step = values.length === 3 ? (values[1] as number) : end < start ? -1 : 1
  if (step === 0 || (step > 0 ? start > end : start < end)) return fail(`a step of ${step} does not lead from ${start} to ${end}`)
  if (hex && (start < 0 || end < 0)) return fail('a hexadecimal sequence has no negative numbers')
  let value = start
  const next = (): boolean => {
    if (step > 0 ? value > end : value < end) return false
    setVariable(state, name, hex ? value.toString(16) : String(value), span)
    value += step
    return true
  }
  return { close, next }
}

/** As strtol with base 0: a sign, `0x`, a leading zero for octal. */
function readNumber(word: string): number | undefined {
  const match = /^([+-]?)(0[xX][0-9a-fA-F]+|\d+)$/.exec(word)
  if (match === null) return undefined
  const digits = match[2] as string
  const isOctal = /^0\d/.test(digits)
  if (isOctal && /[89]/.test(digits)) return undefined
  const value = isOctal ? Number.parseInt(digits, 8) : Number(digits)
  return value > MOST ? undefined : match[1] === '-' ? -value : value
}

function listRounds(state: State, line: Line, from: number, span: Span): Rounds | undefined {
  const list = readList(line.text, from)
  if (typeof list === 'string') {
    say(state, codes.badList, span, [list])
    return undefined
  }
  let round = 0
  const next = (): boolean => {
    const values = list.sets[round++]
    if (values === undefined) return false
    for (const [i, name] of list.names.entries()) setVariable(state, name, values[i] ?? '', span)
    return true
  }
  return { close: list.close, next }
}

/** The variable is a definition like any other, and keeps its last value. */
function setVariable(state: State, name: string, text: string, span: Span): void {
  state.names.unfit.add(name)
  state.definitions.set(name, { lines: [{ text, parts: [{ at: 0, use: span, exact: false }] }], span, uncertain: false })
}

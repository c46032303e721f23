import { describe, expect, it } from 'vitest'
import { dialectOf } from '../../src/schema/dialects.ts'
import { wrappedNumber } from '../../src/schema/numbers.ts'
import type { Arg, Lineage, Row } from '../../src/schema/row.ts'
import { mayBeZero, SCALARS } from '../../src/schema/scalars.ts'
import { type Placed, placed, problems } from './wrap.ts'

const LINEAGES: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']

/** An argument with a range, at one place of its row. */
interface Ranged {
  readonly at: Placed
  /** The list it belongs to: the arguments of the row or one of its alternatives. */
  readonly list: readonly Arg[]
  /** From the argument of the row down to the one with the range. */
  readonly chain: readonly Arg[]
  readonly arg: Arg
}

const isRequired = (arg: Arg): boolean => arg.optional !== true && (arg.literal === undefined || arg.bare === true)

function rangedOf(at: Placed): readonly Ranged[] {
  const found: Ranged[] = []
  const walk = (list: readonly Arg[], args: readonly Arg[], outer: readonly Arg[]): void => {
    for (const arg of args) {
      const chain = [...outer, arg]
      if (arg.options !== undefined) walk(list, arg.options, chain)
      if (arg.min !== undefined || arg.max !== undefined) found.push({ at, list, chain, arg })
    }
  }
  for (const list of [at.row.args, ...(at.row.alternatives ?? [])]) walk(list, list, [])
  return found
}

/** The newest dialect that has the argument. */
const within = (at: Placed, { until }: Arg): Placed =>
  until === undefined ? at : { ...at, dialect: dialectOf(`${at.row.lineage}-${until}`) ?? at.dialect }

/** Words of the example's first line, without its keyword and brace. */
function exampleWords({ keyword, example }: Row): readonly string[] {
  const words = (example.split('\n')[0] as string).replace(/ \{$/, '').split(' ')
  return keyword === '(entry)' ? words : words.slice(1)
}

/** A line that has what it must have, and the argument with a word of ours. */
function statementWith({ at: { row }, list, chain }: Ranged, word: string): string {
  const sample = exampleWords(row)
  const required = list.filter(isRequired)
  const own = chain.flatMap((arg, i) => [...(arg.literal?.slice(0, 1) ?? []), ...(i === chain.length - 1 ? [word] : [])])
  const first = chain[0] as Arg
  const place = list.indexOf(first)
  const before = required.filter((arg) => list.indexOf(arg) < place || (first.literal !== undefined && arg !== first))
  const behind = required.filter((arg) => arg !== first && !before.includes(arg))
  const words = (args: readonly Arg[]): readonly string[] => args.map((arg) => sample[required.indexOf(arg)] ?? '1')
  const line = [...(row.keyword === '(entry)' ? [] : [row.keyword]), ...words(before), ...own, ...words(behind)].join(' ')
  return row.form === 'block' || row.form === 'lines' ? `${line} {\n}` : line
}

const RANGED = LINEAGES.flatMap(placed)
  .filter(({ row, path }) => row.in[path]?.variant !== 'never a keyword')
  .flatMap(rangedOf)

const name = ({ at: { row, path, dialect }, chain }: Ranged): string =>
  `${dialect.id} ${path}|${row.keyword} ${chain.map((arg) => arg.name).join('.')}`

/** The least number that is taken. */
const least = (arg: Arg): number | undefined => (arg.type === 'port' && mayBeZero(arg) ? 0 : arg.min)

const wordOf = ({ type }: Arg, value: number): string =>
  type === 'enum' || type === 'int-range' ? String(value) : SCALARS[type].encode(value)

/** Of a reader that takes the low bits of whatever is written, a number beyond the range may be one inside it. */
const wraps = ({ number, min = 0, max = 0 }: Arg, word: string): boolean => {
  const low = number === 'c-wrapped' ? wrappedNumber(word) : undefined
  return low !== undefined && low >= min && low <= max
}

function said(one: Ranged, word: string): readonly string[] {
  return problems(within(one.at, one.arg), statementWith(one, word))
}

describe('ranges of all arguments', () => {
  it('take both ends', () => {
    const wrong = RANGED.flatMap((one) =>
      [least(one.arg), one.arg.max]
        .filter((end) => end !== undefined)
        .map((end) => wordOf(one.arg, end))
        .flatMap((word) => said(one, word).map((problem) => `${name(one)}: ${statementWith(one, word)}: ${problem}`)),
    )
    expect(RANGED.length).toBeGreaterThan(600)
    expect(wrong).toEqual([])
  })

  it('refuse one beyond', () => {
    const wrong = RANGED.flatMap((one) => {
      const min = least(one.arg)
      const { max } = one.arg
      return [min === undefined ? undefined : min - 1, max === undefined ? undefined : max + 1]
        .filter((value) => value !== undefined)
        .map((value) => wordOf(one.arg, value))
        .filter((word) => said(one, word).includes('schema/bad-value') === wraps(one.arg, word))
        .map((word) => `${name(one)}: ${statementWith(one, word)}`)
    })
    expect(wrong).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { codecOf } from '../../src/model/check.ts'
import { modelCheck } from '../../src/model/model-check.ts'
import type { Dialect } from '../../src/schema/dialects.ts'
import { schemaOf } from '../../src/schema/registry.ts'
import type { Arg, Lineage } from '../../src/schema/row.ts'
import { SCALARS } from '../../src/schema/scalars.ts'
import { type Placed, placed, read, untyped, wrap } from './wrap.ts'

const NEVER = 'never a keyword'

/** What the table says of a keyword rather than of its use. */
const EXPECTED = new Set(['schema/deprecated', 'schema/fork-keyword'])

const codecs = new Map<string, ReturnType<typeof codecOf>>()
const codecFor = (dialect: Dialect) => {
  const known = codecs.get(dialect.id) ?? codecOf(modelCheck(schemaOf(dialect).root, dialect))
  codecs.set(dialect.id, known)
  return known
}

const LINEAGES: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']
const ROWS = LINEAGES.flatMap(placed).filter(({ row, path }) => row.in[path]?.variant !== NEVER)

const name = ({ row, path, dialect }: Placed): string => `${dialect.id} ${path}|${row.keyword}`

/** What is wrong with a statement at its place. */
function problems(at: Placed, statement: string): readonly string[] {
  const config = read(wrap(at, statement), at.dialect)
  const codes = config.bound.findings
    .map(({ code }) => code.code)
    .filter((code) => code.startsWith('schema/') && !EXPECTED.has(code))
  const decoded = codecFor(at.dialect).decode(config.model)
  return [
    ...codes,
    ...untyped(config.model),
    ...(decoded._tag === 'Left' ? decoded.left.map(({ message }) => `codec: ${message}`) : []),
  ]
}

describe('every row', () => {
  it('binds its example at every place, typed and without a finding', () => {
    const wrong = ROWS.flatMap((at) => problems(at, at.row.example).map((problem) => `${name(at)}: ${problem}`))
    expect(ROWS.length).toBeGreaterThan(700)
    expect(wrong).toEqual([])
  })

  it('has its key in the model', () => {
    const wrong = ROWS.filter(({ row }) => row.form !== 'line').filter((at) => {
      const json = JSON.stringify(read(wrap(at), at.dialect).model)
      return !json.includes(`"${at.row.aliasOf ?? at.row.keyword}":`)
    })
    expect(wrong.map(name)).toEqual([])
  })

  it('has a sentence of documentation, a source and an example that starts with its keyword', () => {
    const wrong = ROWS.filter(
      ({ row }) =>
        row.doc === '' ||
        row.upstream === '' ||
        (row.keyword !== '(entry)' && row.example.split(/[ \n]/)[0] !== row.keyword) ||
        !/^\S.*[.)]$/.test(row.doc),
    )
    expect(wrong.map(name)).toEqual([])
  })

  it('has arguments and settings of different names', () => {
    const wrong = ROWS.filter(({ row }) => row.form === 'block' || row.form === 'lines').filter(({ row, path, dialect }) => {
      const inside = path === '' ? row.keyword : `${path}/${row.keyword}`
      const keys = schemaOf(dialect)
        .rows.filter((one) => inside in one.in && one.form !== 'line')
        .map((one) => one.aliasOf ?? one.keyword)
      const header = [...row.args, ...(row.alternatives ?? []).flat()].map((arg) => arg.name)
      return [...keys, 'unknown', 'invalid', 'entries'].some((key) => header.includes(key))
    })
    expect(wrong.map(name)).toEqual([])
  })
})

/** Rows of one number, without a length that cuts it. */
const NUMBERS = ROWS.flatMap((at) => {
  const [arg, ...others] = at.row.args
  const isNumber = arg !== undefined && ['int', 'decimal', 'port'].includes(arg.type)
  return at.row.form === 'value' &&
    isNumber &&
    others.length === 0 &&
    arg.variadic !== true &&
    arg.maxLength === undefined &&
    arg.literal === undefined
    ? [{ at, arg }]
    : []
})

describe('ranges', () => {
  const word = (arg: Arg, value: number): string => SCALARS[arg.type].encode(value)

  it('take both ends', () => {
    const wrong = NUMBERS.flatMap(({ at, arg }) =>
      [arg.min, arg.max]
        .filter((end) => end !== undefined)
        .flatMap((end) => problems(at, `${at.row.keyword} ${word(arg, end)}`).map((problem) => `${name(at)} ${end}: ${problem}`)),
    )
    expect(NUMBERS.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })

  it('refuse one beyond', () => {
    const wrong = NUMBERS.flatMap(({ at, arg }) => {
      const beyond = [arg.min === undefined ? undefined : arg.min - 1, arg.max === undefined ? undefined : arg.max + 1]
      return beyond
        .filter((value) => value !== undefined)
        .filter((value) => !problems(at, `${at.row.keyword} ${word(arg, value)}`).includes('schema/bad-value'))
        .map((value) => `${name(at)} ${value}`)
    })
    expect(wrong).toEqual([])
  })
})

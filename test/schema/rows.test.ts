import { describe, expect, it } from 'vitest'
import { schemaOf } from '../../src/schema/registry.ts'
import type { Lineage } from '../../src/schema/row.ts'
import { type Placed, placed, problems, read, wrap } from './wrap.ts'

const NEVER = 'never a keyword'

const LINEAGES: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']
const ROWS = LINEAGES.flatMap(placed).filter(({ row, path }) => row.in[path]?.variant !== NEVER)

const name = ({ row, path, dialect }: Placed): string => `${dialect.id} ${path}|${row.keyword}`

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

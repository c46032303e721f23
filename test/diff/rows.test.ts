// The diff over the whole keyword table: the example of every row, at every place, is a difference of its own.
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import { diff } from '../../src/diff/diff.ts'
import type { Lineage, Row } from '../../src/schema/row.ts'
import { type Placed, placed, read, wrap } from '../schema/wrap.ts'

const LINEAGES: readonly Lineage[] = ['keepalived', 'lvs', 'dpvs']
const ROWS = LINEAGES.flatMap(placed).filter(({ row, path }) => row.in[path]?.variant !== 'never a keyword')

const name = ({ row, path, dialect }: Placed): string => `${dialect.id} ${path}|${row.keyword}`

const withoutIt = (at: Placed) => read(wrap(at, ''), at.dialect)
const differences = (at: Placed): readonly Change[] => diff(read(wrap(at), at.dialect), withoutIt(at))

/** Entries are counted one by one, whether a line holds several or a list several lines. */
const isList = ({ form, args }: Row): boolean => args[0]?.variadic === true || (form === 'lines' && args.length === 0)

/** What the table calls the default, a value in plain words. */
const isDefault = ({ row, path }: Placed): boolean => {
  const fallback = row.in[path]?.default ?? row.default
  if (row.form === 'flag') return fallback === true
  return fallback !== null && typeof fallback !== 'object' && row.example.split(/\s+/).slice(1).join(' ') === String(fallback)
}

describe('the example of every row, taken away', () => {
  it('is one difference, at its line', () => {
    const wrong = ROWS.filter((at) => {
      const changes = differences(at)
      if (isDefault(at)) return changes.length > 0
      const line = at.path === '' ? 1 : at.path.split('/').length + 1
      const isOne = isList(at.row) ? changes.length > 0 : changes.length === 1
      const [first] = changes
      const from = first?.oldPlace?.range?.start.line ?? 0
      return !isOne || first?.kind !== 'removed' || from < line || from > line + at.row.example.split('\n').length - 1
    })
    expect(wrong.map((at) => `${name(at)}: ${differences(at).map(({ kind, where }) => `${kind} ${where.join('/')}`)}`)).toEqual(
      [],
    )
    expect(ROWS.length).toBeGreaterThan(700)
  })

  it('is named by its keyword', () => {
    const wrong = ROWS.filter(({ row }) => row.form !== 'line').filter((at) => {
      const { row } = at
      return differences(at).some(({ keyword }) => keyword !== (row.aliasOf ?? row.keyword))
    })
    expect(wrong.map(name)).toEqual([])
  })

  it('shows no secret', () => {
    const secrets = ROWS.filter(({ row }) => row.args.some(({ secret }) => secret === true))
    expect(secrets.length).toBeGreaterThan(2)
    for (const at of secrets) {
      const text = JSON.stringify(differences(at))
      const word = at.row.example.split(/\s+/).at(-1) as string
      expect(text, name(at)).toContain('***')
      expect(text, name(at)).not.toContain(word)
    }
  })
})

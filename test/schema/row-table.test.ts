import { describe, expect, test } from 'vitest'
import { pack, tableOf, unpack } from '../../src/schema/row-table.ts'
import { DPVS_ROWS, KEEPALIVED_ROWS, LVS_ROWS } from '../../src/schema/rows/index.ts'

/** Every place in base 36 that is short. */
const NUMBERS = Array.from({ length: 36 ** 2 }, (_, i) => i.toString(36))

describe.each([
  ['keepalived', KEEPALIVED_ROWS],
  ['lvs', LVS_ROWS],
  ['dpvs', DPVS_ROWS],
] as const)('the rows of %s as a text', (_, rowsOf) => {
  const rows = rowsOf().all()
  const packed = unpack(pack(rows))
  const plain = tableOf(rows)
  const paths = new Set(rows.flatMap((row) => Object.keys(row.in)))

  test('are the same rows in the same order', () => {
    expect(packed.all()).toEqual(JSON.parse(JSON.stringify(rows)))
  })

  test('are found by block and keyword as those that are there already', () => {
    for (const path of paths) {
      expect(packed.keywords(path), path).toEqual(plain.keywords(path))
      for (const keyword of plain.keywords(path)) {
        const found = plain.find(path, keyword)
        expect(packed.find(path, keyword), `${path}/${keyword}`).toEqual(JSON.parse(JSON.stringify(found)))
      }
    }
  })

  test('know no other block and no other word', () => {
    // What stands from one keyword to the next.
    const between = /\n (\S+\t\S+ \S+)\t/.exec(pack(rows).places)?.[1] ?? ''
    expect(between).toContain('\t')
    for (const table of [packed, plain]) {
      expect(table.keywords('no_such_block')).toEqual([])
      expect(table.keywords('constructor')).toEqual([])
      expect(table.find('', 'constructor')).toBeUndefined()
      expect(table.find('', 'no_such_word')).toBeUndefined()
      // Words of a file may be anything, parts of the packed text too.
      for (const word of ['', ' ', '\n', '\t', '0', between, ...NUMBERS]) expect(table.find('', word), word).toBeUndefined()
    }
  })
})

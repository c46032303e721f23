import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { parseThese, validateEither } from '../../src/fp.ts'

describe('fp', () => {
  it('parseThese is Right without findings and Both with some', () => {
    expect(parseThese('global_defs {\n}\n', { target: '2.4.3' })._tag).toBe('Right')
    const found = parseThese('no_such_word\n', { target: '2.4.3' })
    expect(found._tag).toBe('Both')
    if (found._tag === 'Both') expect(found.left[0]?.code).toBe('schema/unknown-keyword')
  })

  it('validateEither is Left for errors only', () => {
    expect(validateEither(parse('global_defs {\n}\n', { target: '2.4.3' }))._tag).toBe('Right')
    expect(validateEither(parse('virtual_server 10.0.0.1 80{\n}\n', { target: 'lvs-1.2.2' }))._tag).toBe('Left')
  })
})

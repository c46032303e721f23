import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { reload } from '../../src/reload/reload.ts'

const current = parse(
  'vrrp_instance A {\n    interface eth0\n    virtual_router_id 1\n    virtual_ipaddress {\n        10.0.0.1/24 dev eth0\n    }\n}\n',
  { target: '2.2.7', file: 'a.conf' },
)
const text = current.document.text

describe('a reload', () => {
  test('takes a candidate without errors, and says what changes', () => {
    const candidate = text.replace('id 1', 'id 2')
    const result = reload(current, candidate)
    expect(result).toMatchObject({
      applied: true,
      changes: [{ kind: 'changed', where: ['vrrp_instance A', 'virtual_router_id'], old: 1, new: 2 }],
    })
    expect(result.config.document.text).toBe(candidate)
    expect(result.config.dialect.id).toBe('keepalived-2.2.7')
  })

  test('keeps the current one when the candidate has an error, and does not compare', () => {
    const result = reload(current, `${text}nosuchword\n`)
    expect(result).toMatchObject({ applied: false, config: current, changes: [] })
    expect(result.diagnostics[0]).toMatchObject({ code: 'schema/unknown-keyword', file: 'a.conf' })
  })

  test('reads the candidate for another target when asked to', () => {
    expect(reload(current, text, { target: 'lvs-1.2.2' }).config.dialect.id).toBe('lvs-1.2.2')
  })

  test('counts errors beyond the findings that are described', () => {
    const many = `${'vrrp_script a {\n    script "/a"\n}\n'.repeat(2)}${'nosuchword\n'.repeat(2000)}`
    expect(reload(current, many).applied).toBe(false)
  })

  test('takes a configuration with includes as it is', () => {
    const next = parse(text, { target: '2.2.7' })
    expect(reload(current, next).config).toBe(next)
  })
})

import { describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { parse } from '../../src/config.ts'
import { reconcile } from '../../src/edit/reconcile.ts'
import type { Model } from '../../src/model/types.ts'
import { edited, replacements } from '../support/edited.ts'

/** A copy of the model that may be changed. */
// biome-ignore lint/suspicious/noExplicitAny: tests change what is readonly
const changed = (text: string, change: (model: any) => void, target?: string): Model => {
  const model = structuredClone(parse(text, target === undefined ? {} : { target }).model)
  change(model)
  return model
}

const TEXT = `# first
virtual_server 10.0.0.1 80 {
    lb_algo rr
    protocol TCP
    real_server 10.0.1.1 80 {
        weight 1 # light
    }
    # spare
    real_server 10.0.1.2 80 {
        weight 2
    }
}

# second
virtual_server 10.0.0.1 80 {
    lb_algo rr
    protocol UDP
}
`

// biome-ignore lint/suspicious/noExplicitAny: tests change what is readonly
const change = (act: (model: any) => void): readonly string[] => replacements(TEXT, (c) => reconcile(c, changed(TEXT, act)))
// biome-ignore lint/suspicious/noExplicitAny: tests change what is readonly
const result = (act: (model: any) => void): string => edited(TEXT, (c) => reconcile(c, changed(TEXT, act)))

describe('reconcile', () => {
  test('with the model of the text itself changes nothing', () => {
    expect(change(() => {})).toEqual([])
  })
  test('with one changed weight changes one word', () => {
    expect(change((m) => (m.virtual_server[0].real_server[1].weight = 7))).toEqual(['2 → 7'])
  })
  test('with one more element in the middle touches no other', () => {
    expect(change((m) => m.virtual_server[0].real_server.splice(1, 0, { address: '10.0.1.9', port: 80 }))).toEqual([
      ' →     real_server 10.0.1.9 80 {\n    }\n',
    ])
  })
  test('tells blocks without a header apart by a setting', () => {
    const url = (path: string): string => `      url {\n        path ${path}\n        status_code 200\n      }\n`
    const text = `virtual_server 10.0.0.1 80 {\n  real_server 10.0.0.2 80 {\n    HTTP_GET {\n${url('/a')}${url('/b')}    }\n  }\n}\n`
    const next = changed(text, (m) =>
      m.virtual_server[0].real_server[0].HTTP_GET[0].url.splice(1, 0, { path: '/c', status_code: ['200'] }),
    )
    expect(replacements(text, (c) => reconcile(c, next))).toEqual([` → ${url('/c')}`])
  })
  test('tells services with one address apart by their protocol', () => {
    expect(result((m) => m.virtual_server.shift())).toBe(TEXT.slice(TEXT.indexOf('# second')))
  })
  test('gives an element with another address the words of that address only', () => {
    expect(change((m) => (m.virtual_server[0].real_server[0].address = '10.0.1.9'))).toEqual(['10.0.1.1 → 10.0.1.9'])
  })
  test('takes the text of what moves along, with what changes in it', () => {
    const text = result((m) => {
      m.virtual_server[0].real_server.reverse()
      m.virtual_server[0].real_server[0].weight = 7
    })
    expect(text).toContain(
      '    # spare\n    real_server 10.0.1.2 80 {\n        weight 7\n    }\n    real_server 10.0.1.1 80 {\n        weight 1 # light\n',
    )
  })
  test('replaces what is gone by what is new', () => {
    expect(
      result((m) => {
        m.virtual_server[0].real_server = [{ address: '10.0.1.7', port: 80, weight: 3 }]
      }),
    ).toBe(TEXT.replace(/ {4}real_server[\s\S]*?weight 2\n {4}\}\n/, '    real_server 10.0.1.7 80 {\n        weight 3\n    }\n'))
  })
  test('handles several of one identity in order', () => {
    const text = 'vrrp_instance A {\n}\nvrrp_instance A {\n  priority 2\n}\n'
    const next = changed(text, (m) => (m.vrrp_instance[1].priority = 3))
    expect(replacements(text, (c) => reconcile(c, next))).toEqual(['2 → 3'])
  })
  test('statements without a typed place are elements, too', () => {
    const text = 'vrrp_instance A {\n  foo 1\n  bar 2 # why\n  virtual_ipaddress {\n    x y\n    10.0.0.1\n  }\n}\n'
    expect(
      edited(text, (c) =>
        reconcile(
          c,
          changed(text, (m) => m.vrrp_instance[0].unknown.splice(1, 1)),
        ),
      ),
    ).toBe(text.replace('  bar 2 # why\n', ''))
    expect(
      edited(text, (c) =>
        reconcile(
          c,
          changed(text, (m) => m.vrrp_instance[0].unknown.pop()),
        ),
      ),
    ).toBe(text.replace('    x y\n', ''))
    const more = changed(text, (m) => m.vrrp_instance[0].unknown.push({ keyword: 'baz', args: ['a b'] }))
    expect(edited(text, (c) => reconcile(c, more))).toBe(text.replace('# why\n', '# why\n  baz "a b"\n'))
  })

  test('what keepalived cuts off behind an address stays where another word of the line is changed', () => {
    const text = 'virtual_server 10.0.0.1-5 80 {\n}\n'
    const next = changed(text, (model) => (model.virtual_server[0].port = 81))
    expect(edited(text, (config) => reconcile(config, next))).toBe('virtual_server 10.0.0.1-5 81 {\n}\n')
  })

  test('words that are spelled in another way are what they say', () => {
    const text =
      'vrrp_instance A {\n  notify "/bin/x"\n  use_vmac\n  native_ipv6 yes\n  virtual_ipaddress {\n    10.0.0.1/24 broadcast 10.0.0.255\n  }\n}\n'
    const plain = parse(`${text.replace('"/bin/x"', '/bin/x').replace('broadcast', 'brd')}`).model
    expect(replacements(text, (c) => reconcile(c, plain))).toEqual([])
  })
  test('an empty list is none', () => {
    expect(result((m) => (m.virtual_server = []))).toBe(result((m) => delete m.virtual_server))
  })
  test('what cannot be said is a finding and no edit', () => {
    expect(change((m) => (m.virtual_server[0].lb_algo = 'a\nb'))).toEqual(['write/invalid'])
    expect(change((m) => (m.nothing = 1))).toEqual(['edit/no-such-place'])
    expect(replacements(TEXT, (c) => reconcile(c, [] as unknown as Model))).toEqual(['edit/no-such-place'])
  })
  test('a long text with one changed weight gets one edit', () => {
    const text = generate({ vs: 300, rs: '2-4', vrrp: 1, seed: 3 })
    const next = changed(text, (m) => (m.virtual_server[150].real_server[0].weight = 77))
    expect(replacements(text, (c) => reconcile(c, next))).toHaveLength(1)
  })
})

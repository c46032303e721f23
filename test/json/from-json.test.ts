import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { conf2json } from '../../src/json/conf2json.ts'
import { fromJSON } from '../../src/json/from-json.ts'
import { readJson } from '../../src/json/read-json.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { write } from '../../src/write/write.ts'
import { sharedFiles } from '../support/files.ts'
import { normal } from '../support/normal.ts'
import { fixture, ofFiles } from './sources.ts'

const codes = (json: unknown, form?: 'model' | 'tree' | 'conf2json') =>
  fromJSON(json, form === undefined ? {} : { form }).diagnostics.map(({ code, message }) => `${code} ${message}`)

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the form is known by its shape', () => {
  it('a list is a tree, services with a vip are those of conf2json', () => {
    const config = parse(fixture('lvs.conf'), { target: 'lvs-1.2.2' })
    for (const form of ['model', 'tree', 'conf2json'] as const) {
      const read = readJson(copy(toJSON(config, { form })), {})
      expect(read.ok && [read.value.form, read.value.dialect.id]).toEqual([form, 'lvs-1.2.2'])
    }
  })

  it('a named form must fit', () => {
    expect(codes([], 'model')).toEqual(['json/invalid expected an object for the model, found a list'])
    expect(codes({}, 'tree')).toEqual(['json/invalid expected a list of statements'])
    expect(codes([], 'conf2json')).toEqual(['json/invalid expected an object with a list `virtual_server`'])
  })
})

describe('the tree form', () => {
  it('gives the model of its text, with included files in place', () => {
    const config = ofFiles(
      { 'lvs.conf': fixture('lvs.conf'), 'vip/10.13.0.2-53.conf': fixture('vip/10.13.0.2-53.conf') },
      { target: 'lvs-1.2.2' },
    )
    expect(fromJSON(copy(toJSON(config, { form: 'tree' })), { target: 'lvs-1.2.2' })).toEqual({
      ok: true,
      value: config.model,
      diagnostics: [],
    })
  })

  it('takes the words where they differ from the spelling', () => {
    const node = { keyword: 'router_id', args: ['new name'], written: ['router_id', '"old name"'] }
    const read = fromJSON([{ keyword: 'global_defs', args: [], block: [node] }])
    expect(read.ok && read.value).toEqual({ global_defs: { router_id: 'new name' } })
  })

  it('does not let a text become more than it is', () => {
    const hidden = [
      { keyword: 'a', args: ['x\nb'] },
      { keyword: 'a', args: [], comment: '# x\nb' },
      { keyword: 'a', args: [], comments: ['b'] },
      { keyword: 'a', args: [], prefix: '@id\nb' },
      { keyword: 'a', args: [], block: [], closingPrefix: '}\nb' },
      { keyword: '$A=', args: ['x\ny'] },
      { keyword: 'include', args: ['x\ny'] },
    ]
    for (const node of hidden) expect(fromJSON([node]).ok, JSON.stringify(node)).toBe(false)
    const spelled = fromJSON([{ keyword: 'a', args: [], written: ['a', '\nb'] }])
    expect(spelled.ok && spelled.value.unknown).toEqual([{ keyword: 'a', args: [] }])
  })

  it('says what is wrong with a node, by path', () => {
    const tree = [{ keyword: 'a', args: [], block: [{ keyword: 'b', args: ['c', 1] }, { keyword: 'b', arg: [] }, 7] }]
    expect(fromJSON(tree).diagnostics.map(({ path, message }) => [path, message])).toEqual([
      ['[0].block[0].args', '[0].block[0].args: expected a list of texts, found a list'],
      ['[0].block[1].arg', '[0].block[1].arg: unknown key in a statement'],
      ['[0].block[2]', '[0].block[2]: expected a statement (an object with keyword and args), found 7'],
    ])
  })
})

describe('the form of conf2json', () => {
  const lvs = { target: 'lvs-1.2.2' }

  it('gives a configuration that conf2json prints the same', () => {
    for (const { path, text } of [{ path: 'fixture', text: fixture('lvs.conf') }, ...sharedFiles('corpus/lvs')]) {
      const json = conf2json(parse(text, lvs))
      const read = fromJSON(json, { ...lvs, form: 'conf2json' })
      if (!read.ok) continue // words that 1.2.2 misreads are in it as they stand
      const written = write(read.value, lvs)
      expect(written.ok, path).toBe(true)
      if (written.ok) expect(normal(conf2json(parse(written.value, lvs))), path).toEqual(normal(json))
    }
  })

  it('leaves out what holds its default, but not what a reader looks for', () => {
    const json = conf2json(
      parse('virtual_server 10.0.0.1 80 {\n  real_server 10.0.0.2 80 {\n    TCP_CHECK {\n    }\n  }\n}\n', lvs),
    )
    const read = fromJSON(json, { ...lvs })
    expect(read.ok && read.value).toEqual({
      virtual_server: [
        {
          address: '10.0.0.1',
          port: 80,
          lb_kind: 'NAT',
          protocol: 'UDP',
          real_server: [{ address: '10.0.0.2', port: 80, weight: 1, TCP_CHECK: [{}] }],
        },
      ],
    })
    expect(read.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['json/lossy-form', 'info']])
  })

  it('reads switches, digits and null in any of their spellings', () => {
    const service = {
      vip: '10.0.0.1',
      vport: '80',
      alpha: 'ON',
      omega: false,
      syn_proxy: true,
      quorum: '2',
      laddr_group_name: null,
    }
    const read = fromJSON({ virtual_server: [service] })
    expect(read.ok && read.value.virtual_server?.[0]).toEqual({
      address: '10.0.0.1',
      port: 80,
      alpha: true,
      syn_proxy: true,
      quorum: 2,
    })
  })

  it('says what is wrong, by the path of the form', () => {
    const service = { vip: 'here', vport: 80, real_server: [{ rip: '10.0.0.2', rport: 80, wieght: 1 }], alpha: 7 }
    expect(codes({ virtual_server: [service] })).toEqual([
      'json/invalid virtual_server[0].vip: expected an IP address, found a text',
      'json/unknown-key virtual_server[0].real_server[0].wieght: unknown key in real_server',
      'json/invalid virtual_server[0].alpha: expected 0 or 1, found 7',
    ])
  })
})

describe('JSON that nobody means well', () => {
  const quickly = (json: unknown): boolean => {
    const start = performance.now()
    for (const form of ['model', 'tree', 'conf2json'] as const) {
      const read = fromJSON(json, { form })
      if (read.ok) write(read.value)
      for (const { message } of read.diagnostics) if (message.length > 2000) return false
    }
    return performance.now() - start < 5000
  }
  const nested = (depth: number, open: string, inner: string, close: string): unknown =>
    JSON.parse(open.repeat(depth) + inner + close.repeat(depth))

  it('keys of prototypes are keys like any other', () => {
    expect(codes(JSON.parse('{"__proto__": {"vrrp_instance": []}}'))).toEqual([
      'json/unknown-key __proto__: unknown key in the model',
    ])
    expect(codes(JSON.parse('{"vrrp_instance": [{"constructor": 1, "toString": 2}]}')).length).toBe(2)
    expect(quickly(JSON.parse('[{"keyword": "a", "args": [], "__proto__": {"block": []}}]'))).toBe(true)
    const kept = fromJSON(JSON.parse('{"vrrp_instance": [{"invalid": {"__proto__": "x"}}]}'))
    expect(kept.ok && write(kept.value).ok).toBe(false)
  })

  it('nesting costs no stack', () => {
    const depth = 100_000
    for (const value of [
      nested(depth, '[', '', ']'),
      nested(depth, '{"a":', '1', '}'),
      nested(depth, '{"global_defs":', '1', '}'),
      nested(depth, '[{"keyword":"a","args":[],"block":', '[]', '}]'),
      { unknown: nested(depth, '[{"keyword":"a","args":[],"block":', '[]', '}]') },
      { virtual_server: nested(depth, '[', '', ']') },
    ]) {
      expect(quickly(value)).toBe(true)
    }
  })

  it('long texts and many faults are quick', () => {
    const long = 'x'.repeat(10_000_000)
    expect(quickly({ vrrp_instance: [{ name: long, [long]: 1, state: long }] })).toBe(true)
    expect(quickly([{ keyword: long, args: [long], comment: `# ${long}`, written: [long] }])).toBe(true)
    expect(quickly({ virtual_server: [{ vip: long, [long]: long }] })).toBe(true)
    const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`vrrp_instanc${i}`, i]))
    expect(quickly(many)).toBe(true)
    expect(quickly({ vrrp_instance: Array.from({ length: 30_000 }, () => ({ priority: 'x' })) })).toBe(true)
    expect(quickly(Array.from({ length: 30_000 }, () => 7))).toBe(true)
  })

  it('values that hold themselves come to an end', () => {
    const block: unknown[] = []
    block.push({ keyword: 'a', args: [], block })
    expect(fromJSON(block, { form: 'tree' }).ok).toBe(false)
    expect(write({ unknown: block } as never).ok).toBe(false)
  })

  it('a secret is not shown', () => {
    const [said] = codes({ vrrp_instance: [{ name: 'A', authentication: { auth_type: 'PASS', auth_pass: { x: 'hunter2' } } }] })
    expect(said).not.toContain('hunter2')
    const written = write({ vrrp_instance: [{ name: 'A', authentication: { auth_pass: 'hunter2\n' } }] } as never)
    expect(JSON.stringify(written)).not.toContain('hunter2')
  })
})

import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { stringify } from '../../src/json/stringify.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { allSharedFiles } from '../support/files.ts'
import { fixture, ofFiles } from './sources.ts'

const tree = (text: string, target = 'keepalived-2.4.3') => toJSON(parse(text, { target }), { form: 'tree' })

describe('the tree form', () => {
  it('keeps words, prefixes, comments and lines', () => {
    const text =
      '! head\n\nglobal_defs { # open\n  # about the id\n  router_id "a b" # name\n  # last\n} # shut\n@node vrrp_instance A {\n}\n# end\n'
    expect(tree(text)).toEqual([
      {
        comments: ['! head'],
        keyword: 'global_defs',
        args: [],
        line: 3,
        comment: '# open',
        block: [
          {
            comments: ['# about the id'],
            keyword: 'router_id',
            args: ['a b'],
            written: ['router_id', '"a b"'],
            line: 5,
            comment: '# name',
          },
        ],
        closingComments: ['# last'],
        closingComment: '# shut',
      },
      { prefix: '@node', keyword: 'vrrp_instance', args: ['A'], line: 8, block: [] },
      { comments: ['# end'], keyword: '', args: [], line: 11 },
    ])
  })

  it('keeps braces that do not pair up', () => {
    expect(tree('a\n}\nb {\n')).toEqual([
      { keyword: 'a', args: [], line: 1 },
      { keyword: '}', args: [], line: 2 },
      { keyword: 'b', args: [], line: 3, block: [], unclosed: true },
    ])
    expect(tree('{\n}\n')).toEqual([{ keyword: '', args: [], line: 1, block: [] }])
  })

  it('follows includes and names the file on every node', () => {
    const config = ofFiles({ 'lvs.conf': fixture('lvs.conf'), 'vip/10.13.0.2-53.conf': fixture('vip/10.13.0.2-53.conf') })
    const nodes = toJSON(config, { form: 'tree' }) as readonly Record<string, unknown>[]
    expect(nodes[2]).toMatchObject({
      keyword: 'include',
      args: ['vip/*.conf'],
      file: 'lvs.conf',
      line: 14,
      included: [
        {
          file: 'vip/10.13.0.2-53.conf',
          statements: [{ keyword: 'virtual_server', args: ['10.13.0.2', '53'], file: 'vip/10.13.0.2-53.conf', line: 1 }],
        },
      ],
    })
    const text = stringify(nodes as never)
    const count = (word: RegExp): number => (text.ok ? [...text.text.matchAll(word)].length : 0)
    expect(count(/"line":/g)).toBe(count(/"keyword":/g))
    expect(count(/"file":/g)).toBe(count(/"keyword":/g) + 1)
  })

  it('does not follow a file into itself', () => {
    const config = parse('include a.conf\n', { file: 'a.conf' })
    const looped = { ...config, sources: { ...config.sources, includes: [new Map([[0, [0]]])] } }
    expect(toJSON(looped, { form: 'tree' })).toMatchObject([{ keyword: 'include', included: [] }])
  })

  it('loses no word and no comment of any file', () => {
    for (const { path, text } of allSharedFiles()) {
      for (const target of ['lvs-1.2.2', 'keepalived-2.4.3']) {
        const { document } = parse(text, { target })
        const all = flat(toJSON(parse(text, { target }), { form: 'tree' }) as unknown as readonly Node[])
        const missing = text.slice(0, document.text.length).replace(/[\s{}\uFEFF\\]/g, '')
        expect(all.replace(/[\s{}\uFEFF\\]/g, '').length, `${path} for ${target}`).toBe(missing.length)
      }
    }
  })

  it('is made without recursion, and says when it cannot be written', () => {
    const depth = process.env.KEEPALIVED_CONF_LONG === '1' ? 1_000_000 : 200_000
    const value = tree('a {\n'.repeat(depth))
    expect((value as readonly unknown[]).length).toBe(1)
    expect(stringify(value)).toEqual({ ok: false, message: 'the blocks nest too deep to be written as JSON' })
    expect(stringify({ a: [1] }, 2)).toEqual({ ok: true, text: '{\n  "a": [\n    1\n  ]\n}' })
  })
})

interface Node {
  readonly keyword: string
  readonly args: readonly string[]
  readonly written?: readonly string[]
  readonly prefix?: string
  readonly comments?: readonly string[]
  readonly comment?: string
  readonly closingComments?: readonly string[]
  readonly closingComment?: string
  readonly closingPrefix?: string
  readonly block?: readonly Node[]
}

/** Everything a tree says. */
function flat(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      [
        ...(node.comments ?? []),
        node.prefix ?? '',
        ...(node.written ?? [node.keyword, ...node.args]),
        node.comment ?? '',
        flat(node.block ?? []),
        ...(node.closingComments ?? []),
        node.closingPrefix ?? '',
        node.closingComment ?? '',
      ].join(''),
    )
    .join('')
}

import { describe, expect, test } from 'vitest'
import { type Config, parse } from '../../src/config.ts'
import { load } from '../../src/load.ts'
import { resolve } from '../../src/resolve.ts'
import { validate } from '../../src/validate/facade.ts'
import { memory } from '../support/memory.ts'

const service = (address: string, inner = ''): string =>
  `virtual_server ${address} 80 {\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n    real_server 10.0.1.1 80 {\n        weight 1\n${inner}    }\n}\n`

async function config(files: Readonly<Record<string, string>>, options = {}): Promise<Config> {
  const loaded = await load('main.conf', memory(files), { target: '2.4.3', ...options })
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message)
  return loaded.value
}

const places = (one: Config): readonly string[] =>
  validate(one).map(({ file, range, code }) => `${file}:${range.start.line}:${range.start.column}-${range.end.column} ${code}`)

const addresses = ({ model }: Config): unknown =>
  (model.virtual_server as { address: string }[] | undefined)?.map(({ address }) => address)

describe('the model is that of the effective configuration', () => {
  test('braces, several words and several lines come out of definitions', () => {
    const text = `$S=virtual_server 10.0.0.1 80 { \\\n lb_algo rr \\\n lb_kind NAT \\\n protocol TCP\n$R=real_server 10.0.1.1 80 {\n$S\n$R\nweight 3\n}\n}\n`
    const one = parse(text, { target: '2.4.3' })
    expect(one.model).toMatchObject({ virtual_server: [{ address: '10.0.0.1', real_server: [{ weight: 3 }] }] })
    expect(validate(one)).toEqual([])
    expect(one.sources.documents.length).toBe(1)
    expect(one.document.text).toBe(text)
  })

  test('sequences make blocks', () => {
    const block = service('10.0.0.$I').trimEnd().replaceAll('\n', ' \\\n')
    expect(addresses(parse(`$V= \\\n${block}\n~SEQ(I, 1, 3) $V\n`, { target: '2.4.3' }))).toEqual([
      '10.0.0.1',
      '10.0.0.2',
      '10.0.0.3',
    ])
  })

  test('conditions are decided by the id; without one their lines stay out of the model', () => {
    const text = 'vrrp_instance A {\n    @a priority 100\n    @b priority 50\n    @^a state BACKUP\n}\n'
    const read = (configId?: string): unknown =>
      parse(text, { target: '2.4.3', ...(configId === undefined ? {} : { configId }) }).model.vrrp_instance?.[0]
    expect(read('a')).toEqual({ name: 'A', priority: 100 })
    expect(read('b')).toEqual({ name: 'A', priority: 50, state: 'BACKUP' })
    expect(read()).toMatchObject({ name: 'A', unknown: [{ prefix: '@a' }, { prefix: '@b' }, { prefix: '@^a' }] })
    expect(parse('vrrp_instance A {\n    @a priority 999\n}\n', { target: '2.4.3' }).bound.findings.length).toBe(1)
  })

  test('words that nobody can know are kept and not judged', () => {
    const one = parse('vrrp_instance A {\n    priority ${_RANDOM 1 9}\n}\n', { target: '2.4.3' })
    expect(one.model.vrrp_instance?.[0]).toMatchObject({ unknown: [{ keyword: 'priority' }] })
    expect(validate(one).map(({ code, severity }) => `${severity} ${code}`)).toEqual(['info expand/unknowable'])
  })
})

describe('findings stand where the text is written', () => {
  test('at the reference, with the definition beside it', () => {
    const text = `$W=-1\n${service('10.0.0.1').replace('weight 1', 'weight $W')}`
    const [found] = validate(parse(text, { target: '2.4.3', file: 'a.conf' }))
    expect(found).toMatchObject({
      code: 'schema/bad-value',
      file: 'a.conf',
      path: 'virtual_server[0].real_server[0]',
      range: { start: { line: 7, column: 16 }, end: { line: 7, column: 18 } },
      related: [{ file: 'a.conf', range: { start: { line: 1, column: 4 }, end: { line: 1, column: 6 } } }],
    })
  })

  test('a fix is one of the file only where the text stands there', () => {
    const [plain, made] = validate(parse('$X=1\n$Y=global_dfs {\nglobal_dfs {\n}\n$Y\n}\n', { target: '2.4.3' }))
    expect(plain?.help ?? '').toContain('global_defs')
    expect(plain?.fixes.length).toBe(1)
    expect(made?.fixes).toEqual([])
  })

  test('one place is one finding, however often a sequence says it', () => {
    expect(places(parse('~SEQ(I, 1, 100) foo$I\n', { target: '2.4.3', file: 'a' }))).toEqual(['a:1:17-22 schema/unknown-keyword'])
  })

  test('secrets that come out of definitions are hidden in both places', () => {
    const text = '$P=tops\nvrrp_instance A {\n    authentication {\n        auth_type PASS\n        auth_pass $P\n    }\n}\n'
    const { bound, document } = parse(text, { target: '2.4.3' })
    const hidden = bound.secrets.filter(({ file }) => file === 0).map(({ start, end }) => document.text.slice(start, end))
    expect(hidden).toEqual(['$P', 'tops'])
  })
})

describe('includes', () => {
  test('behind a definition, a condition, a brace; in a sequence; in a list', async () => {
    const files = {
      'main.conf':
        '$D=conf.d\ninclude ${D}/*.conf\n@box include box.conf\n@other include none.conf\n~SEQ(I, 1, 2) include s${I}.conf\n',
      'conf.d/a.conf': service('10.0.0.1'),
      'conf.d/b.conf': service('10.0.0.2'),
      'box.conf': service('10.0.0.3'),
      's1.conf': service('10.0.0.4'),
      's2.conf': service('10.0.0.5'),
    }
    const one = await config(files, { configId: 'box' })
    // Files of a sequence are read when it has ended, the last one first.
    expect(addresses(one)).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.5', '10.0.0.4'])
    expect(places(one)).toEqual(['main.conf:3:6-22 expand/include-twice', 'main.conf:5:15-33 expand/include-twice'])
  })

  test('relative to the file, whose directory is ${_PWD}', async () => {
    const files = { 'main.conf': 'include a/x.conf\n', 'a/x.conf': 'include ${_PWD}/y.conf\n', 'a/y.conf': service('10.0.0.1') }
    expect(addresses(await config(files))).toEqual(['10.0.0.1'])
  })

  test('definitions of an included file hold behind it; a block may be spread over files', async () => {
    const files = { 'main.conf': 'include a\nfoo $X\n}\n', a: '$X=1\nglobal_defs {\n' }
    const one = await config(files)
    expect(one.expanded?.document.text).toBe('global_defs {\nfoo 1\n}\n')
    expect(places(one)).toEqual(['main.conf:2:1-4 schema/unknown-keyword'])
  })

  test('circles end with one finding, also where each round has another name', async () => {
    expect(places(await config({ 'main.conf': '$X=main\ninclude ${X}.conf\n' }))).toEqual(['main.conf:2:1-18 include/cycle'])
    const files = { 'main.conf': '$X=a\ninclude ${X}.conf\n', 'a.conf': 'include ${X}.conf\n' }
    expect(places(await config(files))).toEqual(['a.conf:1:1-18 include/cycle'])
  })

  test.each([
    ['include', 'none', undefined],
    ['includer', 'none', undefined],
    ['includem', 'none', 'rejected'],
    ['includew', 'none', 'rejected'],
    ['includeb', 'none', undefined],
    ['includea', 'none', 'rejected'],
    ['includem', 'd/x*', undefined],
    ['includew', 'd/x*', 'rejected'],
    ['includem', 'none/x*', 'rejected'],
    ['includem', '{d/a,none}', undefined],
    ['includeb', '{d/a,none}', 'rejected'],
    ['includer', 'd', 'rejected'],
    ['include', 'd', undefined],
  ])('%s %s', async (word, pattern, effect) => {
    const loader = memory({ 'main.conf': `${word} ${pattern}\n`, 'd/a': service('10.0.0.1') })
    const read = async (path: string) => {
      const file = await loader.read(path)
      return file.ok ? file : { ...file, absent: path !== 'd' }
    }
    const loaded = await load('main.conf', { ...loader, read }, { target: '2.4.3' })
    const [found] = loaded.ok ? validate(loaded.value) : []
    expect(found?.effect === 'rejected' ? 'rejected' : undefined).toBe(effect)
    if (loaded.ok)
      expect(addresses(loaded.value)).toEqual(
        word === 'include' || word === 'includeb' || pattern !== '{d/a,none}' ? undefined : ['10.0.0.1'],
      )
  })
})

test('a resolved configuration is one file that says the same', async () => {
  const files = { 'main.conf': '$A=10.0.0.1\ninclude b.conf\n', 'b.conf': service('$A') }
  const one = await config(files)
  const flat = resolve(one)
  expect(flat.document.text).toBe(service('10.0.0.1'))
  expect(flat.model).toEqual(one.model)
  expect(flat.expanded).toBeUndefined()
  const lvs = await config({ 'main.conf': 'include b.conf\n', 'b.conf': service('10.0.0.1') }, { target: 'lvs-1.2.2' })
  expect(resolve(lvs).document.text).toBe(service('10.0.0.1'))
})

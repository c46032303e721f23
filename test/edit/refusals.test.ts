import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { applyEdits, applyToFiles } from '../../src/edit/apply.ts'
import { insert, remove, set } from '../../src/edit/operations.ts'
import { load } from '../../src/load.ts'
import { edited, replacements } from '../support/edited.ts'
import { memory } from '../support/memory.ts'

describe('what is not written where it is used is not guessed at', () => {
  const quick = '$PRIO=100\nvrrp_instance A {\n  interface eth0\n  priority $PRIO\n}\n'

  test('a value of a definition', () => {
    const result = set(parse(quick), 'vrrp_instance[0].priority', 150)
    expect(result.diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([['edit/from-definition', 4]])
  })
  test('a value beside it is changed', () => {
    expect(replacements(quick, (c) => set(c, 'vrrp_instance[0].interface', 'eth1'))).toEqual(['eth0 → eth1'])
  })
  test('in a text that must be expanded', () => {
    const text = '$A=10.0.0.1 dev\nvrrp_instance A {\n  virtual_ipaddress {\n    $A eth0 label x:1\n  }\n}\n'
    expect(edited(text, (c) => set(c, 'vrrp_instance[0].virtual_ipaddress[0].address', '10.0.0.2'))).toBe('edit/from-definition')
    expect(replacements(text, (c) => set(c, 'vrrp_instance[0].virtual_ipaddress[0].label', 'y:1'))).toEqual(['x:1 → y:1'])
    expect(edited(text, (c) => remove(c, 'vrrp_instance[0].virtual_ipaddress[0]'))).toBe('edit/from-definition')
  })
  test('a line of a sequence', () => {
    const text = 'vrrp_instance A {\n  virtual_ipaddress {\n    ~SEQ(I,1,3) 10.0.0.$I dev eth0\n  }\n}\n'
    expect(edited(text, (c) => set(c, 'vrrp_instance[0].virtual_ipaddress[1].dev', 'eth1'))).toBe('edit/conditional')
  })
  test('a line under a condition', () => {
    const text = 'vrrp_instance A {\n  @one priority 100\n  interface eth0\n}\n'
    const result = edited(text, (c) => set(c, 'vrrp_instance[0].priority', 1), { configId: 'one' })
    expect(result).toBe('edit/conditional')
    expect(replacements(text, (c) => set(c, 'vrrp_instance[0].interface', 'eth1'), { configId: 'one' })).toEqual(['eth0 → eth1'])
  })
  test('a value that would bring in a definition', () => {
    expect(edited('global_defs {\n  router_id a\n}\n', (c) => set(c, 'global_defs.router_id', '${X}'))).toBe(
      'write/not-expressible',
    )
  })
})

describe('files', () => {
  const files = {
    'main.conf': '# main\nglobal_defs {\n  router_id a\n}\ninclude vip/*.conf\n',
    'vip/a.conf': 'virtual_server 10.0.0.1 80 {\n\tlb_algo rr\n}\n',
    'vip/b.conf': 'virtual_server 10.0.0.2 80 {\n\tlb_algo rr\n}\n',
  }
  const config = async () => {
    const loaded = await load('main.conf', memory(files), { target: 'lvs-1.2.2' })
    if (!loaded.ok) throw new Error('not loaded')
    return loaded.value
  }

  test('an edit names the file that it is for', async () => {
    const result = set(await config(), 'virtual_server[1].lb_algo', 'wrr')
    if (!result.ok) throw new Error(result.diagnostics[0]?.message)
    expect(applyToFiles(files, result.value)).toEqual({ 'vip/b.conf': files['vip/b.conf'].replace('rr', 'wrr') })
  })
  test('a new element stands in the file of the one before it', async () => {
    const result = insert(await config(), 'virtual_server', { address: '10.0.0.3', port: 80, lb_algo: 'rr' })
    if (!result.ok) throw new Error(result.diagnostics[0]?.message)
    const changed = applyToFiles(files, result.value)
    expect(changed).toEqual({
      'vip/b.conf': `${files['vip/b.conf']}\nvirtual_server 10.0.0.3 80 {\n\tlb_algo rr\n}\n`,
    })
  })
  test('a file that is read twice is not changed for one of the two', async () => {
    const twice = { 'm.conf': 'include a.conf\ninclude a.conf\n', 'a.conf': files['vip/a.conf'] }
    const loaded = await load('m.conf', memory(twice), { target: 'lvs-1.2.2' })
    if (!loaded.ok) throw new Error('not loaded')
    expect(set(loaded.value, 'virtual_server[0].lb_algo', 'wrr').diagnostics[0]?.code).toBe('edit/not-read-back')
  })
})

describe('files with errors elsewhere', () => {
  test('are edited where they are right', () => {
    const text = 'vrrp_instance A {\n  prioritty 1\n  interface eth0\n}\n}\nglobal_defs {\n  router_id a\n'
    expect(replacements(text, (c) => set(c, 'vrrp_instance[0].interface', 'eth1'))).toEqual(['eth0 → eth1'])
    expect(replacements(text, (c) => set(c, 'global_defs.router_id', 'b'))).toEqual(['a → b'])
  })
})

describe('applyEdits', () => {
  const place = (offset: number) => ({ line: 1, column: offset + 1, offset })
  const edit = (start: number, end: number, newText: string) => ({
    file: '',
    range: { start: place(start), end: place(end) },
    newText,
  })

  test('edits in any order', () => {
    expect(applyEdits('abcdef', [edit(4, 5, 'E'), edit(0, 1, 'A'), edit(2, 2, '-')])).toBe('Ab-cdEf')
  })
  test('of two that overlap the first one', () => {
    expect(applyEdits('abcdef', [edit(1, 4, 'X'), edit(2, 3, 'Y')])).toBe('aXef')
  })
  test('places outside of the text', () => {
    expect(applyEdits('ab', [edit(5, 9, 'c')])).toBe('abc')
    expect(applyEdits('ab', [edit(1, 0, 'c')])).toBe('ab')
  })
})

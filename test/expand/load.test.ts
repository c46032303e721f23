import { describe, expect, test } from 'vitest'
import type { Config } from '../../src/config.ts'
import { load } from '../../src/load.ts'
import { validate } from '../../src/validate/facade.ts'
import { memory } from '../support/memory.ts'

const service = (address: string): string =>
  `virtual_server ${address} 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.1.0.1 80 {\n    }\n}\n`

async function config(files: Readonly<Record<string, string>>, options = {}): Promise<Config> {
  const loaded = await load('lvs.conf', memory(files), { target: 'lvs-1.2.2', ...options })
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message)
  return loaded.value
}

const addresses = ({ model }: Config): unknown =>
  (model.virtual_server as { address: string }[] | undefined)?.map(({ address }) => address)

const findings = (one: Config): readonly string[] =>
  validate(one).map(({ file, range, code, message }) => `${file}:${range.start.line}:${range.start.column} ${code} ${message}`)

describe('include', () => {
  test('one file, read where the line stands', async () => {
    const one = await config({
      'lvs.conf': `${service('10.0.0.1')}include vip.conf\n${service('10.0.0.3')}`,
      'vip.conf': service('10.0.0.2'),
    })
    expect(addresses(one)).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3'])
    expect(findings(one)).toEqual([])
  })

  test('a pattern, in byte order, without hidden files', async () => {
    const one = await config({
      'lvs.conf': 'include vip/*.conf\n',
      'vip/b.conf': service('10.0.0.2'),
      'vip/a.conf': service('10.0.0.1'),
      'vip/B.conf': service('10.0.0.0'),
      'vip/.c.conf': service('10.0.0.9'),
      'vip/d.txt': service('10.0.0.9'),
    })
    expect(addresses(one)).toEqual(['10.0.0.0', '10.0.0.1', '10.0.0.2'])
  })

  test('relative to the including file', async () => {
    const one = await config({
      'lvs.conf': 'include a/one.conf\n',
      'a/one.conf': 'include b/two.conf\n',
      'a/b/two.conf': service('10.0.0.7'),
    })
    expect(addresses(one)).toEqual(['10.0.0.7'])
  })

  test('inside a block: real servers of a service in a file of their own', async () => {
    const one = await config({
      'lvs.conf': 'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    include rs/*.conf\n}\n',
      'rs/1.conf': 'real_server 10.1.0.1 80 {\n    weight 5\n}\n',
      'rs/2.conf': 'real_server 10.1.0.2 80 {\n    weigth 5\n}\n',
    })
    expect((one.model.virtual_server as { real_server: unknown }[])[0]?.real_server).toMatchObject([
      { address: '10.1.0.1', weight: 5 },
      { address: '10.1.0.2' },
    ])
    expect(findings(one)).toEqual(['rs/2.conf:2:5 schema/unknown-keyword `weigth` is not a keyword of real_server'])
    expect(validate(one)[0]?.path).toBe('virtual_server[0].real_server[1]')
  })

  test('what cannot be followed is a finding at the line', async () => {
    const one = await config({
      'lvs.conf': 'include no.conf\ninclude no/*.conf\ninclude dir\ninclude "q.conf"\ninclude\ninclude a b\n',
      'dir/x': '',
      'q.conf': service('10.0.0.4'),
    })
    expect(findings(one)).toEqual([
      'lvs.conf:1:1 include/missing `no.conf` cannot be included: there is no such file',
      'lvs.conf:2:1 include/no-match no file matches `no/*.conf`',
      'lvs.conf:3:1 include/missing `dir` cannot be included: it is a directory',
      'lvs.conf:4:1 include/malformed 1.2.2 does not take this line for an include: quotes do not work here',
      'lvs.conf:5:1 include/malformed 1.2.2 does not take this line for an include: a name is missing',
      'lvs.conf:6:1 include/malformed 1.2.2 does not take this line for an include: there must be one name',
    ])
    expect(addresses(one)).toEqual(['10.0.0.4'])
  })

  test('a circle ends with one finding', async () => {
    const one = await config({
      'lvs.conf': 'include a.conf\n',
      'a.conf': `${service('10.0.0.1')}include b.conf\n`,
      'b.conf': 'include a.conf\n',
    })
    expect(findings(one)).toEqual(['b.conf:1:1 include/cycle `a.conf` is included from itself'])
    expect(addresses(one)).toEqual(['10.0.0.1'])
  })

  test('depth and number of files are limited', async () => {
    const chain = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.conf`, `include ${i + 1}.conf\n`]))
    const deep = await config({ 'lvs.conf': 'include 0.conf\n', ...chain })
    expect(findings(deep)).toEqual(['31.conf:1:1 include/too-deep `32.conf` is included more than 32 levels deep'])
    const bomb = { 'lvs.conf': 'include a.conf\ninclude a.conf\n', 'a.conf': 'include b.conf\ninclude b.conf\n', 'b.conf': '' }
    const many = await config(bomb, { limits: { files: 4 } })
    expect(findings(many).map((line) => line.split(' ')[1])).toEqual(['include/too-many'])
  })

  test('inside a list 1.2.2 does not read entries from a file', async () => {
    const files = { 'lvs.conf': 'local_address_group g {\n    include ips.conf\n}\n', 'ips.conf': '192.168.0.1\n' }
    expect(findings(await config(files))).toEqual([
      'lvs.conf:2:5 include/in-list an include inside `local_address_group` does not add entries to it',
    ])
  })

  test('newer readers: brace alternatives, and blocks that begin and end in different files', async () => {
    const files = {
      'lvs.conf': 'include {a,b}*.conf\n',
      'a1.conf': 'vrrp_instance A {\n    interface eth0\n',
      'b1.conf': '    virtual_router_id 5\n}\n',
    }
    const one = await config(files, { target: '2.2.7' })
    expect(findings(one).filter((line) => line.includes('block/'))).toEqual([])
  })

  test('a main file that cannot be read is not ok', async () => {
    const loaded = await load('lvs.conf', memory({}))
    expect(loaded.ok).toBe(false)
    expect(loaded.diagnostics[0]?.message).toBe('`lvs.conf` cannot be read: there is no such file')
  })
})

import { expect, test } from 'vitest'
import { type Config, parse } from '../../src/config.ts'
import { load } from '../../src/load.ts'
import { validateAll } from '../../src/validate/facade.ts'

// Each was tried with keepalived 2.2.7: the lines that `-t` names first, and its status.
const check = (text: string, target = '2.2.7') => answer(parse(text, { target }))

const answer = (config: Config) => {
  const { diagnostics, configTest } = validateAll(config)
  return { lines: diagnostics.filter(({ reported }) => reported).map(({ range }) => range.start.line), ...configTest }
}

test('what stands in front of a brace in a list is read', () => {
  const text =
    'vrrp_instance A {\n  interface eth0\n  virtual_router_id 51\n  virtual_ipaddress {\n    10.0.01\n    { 10.0.0.2 }\n  }\n}\n'
  expect(check(text)).toMatchObject({ lines: [5, 6], exitStatus: 5 })
})

test('a header that keepalived reads in another way skips nothing', () => {
  expect(check('virtual_server 10.0.0.1 8\\#{\n  b_algo rr\n  lb_kind NAT\n}\n')).toMatchObject({ lines: [2], exitStatus: 5 })
})

test('an include is opened in a block that is skipped, too', async () => {
  const text = 'virtual_server 10.0.0.1 65536 {\n  includea nowhere.conf\n  real_server 10.0.1.1 80 {\n  }\n}\n'
  const read = (path: string) =>
    path === 'main.conf' ? ({ ok: true, text } as const) : ({ ok: false, why: 'there is no such file' } as const)
  const loaded = await load('main.conf', { read, list: () => undefined }, { target: '2.2.7' })
  if (!loaded.ok) expect.fail('main.conf can be read')
  expect(answer(loaded.value)).toMatchObject({ lines: [2], exitStatus: 6 })
})

test('a command behind the end of its block is none', () => {
  const text =
    'vrrp_instance A {\n  interface eth0\n }   virtual_router_id 51\n  notify_master "/bin/true"\n  virtual_ipaddress {\n    10.0.0.1\n  }\n}\n'
  expect(check(text).exitStatus).toBe(5)
})

test('the scripts of a service without servers go with it', () => {
  const text = (server: string) =>
    `virtual_server 10.0.0.1 80 {\n  protocol TCP\n  quorum_up "/bin/true"\n  real_server ${server} 80 {\n  }\n}\n`
  expect(check(text('10.0.1.1')).exitStatus).toBe(6)
  expect(check(text('10.0.1..1')).exitStatus).toBe(5)
})

test('a word `include` that does not begin a line is a word', () => {
  expect(check('virtual_server 10.0.0.1 80 {\n  real_server include 10.0.1.1 80 {\n  }\n}\n')).toMatchObject({
    lines: [2, 2],
    exitStatus: 5,
  })
})

test('a line that is refused for its place is not read', () => {
  const text = (before: string) =>
    `virtual_server 10.0.0.1 80 {\n  protocol TCP\n${before}  sorry_server_lvs_method\n  real_server 10.0.1.1 80 {\n  }\n}\n`
  expect(check(text('')).exitStatus).toBe(5)
  expect(check(text('  sorry_server 10.0.2.1 80\n')).exitStatus).toBe(2)
})

test.each([
  ['$B=global_defs { \\\n# note\n  vrrp_version 3 \\\n}\n$B\n', 3],
  ['$B=global_defs { \\\n# note\n}\n$B\n', 3],
  ['$B=global_defs { \\\n  vrrp_version 3 \\\n# note\n  lvs_flush \\\n}\n$B\n', 4],
])('a comment in a definition: keepalived names the line behind it', (text, line) => {
  expect(check(text)).toEqual({ lines: [line], exitStatus: 5 })
})

test('a keyword with a random number in it is none, where no number makes it one', () => {
  const text = (line: string) => `global_defs {\n  ${line}\n}\n`
  expect(check(text('vrrp_${_RANDOM 1 2}version 3'), '2.4.3')).toEqual({ lines: [2], exitStatus: 5 })
  expect(check(text('vrrp_mcast_group${_RANDOM 4 6} ff02::18'), '2.4.3')).toEqual({ lines: [], exitStatus: 0 })
})

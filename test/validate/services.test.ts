import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { validateAll } from '../../src/validate/facade.ts'

const GROUP = 'virtual_server_group g {\n    10.0.0.1 80\n}\n'

const check = (text: string, target = '2.2.7') => {
  const { diagnostics, configTest } = validateAll(parse(text, { target }))
  return { codes: diagnostics.map(({ code, range }) => `${code} ${range.start.line}`), ...configTest }
}

describe('families of services', () => {
  test('a method below a real server comes too late for it, and settles the family of the service', () => {
    const server = '    real_server 2001:db8::12 80 {\n    }\n'
    const head = `${GROUP}virtual_server group g {\n    lb_algo sh\n    protocol TCP\n`
    const late = check(`${head}${server}    lb_kind TUN\n}\n`)
    expect(late).toMatchObject({ codes: ['service/group-family 4'], exitStatus: 0 })
    expect(check(`${head}    lb_kind TUN\n${server}}\n`).codes).toEqual([])
  })

  test('a real server of the other family is told at its closing brace', () => {
    const text =
      'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n    real_server 2001:db8::1 80 {\n    }\n}\n'
    expect(check(text)).toMatchObject({ codes: ['service/real-server-family 6'], exitStatus: 5 })
  })
})

describe('a checker without a url', () => {
  const text = (before: string): string =>
    `virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n    real_server 10.0.1.1 80 {\n${before}        HTTP_GET {\n        }\n    }\n}\n`

  test('kills the configuration test of 2.2.7 as the first checker only, and that of 2.4.3 never', () => {
    expect(check(text(''))).toMatchObject({ codes: ['checker/no-url 7'], ends: 'crash' })
    expect(check(text('        TCP_CHECK {\n        }\n'))).toMatchObject({ exitStatus: 5 })
    expect(check(text(''), '2.4.3')).toMatchObject({ exitStatus: 5 })
  })
})

test('a line under a condition that nobody decides is looked at beside the one that counts', () => {
  const service = (...lines: readonly string[]): string =>
    `virtual_server 10.0.0.1 80 {\n    lb_kind NAT\n    protocol TCP\n${lines.map((line) => `    ${line}\n`).join('')}    real_server 10.0.1.1 80 {\n    }\n}\n`
  expect(check(service('lb_algo rr', 'alpha', '@x alpha no')).codes).toContain('service/flag-with-word 6')
  expect(check(service('lb_algo rr', 'sorry_server 10.0.9.1 80', '@x sorry_server 10.0.9.2 80')).codes).toContain(
    'lvs/several-sorry-servers 5',
  )
  expect(check(service('@x sh-port', 'lb_algo sh', 'sh-port')).codes).toContain('service/scheduler-flag 4')
})

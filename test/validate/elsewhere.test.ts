import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { validateAll } from '../../src/validate/facade.ts'

const check = (text: string, facts?: Facts, configId?: string) => {
  const config = parse(text, { target: '2.2.7', ...(configId === undefined ? {} : { configId }) })
  const { diagnostics, configTest } = validateAll(config, facts === undefined ? {} : { facts })
  return {
    found: diagnostics.map(({ code, range, severity }) => `${code} ${range.start.line} ${severity}`),
    reported: diagnostics.filter(({ reported }) => reported).map(({ range }) => range.start.line),
    exitStatus: configTest.exitStatus,
    messages: diagnostics.map(({ message }) => message),
  }
}

const instance = (lines: string): string =>
  `vrrp_instance A {\n    interface eth0\n    virtual_router_id 1\n${lines}    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n`

describe('conditions without a configuration id', () => {
  const text = `@low $NAME=low\n@high $NAME=high\nglobal_defs {\n    router_id \${NAME}\n}\n${instance('')}`

  test('the answer is that of a host that no condition names, and the first line of it is one finding', () => {
    const { found, reported, exitStatus, messages } = check(text)
    expect(found).toEqual(['reader/other-host 4 info'])
    expect(reported).toEqual([4])
    expect(exitStatus).toBe(5)
    expect(messages[0]).toContain('`low`, `high`')
  })

  test('with an id, or on a host of a known name, the lines of others are out', () => {
    expect(check(text, undefined, 'low')).toMatchObject({ found: [], exitStatus: 0 })
    expect(check(text, { hostname: 'low.example.org' })).toMatchObject({ found: [], exitStatus: 0 })
  })

  test('what stands behind the condition of another host is told and not reported', () => {
    const wrong = instance('@low    priority 300\n')
    expect(check(wrong)).toMatchObject({ found: ['schema/bad-value 4 error'], reported: [], exitStatus: 0 })
    expect(check(wrong, { hostname: 'low' })).toMatchObject({ reported: [4], exitStatus: 5 })
    expect(check(wrong, { hostname: 'high' })).toMatchObject({
      found: ['schema/bad-value 4 error'],
      reported: [],
      exitStatus: 0,
    })
  })

  test('what is found on the host only is a finding of its own, with its own severity', () => {
    const named = `@low $IF=eth9\n@high $IF=eth0\n${instance('').replace('eth0', '$IF')}`
    const facts: Facts = { hostname: 'low', interfaces: [{ name: 'eth0' }] }
    expect(check(named, facts).found).toEqual(['host/unknown-interface 4 error'])
    expect(check(named, { ...facts, hostname: 'high' }).found).toEqual([])
  })
})

describe('a run that ends early', () => {
  test('a namespace by the name of a missing definition keeps every part but the global one from being read', () => {
    const text = `net_namespace $NAME\nglobal_defs {\n    bogus\n}\n${instance('    bogus\n')}`
    expect(check(text)).toMatchObject({ reported: [3], exitStatus: 0 })
    expect(check(text.replace('$NAME', 'blue'))).toMatchObject({ reported: [3, 8], exitStatus: 5 })
  })

  test('a missing word ends it on its line', () => {
    const text = `${instance('    bogus\n    virtual_router_id\n    bogus\n')}vrrp_instance B {\n    bogus\n}\n`
    const { reported, exitStatus } = check(text)
    expect(exitStatus).toBe(2)
    expect(reported).toEqual([4, 5])
  })
})

import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { write } from '../../src/write/write.ts'

const TARGET = 'keepalived-2.4.3'
const modelOf = (text: string, configId?: string) =>
  parse(text, { target: TARGET, ...(configId === undefined ? {} : { configId }) }).model
const written = (text: string): string => {
  const result = write(modelOf(text), { target: TARGET })
  return result.ok ? result.value : result.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')
}

const instance = (line: string): string => `vrrp_instance A {\n    ${line}\n}\n`

describe('definitions under a condition', () => {
  it.each([
    `@a $IF=eth0\n@^a $IF=eth1\n${instance('interface $IF')}`,
    `$IF=eth0\n@a $IF=eth1\n${instance('interface $IF')}`,
    `$IF=eth0\n@a $IF=eth1\n@^b $IF=eth2\n@b $PRIO=7\n${instance('interface ${IF}\n    @b priority $PRIO')}`,
    `@a $NAME=B\nvrrp_instance $NAME {\n    priority 3\n}\n${instance('interface eth0')}`,
  ])('are written with what refers to them, and mean the same for every id: %j', (text) => {
    const result = written(text)
    expect(result).not.toContain('write/')
    for (const id of [undefined, 'a', 'b', 'c']) expect(modelOf(result, id)).toEqual(modelOf(text, id))
    expect(written(result)).toBe(result)
  })

  it.each([
    ['behind a use', `${instance('interface $IF')}@a $IF=eth0\n`],
    ['in a block', instance('@a $IF=eth0\n    interface $IF')],
    ['with a reference in the value', `$E=eth\n@a $IF=\${E}0\n${instance('interface $IF')}`],
    ['used under a condition', instance('@a $IF=eth0\n    @b interface $IF')],
  ])('that have no place of their own are named: %s', (_, text) => {
    expect(written(text)).toMatch(/^write\/not-expressible .*: it refers to a definition that is not in the model: \$IF$/)
  })

  it('a keyword that stands for lines nobody knows is not written as a word', () => {
    expect(written('@a $B=global_defs { \\\n}\n$B\n')).toContain('not in the model: $B')
  })

  it('a password in one is masked', () => {
    const text = `@a $PASS=topsecret\n${instance('authentication {\n        auth_type PASS\n        auth_pass $PASS\n    }')}`
    expect(JSON.stringify(toJSON(parse(text, { target: TARGET })))).toContain('topsecret')
    for (const form of ['model', 'tree', 'conf2json'] as const) {
      expect(JSON.stringify(toJSON(parse(text, { target: TARGET }), { form, redact: true }))).not.toContain('topsecret')
    }
  })
})

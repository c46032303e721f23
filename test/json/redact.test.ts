import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { toJSON } from '../../src/json/to-json.ts'

const FORMS = ['model', 'tree', 'conf2json'] as const

const written = (text: string, target: string, form: (typeof FORMS)[number]): string =>
  JSON.stringify(toJSON(parse(text, { target, configId: 'here' }), { form, redact: true }))

const instance = (line: string): string => `vrrp_instance A {\n  authentication {\n    auth_type PASS\n    ${line}\n  }\n}\n`

describe('redact', () => {
  it.each([
    ['a password', instance('auth_pass s3cret'), 'lvs-1.2.2'],
    ['a password of newer versions', instance('auth_pass s3cret'), '2.4.3'],
    ['in quotes', instance('auth_pass "s3cret x"'), '2.4.3'],
    ['too many words', instance('auth_pass a s3cret'), '2.4.3'],
    ['a typing error', instance('auth_pas s3cret'), '2.4.3'],
    [
      'a key',
      'vrrp_instance A {\n  auth_hmac {\n    key 1 s3cret78901234567890123456789012\n    active_key 1\n  }\n}\n',
      '2.4.3',
    ],
    ['a password of SSL', 'SSL {\n  password s3cret\n}\n', 'lvs-1.2.2'],
    ['the wrong place', 'global_defs {\n  auth_pass s3cret\n}\n', '2.4.3'],
    ['inside an unknown block', 'foo {\n  bar {\n    auth_pass s3cret\n  }\n}\n', '2.4.3'],
    ['for another machine', `@there ${instance('auth_pass s3cret')}`, '2.4.3'],
    ['under a condition', instance('@there auth_pass s3cret'), '2.4.3'],
    ['by a definition', `$PASS=s3cret\n${instance('auth_pass $PASS')}`, '2.4.3'],
    ['by two definitions', `$A=s3cret\n$PASS=\${A}\n${instance('auth_pass $PASS')}`, '2.4.3'],
    ['in a comment', instance('# auth_pass s3cret'), '2.4.3'],
  ])('masks %s in every form', (_name, text, target) => {
    for (const form of FORMS) expect(written(text, target, form), form).not.toContain('s3cret')
    expect(written(text, target, 'tree')).toContain('***')
  })

  it('masks nothing else', () => {
    const text =
      'SSL {\n  key /etc/ssl/key.pem\n}\nvrrp_instance A {\n  authentication {\n    auth_type PASS\n    auth_pass s3cret\n  }\n}\n'
    for (const form of FORMS) {
      const json = written(text, 'lvs-1.2.2', form)
      expect(json).toContain('/etc/ssl/key.pem')
      expect(json).toContain('PASS')
    }
    const config = parse(text, { target: 'lvs-1.2.2' })
    toJSON(config, { redact: true })
    expect(JSON.stringify(config.model)).toContain('s3cret')
  })
})

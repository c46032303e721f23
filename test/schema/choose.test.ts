import { describe, expect, it } from 'vitest'
import { chooseDialect } from '../../src/schema/choose.ts'
import { dialectOf } from '../../src/schema/dialects.ts'

const chosen = (text: string): string => {
  const { dialect, reason } = chooseDialect('auto', text)
  return `${dialect.id}: ${reason}`
}

const DPVS = (what: string): string => `dpvs-1.9: ${what} is of DPVS only`
const LVS = (word: string): string => `lvs-1.2.2: \`${word}\` is a word of the 1.2.2 LVS edition, and nothing is of DPVS only`

describe('the choice of a dialect', () => {
  it.each([
    [
      'a word of its own, even behind one that lvs-1.2.2 has',
      'virtual_server 10.0.0.1 80 {\n  syn_proxy\n  bps 5\n}\n',
      DPVS('`bps`'),
    ],
    ['a word behind a brace', 'vrrp_instance a { dpdk_interface dpdk0\n}\n', DPVS('`dpdk_interface`')],
    ['an SNAT service', 'virtual_server match SNAT1 {\n}\n', DPVS('`virtual_server match`')],
    ['its scheduler', 'virtual_server 10.0.0.1 80 {\n  lb_algo conhash\n}\n', DPVS('`lb_algo conhash`')],
    [
      'local addresses with an interface',
      'local_address_group g1 { # ours\n  # the first\n\n  10.0.0.1-20 dpdk0 # port\n}\n',
      DPVS('a `local_address_group` with interfaces'),
    ],
  ])('DPVS by %s', (_, text, expected) => {
    expect(chosen(text)).toBe(expected)
    expect(chosen(text.replaceAll('\n', '\r\n'))).toBe(expected)
  })

  it.each([
    ['local addresses without interfaces', 'local_address_group g1 {\n  10.0.0.1-20\n}\nbps 5\n', LVS('local_address_group')],
    ['a comment behind a local address', 'local_address_group g1 {\n  10.0.0.1 # dpdk0\n}\n', LVS('local_address_group')],
    ['an empty group of local addresses', 'local_address_group g1 {\n}\n', LVS('local_address_group')],
    ['a word that DPVS has as well', 'virtual_server 10.0.0.1 80 {\n  laddr_group_name g1\n}\n', LVS('laddr_group_name')],
    ['a word of its own', 'virtual_server 10.0.0.1 80 {\n  est_timeout 50\n}\n', LVS('est_timeout')],
  ])('lvs-1.2.2 by %s', (_, text, expected) => {
    expect(chosen(text)).toBe(expected)
  })

  it.each([
    ['nb_sock_retry, which no version knows', 'TCP_CHECK {\n  nb_sock_retry 3\n}\n'],
    ['a word in a comment', '# bps 5\n! { quic\n\t#bps\n'],
    ['a word that is not the first of its line', 'router_id bps\n'],
    ['common words inside tunnels of DPVS', 'if\nkind Deployment\nremote\nlocal\n'],
    ['nothing', ''],
  ])('nobody by %s', (_, text) => {
    expect(chosen(text)).toBe('keepalived-2.4.3: no word of the file decides')
  })

  it('newer keepalived by its words', () => {
    expect(chosen('vrrp_script a {\n  init_fail\n}\n')).toBe('keepalived-2.4.3: `init_fail` is a word of newer keepalived')
  })
})

describe('targets', () => {
  it.each([
    ['dpvs', 'dpvs-1.9'],
    ['dpvs-1.9', 'dpvs-1.9'],
    ['dpvs-1.8.2', 'dpvs-1.8.2'],
    ['dpvs-v1.7.8', 'dpvs-1.7.8'],
    ['dpvs-1.5.1', 'dpvs-1.5.1'],
    ['dpvs-1.9.8', 'dpvs-1.9.8'],
    ['dpvs-1.5.0', undefined],
    ['dpvs-1.9.9', undefined],
    ['dpvs-2.0.19', undefined],
    ['dpvs1.9.8', undefined],
    ['dpvs-', undefined],
  ])('%s is %s', (target, id) => {
    expect(dialectOf(target)?.id).toBe(id)
    if (id !== undefined) expect(dialectOf(id)?.id).toBe(id)
  })

  it('DPVS reports unknown words since it has the parser of 2.0.19', () => {
    expect(dialectOf('dpvs-1.7.8')?.unknownKeywords).toBe('silent')
    expect(dialectOf('dpvs-1.8.2')?.unknownKeywords).toBe('reported')
    expect(dialectOf('dpvs-1.9')?.number).toBe(dialectOf('dpvs-1.9.8')?.number)
  })
})

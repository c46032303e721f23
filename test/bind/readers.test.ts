import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { validate } from '../../src/validate/facade.ts'

const service = (line: string): string =>
  `virtual_server 10.0.0.1 80 {\n  delay_loop 6\n  quorum 1\n  ${line}\n  real_server 10.0.1.1 80 {\n    weight 1\n  }\n}\n`

/** Code and help of what is said about a line. */
const said = (target: string, line: string): readonly string[] =>
  validate(parse(service(line), { target })).flatMap(({ code, help, range }) =>
    range.start.line === 4 ? [`${code}: ${help}`] : [],
  )

describe('a word of another reader', () => {
  it.each([
    ['keepalived-2.4.3', 'establish_timeout 900', 'schema/other-reader: It is a keyword of DPVS.'],
    ['keepalived-2.4.3', 'syn_proxy', 'schema/other-reader: It is a keyword of the 1.2.2 LVS edition.'],
    ['lvs-1.2.2', 'establish_timeout 900', 'schema/other-reader: It is a keyword of DPVS.'],
    ['lvs-1.2.2', 'retry 3', 'schema/other-reader: It is a keyword of newer keepalived (since 1.3.7).'],
    ['dpvs-1.9', 'snmp_name web', 'schema/other-reader: It is a keyword of newer keepalived (since 2.2.3).'],
    ['dpvs-1.9', 'est_timeout 50', 'schema/other-reader: It is a keyword of the 1.2.2 LVS edition.'],
  ])('%s: %s', (target, line, expected) => {
    expect(said(target, line)).toEqual([expected])
  })
})

describe('versions of DPVS', () => {
  it.each([
    ['dpvs-1.9.7', 'quic', 'schema/too-new: It exists since 1.9.8.'],
    ['dpvs-1.8.1', 'retry 3', 'schema/too-new: It exists since 1.8.2.'],
    ['dpvs-1.9', 'nat_mask 255.255.255.0', 'schema/removed: It was removed after 1.7.8.'],
    ['dpvs-1.9', 'af ipv6', 'schema/removed: It was removed after 1.8.2.'],
  ])('%s: %s', (target, line, expected) => {
    expect(said(target, line)).toEqual([expected])
  })

  it.each(['quic', 'lb_kind FNAT', 'lb_algo conhash', 'protocol ICMPV6', 'mh-port', 'retry 3'])('1.9 knows %s', (line) => {
    expect(said('dpvs-1.9', line)).toEqual([])
  })

  it.each(['establish_timeout 3601', 'lb_algo twos', 'weight 65536', 'proxy_protocol v3', 'hash_target dip'])(
    '1.9 refuses %s',
    (line) => {
      expect(said('dpvs', line).map((text) => text.split(':')[0])).toEqual(['schema/bad-value'])
    },
  )
})

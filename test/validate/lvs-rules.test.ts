import { describe, expect, test } from 'vitest'
import { retryInTcpCheck } from '../../src/bind/mistakes.ts'
import { parse } from '../../src/config.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { CodeRow } from '../../src/diagnostics/finding.ts'
import { lineStarts } from '../../src/text/position.ts'
import { validate } from '../../src/validate/facade.ts'
import { LVS_RULES } from '../../src/validate/rules/lvs.ts'

const findings = (text: string, target = 'lvs-1.2.2'): readonly Diagnostic[] =>
  validate(parse(text, { target }), { rules: LVS_RULES })

const codes = (text: string): readonly string[] => findings(text).map(({ code }) => code)

/** `code line:column severity` of each finding. */
const places = (text: string): readonly string[] =>
  findings(text).map(({ code, range, severity }) => `${code} ${range.start.line}:${range.start.column} ${severity}`)

/** The text after all safe fixes. */
function fixed(text: string): string {
  const starts = lineStarts(text)
  const offset = ({ line, column }: { readonly line: number; readonly column: number }): number =>
    (starts[line - 1] as number) + column - 1
  const edits = findings(text)
    .flatMap(({ fixes }) => fixes.filter(({ safe }) => safe).flatMap((fix) => fix.edits))
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
  let result = text
  for (const { range, newText } of edits)
    result = result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end))
  return result
}

const server = (lines: string, port = 80): string => `    real_server 10.0.1.1 ${port} {\n${lines}    }\n`
const service = (settings: string, servers = server(''), head = '10.0.0.1 80'): string =>
  `virtual_server ${head} {\n    lb_algo rr\n    protocol TCP\n${settings}${servers}}\n`
const tcpCheck = '        TCP_CHECK {\n            connect_timeout 3\n        }\n'

const rows: readonly CodeRow[] = [...LVS_RULES, retryInTcpCheck]

/** What binding says about any setting that is written twice. */
const BESIDE: ReadonlySet<string> = new Set()

describe.each(rows.map((row) => [row.code, row] as const))('%s', (_code, row) => {
  test('the bad example has this finding and no other', () => {
    expect(codes(row.bad).filter((code) => !BESIDE.has(code))).toEqual([row.code])
  })
  test('the good example has none', () => {
    expect(findings(row.good)).toEqual([])
  })
  test('a safe fix removes it', () => {
    if (findings(row.bad)[0]?.fixes.some(({ safe }) => safe)) expect(findings(fixed(row.bad))).toEqual([])
  })
  test('its words are whole', () => {
    const [found] = findings(row.bad)
    for (const sentence of [found?.message, found?.consequence, found?.help])
      expect(sentence ?? 'none').not.toMatch(/undefined|^$/)
    // Ids of our working notes mean nothing to a user.
    expect(row.explanation).not.toMatch(/\b[RSL]\d\d/)
  })
})

test('codes are unique', () => {
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
})

describe('braces', () => {
  test('a brace on its own line is an error in a list, a warning elsewhere', () => {
    const group = 'virtual_server_group web\n{\n    10.0.0.1 80\n}\n'
    expect(places(group)).toEqual(['lvs/brace-own-line 2:1 error'])
    expect(places(service('', '    real_server 10.0.1.1 80\n    {\n    }\n'))).toEqual(['lvs/brace-own-line 5:5 warning'])
    expect(fixed(group)).toBe('virtual_server_group web {\n    10.0.0.1 80\n}\n')
  })
  test('with a comment between keyword and brace there is no fix', () => {
    const [found] = findings('virtual_server_group web # mine\n{\n    10.0.0.1 80\n}\n')
    expect([found?.code, found?.fixes]).toEqual(['lvs/brace-own-line', []])
  })
  test('a block on one line is one finding, at the first word', () => {
    const text = service('', '    real_server 10.0.1.1 80 { weight 1 }\n')
    expect(places(text)).toEqual(['lvs/words-after-brace 4:31 error'])
    expect(fixed(text)).toBe(service('', server('        weight 1\n')))
  })
  test('blocks in blocks on one line are one finding', () => {
    const text = service('', '    real_server 10.0.1.1 80 { TCP_CHECK { connect_timeout 3 } }\n')
    expect(places(text)).toEqual(['lvs/words-after-brace 4:31 error'])
    expect(fixed(text)).toBe(service('', server(tcpCheck)))
  })
  test('an empty block on one line', () => {
    expect(places(service('', '    real_server 10.0.1.1 80 { }\n'))).toEqual(['lvs/words-after-brace 4:31 error'])
  })
  test('comments behind braces are nothing', () => {
    expect(findings(service('', '    real_server 10.0.1.1 80 { # one\n    } # end\n'))).toEqual([])
  })
  test('a closing brace behind words, behind a brace, in front of words', () => {
    const behind = service('', '    real_server 10.0.1.1 80 {\n        weight 4 }\n')
    expect(places(behind)).toEqual(['lvs/close-not-alone 5:18 error'])
    expect(fixed(behind)).toBe(service('', server('        weight 4\n')))
    expect(places(`${service('', '    real_server 10.0.1.1 80 {\n').slice(0, -2)}}}\n`)).toEqual([
      'lvs/close-not-alone 5:1 error',
    ])
    const followed = service('', '    real_server 10.0.1.1 80 {\n    } real_server 10.0.1.2 80 {\n    }\n')
    expect(places(followed)).toEqual(['lvs/close-not-alone 5:5 error'])
    expect(codes(fixed(followed))).toEqual([])
  })
  test('a comment glued to a closing brace makes it another word', () => {
    const text = service('', '    real_server 10.0.1.1 80 {\n    }#end\n')
    expect(places(text)).toEqual(['lvs/close-not-alone 5:5 error'])
    expect(fixed(text)).toContain('    } #end\n')
  })
})

describe('text', () => {
  test('a comment sign inside quotes', () => {
    expect(places(service('    quorum_up "/bin/up # now"\n'))).toEqual(['lvs/comment-in-quotes 4:24 error'])
    expect(places(service('    quorum_up "!x"\n'))).toEqual(['lvs/comment-in-quotes 4:16 error'])
    expect(codes(service('    quorum_up "/bin/up a#b x!"\n'))).toEqual([])
    expect(places('global_defs {\n    router_id "a # b" "c # d"\n}\n').filter((place) => place.includes('quotes'))).toEqual([
      'lvs/comment-in-quotes 2:18 error',
    ])
  })
  test('the last line without its end', () => {
    expect(places('linkbeat_use_polling\n  linkbeat_use_polling')).toContain('lvs/no-final-newline 2:3 warning')
    const open = service('').slice(0, -2)
    for (const end of ['}', '  }', '} # end', '}\n# end', '}\n   ']) expect([end, codes(open + end)]).toEqual([end, []])
    expect(codes(service('').slice(0, -1))).toEqual([])
  })
})

describe('absent settings', () => {
  test('misspelt is not absent', () => {
    expect(codes(service('').replace('protocol', 'protocoll'))).toEqual(['schema/unknown-keyword'])
    expect(codes(service('').replace('lb_algo', 'lb_alog'))).toEqual(['schema/unknown-keyword'])
  })
  test('unreadable is not absent', () => {
    expect(codes(service('').replace('protocol TCP', 'protocol tcp'))).toEqual(['schema/bad-value'])
  })
  test('lvs_sched is lb_algo', () => {
    expect(codes(service('').replace('lb_algo', 'lvs_sched'))).toEqual([])
  })
  test('firewall marks need no protocol, alone and in groups', () => {
    const marks = 'virtual_server_group m {\n    fwmark 7\n}\n'
    const use = (head: string): string => service('', undefined, head).replace('    protocol TCP\n', '')
    expect(codes(use('fwmark 5'))).toEqual([])
    expect(codes(marks + use('group m'))).toEqual([])
    expect(places(use('10.0.0.1 80'))).toEqual(['lvs/no-protocol 1:1 warning'])
  })
  test('SMTP_CHECK has a timeout of its own', () => {
    expect(codes(service('', server('        SMTP_CHECK {\n        }\n')))).toEqual([])
    expect(
      places(service('', server('        SSL_GET {\n            url {\n                path /\n            }\n        }\n'))),
    ).toEqual(['lvs/connect-timeout-absent 5:9 warning'])
  })
})

describe('services', () => {
  const laddr = 'local_address_group l1 {\n    10.0.9.1\n}\n'
  test('a misspelt group of local addresses', () => {
    const text = laddr + service('    lb_kind FNAT\n    laddr_group_name l2\n')
    expect(places(text)).toEqual(['lvs/undefined-laddr-group 8:22 error'])
    const [found] = findings(text)
    expect([found?.effect, found?.help, found?.related[0]?.range.start.line]).toEqual(['outage', 'Did you mean `l1`?', 1])
  })
  test('without FNAT the name is not looked up', () => {
    for (const kind of ['', '    lb_kind DR\n']) {
      expect(codes(service(`${kind}    laddr_group_name nowhere\n`))).toEqual(['lvs/laddr-without-fnat'])
    }
  })
  test('a group may stand in a file that was not included', () => {
    expect(codes(`include other.conf\n${service('', undefined, 'group web')}`)).not.toContain('lvs/undefined-server-group')
  })
  test('the name of an undefined server group', () => {
    expect(places(service('', undefined, 'group web'))).toEqual(['lvs/undefined-server-group 1:22 error'])
  })
  test('firewall marks in a group and FNAT', () => {
    const text = `${laddr}virtual_server_group m {\n    fwmark 7\n}\n${service('    lb_kind FNAT\n    laddr_group_name l1\n', undefined, 'group m')}`
    expect(codes(text)).toEqual(['lvs/fnat-with-fwmark'])
  })
  test('the SYN proxy with UDP', () => {
    expect(codes(service('    syn_proxy\n').replace('TCP', 'UDP'))).toEqual(['lvs/syn-proxy-without-effect'])
  })
  test('both timeouts', () => {
    expect(places(service('    persistence_timeout 10000\n    est_timeout 100000\n'))).toEqual([
      'lvs/timeout-too-long 4:5 error',
      'lvs/timeout-too-long 5:5 error',
    ])
    expect(codes(service('    persistence_timeout 9999\n    est_timeout 99999\n'))).toEqual([])
  })
  test('duplicates: the later ones, with the first', () => {
    const three = service('') + service('') + service('')
    expect(places(three)).toEqual(['lvs/duplicate-virtual-server 7:1 error', 'lvs/duplicate-virtual-server 13:1 error'])
    expect(findings(three).map(({ related }) => related[0]?.range.start.line)).toEqual([1, 1])
    expect(codes(service('') + service('').replace('TCP', 'UDP'))).toEqual([])
    const group = 'virtual_server_group dns {\n    10.0.0.1 53\n}\n'
    const dns = service('', undefined, 'group dns')
    expect(codes(group + dns + dns.replace('TCP', 'UDP'))).toEqual([])
    expect(codes(group + dns + dns)).toEqual(['lvs/duplicate-virtual-server'])
    const marked = service('', undefined, 'fwmark 5')
    expect(codes(marked + marked)).toEqual(['lvs/duplicate-virtual-server'])
  })
  test('duplicates among many real servers', () => {
    const many = Array.from({ length: 40 }, (_, i) => server('').replace('10.0.1.1', `10.0.1.${i}`)).join('')
    expect(codes(service('', many))).toEqual([])
    expect(places(service('', many + server('')))).toEqual(['lvs/duplicate-real-server 84:5 error'])
  })
  test('ports with DR and TUN', () => {
    expect(places(service('    lb_kind TUN\n', server('', 8080)))).toEqual(['lvs/port-rewrite 5:26 warning'])
    expect(codes(service('    lb_kind NAT\n', server('', 8080)))).toEqual([])
    expect(codes(service('', server('', 8080)))).toEqual([])
  })
  test('entries of groups', () => {
    const entry = (word: string): readonly string[] => places(`local_address_group l1 {\n    ${word}\n}\n`)
    for (const word of ['10.0.9.5-255', '10.0.9.5-4', '10.0.9.5-0', '10.0.9.0/24']) {
      expect([word, entry(word)]).toEqual([word, ['lvs/laddr-range 2:5 error']])
    }
    for (const word of ['10.0.9.5-5', '10.0.9.5-254', '10.0.9.5', 'fd00::1']) expect([word, entry(word)]).toEqual([word, []])
  })
})

describe('order and quorum', () => {
  test('hysteresis 0 may stand anywhere', () => {
    expect(codes(service('    hysteresis 0\n    quorum 1\n'))).toEqual([])
    expect(places(service('    hysteresis 1\n    quorum 2\n', server('        weight 5\n')))).toEqual(['lvs/order 4:5 warning'])
  })
  test('alpha below a real server that has a checker', () => {
    expect(places(service('', `${server(tcpCheck)}    alpha\n`))).toEqual(['lvs/order 4:5 warning'])
    expect(codes(service('    alpha\n', server(tcpCheck)))).toEqual([])
    expect(codes(service('', `${server('')}    alpha\n`))).toEqual(['lvs/alpha-without-checker'])
  })
  test('a script that is defined below its use', () => {
    const script = 'vrrp_script up {\n    script "/bin/true"\n}\n'
    const instance =
      'vrrp_instance A {\n    interface eth0\n    virtual_router_id 5\n    priority 100\n    track_script {\n        up\n    }\n}\n'
    expect(places(instance + script)).toEqual(['lvs/order 6:9 warning'])
    expect(codes(script + instance)).toEqual([])
    expect(places(instance.replace('up', 'up weight 5') + script)).toEqual(['lvs/order 6:9 warning'])
  })
  test('a hysteresis that is not used does not count for the quorum', () => {
    expect(codes(service('    quorum 1\n    hysteresis 1\n'))).not.toContain('lvs/quorum-unreachable')
  })
  test('omega with something to run', () => {
    expect(codes(service('    omega\n', server('        notify_down "/bin/true"\n')))).toEqual([])
    expect(codes(service('    alpha\n    omega\n', server(tcpCheck)))).toEqual([])
  })
})

describe('retries in TCP_CHECK', () => {
  const text = (word: string): string =>
    service('', server(`        TCP_CHECK {\n            connect_timeout 3\n            ${word} 3\n        }\n`))
  test.each(['nb_get_retry', 'delay_before_retry', 'retry', 'nb_sock_retry'])('%s', (word) => {
    expect(places(text(word))).toEqual(['lvs/retry-in-tcp-check 7:13 warning'])
  })
  test('keepalived keeps its own words for it: there the configuration test fails', () => {
    const found = findings(text('nb_sock_retry'), 'keepalived-2.4.3').map(({ code }) => code)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((code) => code.startsWith('lvs/'))).toEqual([])
  })
})

test('vip_bind_dev on a firewall mark', () => {
  const text = service('    vip_bind_dev eth0\n', undefined, 'fwmark 5')
  expect(places(text)).toEqual(['lvs/vip-bind-dev 4:5 warning'])
})

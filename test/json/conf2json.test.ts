import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { conf2json, conf2jsonText } from '../../src/json/conf2json.ts'
import { unroll } from '../../src/json/groups.ts'
import { layout } from '../../src/json/layout.ts'
import { toJSON } from '../../src/json/to-json.ts'
import type { JsonObject } from '../../src/json/value.ts'
import { fixture, ofFiles } from './sources.ts'

const example = () =>
  ofFiles({ 'lvs.conf': fixture('lvs.conf'), 'vip/10.13.0.2-53.conf': fixture('vip/10.13.0.2-53.conf') }, { target: 'lvs-1.2.2' })

const services = (text: string, target = 'lvs-1.2.2'): readonly JsonObject[] =>
  conf2json(parse(text, { target })).virtual_server as readonly JsonObject[]

const only = (text: string, target?: string): JsonObject => services(text, target)[0] as JsonObject

const server = (text: string, target?: string): JsonObject =>
  (only(`virtual_server 10.0.0.1 80 {\n${text}}\n`, target).real_server as readonly JsonObject[])[0] as JsonObject

/** The sixteen keys that readers of the original take for granted. */
const ALWAYS =
  'vip vport lb_algo lb_kind persistence_timeout delay_loop est_timeout fin_timeout protocol alpha omega syn_proxy quorum ha_suspend laddr_group_name real_server'.split(
    ' ',
  )

describe('conf2json', () => {
  it('prints the worked example, byte for byte', () => {
    expect(conf2jsonText(example())).toBe(fixture('conf2json.json'))
  })

  it('gives the same as a value', () => {
    expect(toJSON(example(), { form: 'conf2json' })).toEqual(JSON.parse(fixture('conf2json.json')))
  })

  it('has the sixteen keys whatever the file says', () => {
    for (const text of ['virtual_server 10.0.0.1 80 {\n}\n', 'virtual_server {\n}\n', 'virtual_server group g {\n}\n']) {
      for (const key of ALWAYS) expect(only(text), text).toHaveProperty(key)
    }
  })

  it('is JSON after every line with "weight" is deleted', () => {
    const text = `vrrp_script s {\n  script "/bin/true weight"\n  weight 5\n}\nvirtual_server 10.0.0.1 80 {\n  virtualhost weight\n  quorum_up "weight"\n  real_server 10.0.0.2 80 {\n    weight 5\n    MISC_CHECK {\n      misc_path "/bin/weight"\n    }\n  }\n}\n`
    const written = conf2jsonText(parse(text, { target: 'lvs-1.2.2' }))
    const kept = written.split('\n').filter((line) => !line.includes('weight'))
    const value = JSON.parse(kept.join('\n'))
    expect(value.virtual_server[0].virtualhost).toBe('weight')
    expect(value.virtual_server[0].real_server[0]).not.toHaveProperty('weight')
    expect(JSON.parse(written)).toEqual(conf2json(parse(text, { target: 'lvs-1.2.2' })))
  })

  it.each([
    { a: 1, weight: 2 },
    { weight: 1 },
    { weight: 1, fooweight: 2 },
    { a: 1, weight: 1, fooweight: 2 },
    { weight: { a: 1 } },
    { a: ['weight', 'b'], 'weight"': 1 },
  ])('never ends an object with a line that goes: %j', (value) => {
    const text = layout({ before: 1, value, after: 2 })
    expect(JSON.parse(text)).toEqual({ before: 1, value, after: 2 })
    const kept = text.split('\n').filter((line) => !line.includes('weight'))
    expect(() => JSON.parse(kept.join('\n'))).not.toThrow()
  })

  it('says what the author meant, not what 1.2.2 reads', () => {
    const text =
      'virtual_server 10.0.0.1 80x{\n  protocol tcp\n  lb_algo wlc\n  lb_algo rr\n  lb_kind fnat\n  persistence_timeout 50s\n  quorum x\n  real_server 10.0.0.2 {\n    weight 3x\n  }\n}\n'
    expect(only(text)).toMatchObject({
      vip: '10.0.0.1',
      vport: 80,
      protocol: 'TCP',
      lb_algo: 'rr',
      lb_kind: 'FNAT',
      persistence_timeout: 50,
      quorum: 0,
      real_server: [{ rip: '10.0.0.2', rport: 0, weight: 3 }],
    })
  })

  it('takes the last sorry_server, also a bad one', () => {
    expect(only('virtual_server 10.0.0.1 80 {\n  sorry_server 10.0.0.9 80x\n}\n').sorry_server).toEqual({
      rip: '10.0.0.9',
      rport: 80,
    })
    expect(only('virtual_server 10.0.0.1 80 {\n}\n').sorry_server).toBeNull()
  })

  it('fills in what checkers take from the server', () => {
    expect(
      server(
        '  real_server 10.0.0.2 8080 {\n    TCP_CHECK {\n    }\n    SMTP_CHECK {\n    }\n    MISC_CHECK {\n      misc_path "a   b"\n    }\n  }\n',
      ),
    ).toMatchObject({
      TCP_CHECK: [{ connect_port: 8080, bindto: '', connect_timeout: 0 }],
      SMTP_CHECK: [{ helo_name: 'smtpchecker.keepalived.org', host: [{ connect_ip: '10.0.0.2', connect_port: 25, bindto: '' }] }],
      MISC_CHECK: [{ misc_path: 'a b', misc_timeout: 60, misc_dynamic: 0 }],
    })
  })

  it('keeps every service, wherever a brace has put it', () => {
    const text =
      'unknown {\n  virtual_server 10.0.0.1 80 {\n    real_server 10.1.0.1 80 {\n    }\n  }\n}\nvirtual_server 10.0.0.2 80 {\n}\n'
    expect(
      services(text)
        .map(({ vip }) => vip)
        .toSorted(),
    ).toEqual(['10.0.0.1', '10.0.0.2'])
  })

  it('leaves out what is for another machine, when it knows for which one it is asked', () => {
    const text = '@a virtual_server 10.0.0.1 80 {\n}\n@b virtual_server 10.0.0.2 80 {\n}\n'
    const vips = (configId?: string): readonly unknown[] => {
      const config = parse(text, { target: '2.4.3', ...(configId === undefined ? {} : { configId }) })
      return (conf2json(config).virtual_server as readonly JsonObject[]).map(({ vip }) => vip)
    }
    expect(vips('a')).toEqual(['10.0.0.1'])
    expect(vips('b')).toEqual(['10.0.0.2'])
    expect(vips()).toEqual(['10.0.0.1', '10.0.0.2'])
  })

  it('shows a service by group or mark as written, or one an address', () => {
    const text =
      'virtual_server_group g {\n  10.0.0.1-3 80\n  fwmark 7\n}\nvirtual_server group g {\n  lb_algo rr\n}\nvirtual_server fwmark 5 {\n}\n'
    expect(services(text)).toMatchObject([
      { vip: '', vport: 0, group: 'g' },
      { vip: '', vport: 0, fwmark: 5 },
    ])
    const expanded = conf2json(parse(text, { target: 'lvs-1.2.2' }), { expandGroups: true }).virtual_server
    expect(expanded).toMatchObject([
      { vip: '10.0.0.1', vport: 80, lb_algo: 'rr' },
      { vip: '10.0.0.2', vport: 80 },
      { vip: '10.0.0.3', vport: 80 },
      { vip: '', vport: 0, fwmark: 7 },
      { fwmark: 5 },
    ])
  })

  it.each([
    ['10.0.0.1', ['10.0.0.1']],
    ['10.0.0.254-255', ['10.0.0.254', '10.0.0.255']],
    ['10.0.0.255-10.0.1.1', ['10.0.0.255', '10.0.1.0', '10.0.1.1']],
    ['2001:db8::fe-100', ['2001:db8::fe', '2001:db8::ff', '2001:db8::100']],
    ['10.0.0.9-3', ['10.0.0.9-3']],
    ['0.0.0.0-255.255.255.255', ['0.0.0.0-255.255.255.255']],
    ['x-y', ['x-y']],
  ])('unrolls %s', (range, addresses) => {
    expect(unroll(range)).toEqual(addresses)
  })

  it('reads files of newer versions', () => {
    const text =
      'virtual_server 10.0.0.1 80 {\n  lb_algo rr\n  lb_kind TUN type gue port 6080\n  protocol SCTP\n  sorry_server 10.0.0.9\n  delay_loop 2.5\n  real_server 10.0.0.2 80 {\n    weight 2\n    UDP_CHECK {\n      retry 2\n    }\n    HTTP_GET {\n      retry 5\n      url {\n        path /\n        status_code 200-299\n      }\n    }\n  }\n}\nvrrp_instance A {\n  priority 100\n}\n'
    const value = conf2json(parse(text, { target: '2.4.3' }))
    expect(value).toMatchObject({
      vrrp_instance: [{ name: 'A', priority: 100 }],
      virtual_server: [
        {
          lb_kind: 'TUN',
          protocol: 'SCTP',
          sorry_server: { rip: '10.0.0.9', rport: 0 },
          delay_loop: 2.5,
          real_server: [
            {
              weight: 2,
              UDP_CHECK: [{ retry: 2 }],
              HTTP_GET: [{ connect_port: 80, nb_get_retry: 5, url: [{ path: '/', status_code: '200-299' }] }],
            },
          ],
        },
      ],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { diff } from '../../src/diff/diff.ts'
import { RELOAD_FACTS } from '../../src/diff/reload-facts.ts'
import { SCHEMAS } from '../../src/schema/registry.ts'

const effects = (old: string, fresh: string, target: string): readonly (string | undefined)[] =>
  diff(parse(old, { target }), parse(fresh, { target })).map(({ reload }) => reload?.effect)

describe('facts', () => {
  it('are about keywords of their lineages', () => {
    const wrong = RELOAD_FACTS.flatMap(({ lineages, places }) =>
      lineages.flatMap((lineage) =>
        places
          .filter((place) => {
            const slash = place.lastIndexOf('/')
            const [path, keyword] = [place.slice(0, Math.max(0, slash)), place.slice(slash + 1)]
            return !SCHEMAS[lineage].rows.some((row) => row.keyword === keyword && path in row.in)
          })
          .map((place) => `${lineage} ${place}`),
      ),
    )
    expect(wrong).toEqual([])
  })
})

describe('a difference says what a reload makes of it', () => {
  it('one that refuses the reload, from the version on that refuses it', () => {
    const defs = (setting: string): string => `global_defs {\n${setting}\n}\n`
    expect(effects('net_namespace a\n', 'net_namespace b\n', '2.2.7')).toEqual(['refused'])
    expect(effects(defs(''), defs('disable_local_igmp'), '2.2.7')).toEqual(['refused'])
    expect(effects(defs('nftables a'), defs('nftables b'), '2.0.19')).toEqual(['refused'])
    expect(effects('net_namespace_ipvs a\n', 'net_namespace_ipvs b\n', '2.1.5')).toEqual([undefined])
  })

  it('one that makes another instance of it, and one that waits for the next start', () => {
    const instance = (setting: string): string => `vrrp_instance A {\n${setting}\n}\n`
    expect(effects(instance('virtual_router_id 1'), instance('virtual_router_id 2'), '2.2.7')).toEqual(['rebuilt'])
    expect(effects(instance('state MASTER'), instance('state BACKUP'), '2.2.7')).toEqual(['not-applied'])
    expect(effects(instance('priority 1'), instance('priority 2'), '2.2.7')).toEqual([undefined])
  })

  it('one that rebuilds a service of the LVS edition, and only there', () => {
    const service = (algorithm: string): string => `virtual_server 10.0.0.1 80 {\nlb_algo ${algorithm}\n}\n`
    expect(effects(service('rr'), service('wrr'), 'lvs-1.2.2')).toEqual(['rebuilt'])
    expect(effects(service('rr'), service('wrr'), '2.4.3')).toEqual([undefined])
  })

  it('one that kills it: a group is gone that a service names', () => {
    const group = 'local_address_group g {\n10.0.9.1\n}\n'
    const service = 'virtual_server 10.0.0.1 80 {\nlb_kind FNAT\nladdr_group_name g\n}\n'
    expect(effects(group + service, service, 'lvs-1.2.2')).toEqual(['crash'])
    expect(effects(group, '', 'lvs-1.2.2')).toEqual([undefined])
  })
})

import type { Lineage } from '../schema/row.ts'

/**
 * - `refused`: the whole reload is refused, the old configuration stays
 * - `not-applied`: the reload goes on without this change
 * - `rebuilt`: what runs is taken down and set up anew: connections are lost
 * - `crash`: the process dies
 */
export type ReloadEffect = 'refused' | 'not-applied' | 'rebuilt' | 'crash'

/** What a reload makes of a change. A place without a row is applied, as far as is known. */
export interface ReloadFact {
  readonly lineages: readonly Lineage[]
  /** First version of keepalived that behaves so; DPVS has that of its base. */
  readonly since?: string
  /** Keywords from the top level on. */
  readonly places: readonly string[]
  readonly effect: ReloadEffect
  readonly text: string
  /** Only when the block is removed while this setting of these blocks still names it. */
  readonly named?: { readonly by: string; readonly as: string }
  /** The function that behaves so. */
  readonly upstream: string
}

const globals = (...keywords: readonly string[]): readonly string[] => keywords.map((keyword) => `global_defs/${keyword}`)

const RESTART = 'the whole reload is refused, also its other changes: keepalived must be restarted'

/** Settings by which the LVS edition tells one service from another, besides its address. */
const OF_A_SERVICE = [
  'lb_kind',
  'lb_algo',
  'nat_mask',
  'persistence_granularity',
  'persistence_timeout',
  'est_timeout',
  'syn_proxy',
  'laddr_group_name',
  'protocol',
].map((keyword) => `virtual_server/${keyword}`)

export const RELOAD_FACTS: readonly ReloadFact[] = [
  {
    lineages: ['keepalived', 'dpvs'],
    since: '1.3.0',
    places: ['net_namespace', 'instance'],
    effect: 'refused',
    text: RESTART,
    upstream: 'main.c reload_config',
  },
  {
    lineages: ['keepalived'],
    since: '2.0.11',
    places: globals('nftables'),
    effect: 'refused',
    text: RESTART,
    upstream: 'main.c reload_config, for the name of the table',
  },
  {
    lineages: ['keepalived'],
    since: '2.2.0',
    places: globals('tmp_config_directory', 'disable_local_igmp'),
    effect: 'refused',
    text: RESTART,
    upstream: 'main.c reload_config',
  },
  {
    lineages: ['keepalived'],
    since: '2.2.2',
    places: globals('nftables_ipvs'),
    effect: 'refused',
    text: RESTART,
    upstream: 'main.c reload_config, for the name of the table',
  },
  {
    lineages: ['keepalived'],
    since: '2.2.5',
    places: ['net_namespace_ipvs'],
    effect: 'refused',
    text: RESTART,
    upstream: 'main.c reload_config',
  },
  {
    lineages: ['keepalived', 'dpvs'],
    places: ['use_pid_dir'],
    effect: 'not-applied',
    text: 'the place of the pid files is chosen at the start only',
    upstream: 'global_parser.c use_pid_dir_handler',
  },
  {
    lineages: ['keepalived'],
    places: globals('startup_script', 'startup_script_timeout'),
    effect: 'not-applied',
    text: 'the script runs at the start only',
    upstream: 'main.c reload_config',
  },
  {
    lineages: ['keepalived', 'dpvs'],
    places: ['vrrp_instance/state'],
    effect: 'not-applied',
    text: 'an instance that runs keeps its state; the setting counts at the start only',
    upstream: 'vrrp.c vrrp_complete_init',
  },
  {
    lineages: ['keepalived', 'dpvs'],
    since: '1.3.0',
    places: ['virtual_router_id', 'interface', 'use_vmac'].map((keyword) => `vrrp_instance/${keyword}`),
    effect: 'rebuilt',
    text: 'to a reload it is another instance, whatever its name: the old one gives up its addresses, the new one starts as configured',
    upstream: 'vrrp.c vrrp_exist',
  },
  {
    lineages: ['keepalived', 'dpvs'],
    places: ['virtual_server/protocol'],
    effect: 'rebuilt',
    text: 'to a reload it is another service: the old one is deleted with its connections',
    upstream: 'ipwrapper.c vs_iseq',
  },
  {
    lineages: ['lvs'],
    places: OF_A_SERVICE,
    effect: 'rebuilt',
    text: 'the service is deleted and created anew: its connections are lost',
    upstream: 'ipwrapper.c clear_diff_services, VS_ISEQ',
  },
  {
    lineages: ['lvs'],
    places: ['virtual_server/real_server/weight'],
    effect: 'rebuilt',
    text: 'real servers are told apart by address, port and weight: this one is removed and added again',
    upstream: 'ipwrapper.c clear_diff_rs, RS_ISEQ',
  },
  {
    lineages: ['lvs'],
    places: ['local_address_group'],
    named: { by: 'virtual_server', as: 'laddr_group_name' },
    effect: 'crash',
    text: 'a service still names the group: the health checker dies at the reload',
    upstream: 'ipwrapper.c clear_laddr_group',
  },
]

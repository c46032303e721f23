/** The readings of one run, in their order. Each acts on its own blocks and skips those of the others. */
export type Pass = 'global' | 'checker' | 'vrrp' | 'bfd'

export const PASSES: readonly Pass[] = ['global', 'checker', 'vrrp', 'bfd']

const VRRP: readonly Pass[] = ['vrrp']
const CHECKER: readonly Pass[] = ['checker']
const EVERY_CHILD: readonly Pass[] = ['checker', 'vrrp', 'bfd']

/** Keywords of the top level that are not read by the global pass. */
const READ_BY: Readonly<Record<string, readonly Pass[]>> = {
  SSL: CHECKER,
  virtual_server: CHECKER,
  virtual_server_group: CHECKER,
  bfd_instance: EVERY_CHILD,
  track_file: ['checker', 'vrrp'],
  vrrp_track_file: VRRP,
  vrrp_instance: VRRP,
  vrrp_sync_group: VRRP,
  vrrp_script: VRRP,
  vrrp_track_process: VRRP,
  track_group: VRRP,
  static_ipaddress: VRRP,
  static_routes: VRRP,
  static_rules: VRRP,
  garp_group: VRRP,
  interface_up_down_delays: VRRP,
  linkbeat_interfaces: VRRP,
}

const GLOBAL: readonly Pass[] = ['global']

/** The passes that act on a keyword of the top level. */
export const passesOf = (keyword: string): readonly Pass[] =>
  (Object.hasOwn(READ_BY, keyword) ? READ_BY[keyword] : undefined) ?? GLOBAL

/**
 * What the keyword table does not say about sameness. The words of its header identify a block; what follows is the rest, by the keys of the model
 * (and of conf2json, which has the same names).
 */

/** Settings that belong to the name of a block: one address may serve TCP and UDP. */
export const NAMED_BY: Readonly<Record<string, readonly string[]>> = { virtual_server: ['protocol'] }

/** Blocks without a header, and entries, by the settings that tell one from another where there are several. */
export const TOLD_APART_BY: Readonly<Record<string, readonly string[]>> = {
  url: ['path'],
  host: ['connect_ip', 'connect_port'],
  TCP_CHECK: ['connect_ip', 'connect_port'],
  HTTP_GET: ['connect_ip', 'connect_port'],
  SSL_GET: ['connect_ip', 'connect_port'],
  SMTP_CHECK: ['connect_ip', 'connect_port'],
  UDP_CHECK: ['connect_ip', 'connect_port'],
  DNS_CHECK: ['name', 'connect_ip', 'connect_port'],
  MISC_CHECK: ['misc_path'],
  BFD_CHECK: ['name'],
  FILE_CHECK: ['track_file'],
  key: ['id'],
}

/** Lists whose order means something, and what. Of all others only the content counts. */
export const ORDERED: Readonly<Record<string, string>> = {
  virtual_ipaddress: 'the first address decides the family, and of a network the first one added is the primary address',
  virtual_routes: 'routes are added in this order, and one may need another',
  static_routes: 'routes are added in this order, and one may need another',
  virtual_rules: 'rules without a preference take their place by this order',
  static_rules: 'rules without a preference take their place by this order',
}

/** Settings of a service with commands in which its address stands. */
export const COMMANDS_WITH_VIP: readonly string[] = ['quorum_up', 'quorum_down']

/**
 * What tells elements of a list apart besides the words of their header, by the keys of the model: what an edit leaves alone and what a diff pairs depends
 * on it.
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

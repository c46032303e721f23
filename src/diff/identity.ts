/**
 * What the keyword table does not say about sameness. The words of its header identify a block; what follows is the rest, by the keys of the model
 * (and of conf2json, which has the same names).
 */

export { NAMED_BY, TOLD_APART_BY } from '../schema/identity.ts'

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

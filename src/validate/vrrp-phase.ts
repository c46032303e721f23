import type { MutableBlock } from '../bind/model.ts'
import type { InterfaceFact } from '../facts/facts.ts'
import { interfacesOf } from './machine.ts'
import type { Reading } from './rule.ts'
import { type TypedWord, typedWords } from './typed-words.ts'

/** Interfaces may be missing when keepalived starts: `dynamic_interfaces`. */
export const isDynamic = ({ global_defs: defs }: MutableBlock): boolean =>
  (defs as MutableBlock | undefined)?.dynamic_interfaces !== undefined

/** How an interface is looked up: in the lists of these keywords a missing one is no reason to stop. */
const LISTS: ReadonlySet<string> = new Set(['linkbeat_interfaces', 'interface_up_down_delays'])

export const isOfList = ({ context: { path } }: TypedWord): boolean => LISTS.has(path)

/** The VRF of a route must be there in any case, and is no reason to stop. */
export const isVrfOfRoute = ({ arg, context }: TypedWord): boolean => arg.name === 'vrf' && context.lines

/** The words that name an interface which does not exist; none where that is not known. */
export function* missingInterfaces(
  subject: Reading,
  known: ReadonlyMap<string, InterfaceFact> | undefined = interfacesOf(subject),
): Generator<TypedWord> {
  if (known === undefined) return
  for (const word of typedWords(subject, ['interface'])) {
    if (word.arg.unresolved !== true && !known.has(word.value)) yield word
  }
}

/**
 * Whether `-t` skips everything that it does behind the last line of the VRRP part: an interface that is named does not exist, and
 * `dynamic_interfaces` is not set (`non_existent_interface_specified` in start_vrrp). Findings of that phase are then not reported. Without facts
 * about interfaces nothing is known to be missing.
 */
export function skipsValidation(subject: Reading): boolean {
  if (isDynamic(subject.model)) return false
  const known = interfacesOf(subject)
  if (known === undefined) return false
  for (const word of missingInterfaces(subject, known)) if (!isOfList(word) && !isVrfOfRoute(word)) return true
  return staticWithoutDevice(subject) && !known.has(defaultInterface(subject.model))
}

/** The interface of static addresses that name none. */
export const defaultInterface = ({ global_defs: defs }: MutableBlock): string => {
  const name = (defs as MutableBlock | undefined)?.default_interface
  return typeof name === 'string' ? name : 'eth0'
}

const staticWithoutDevice = ({ model }: Reading): boolean =>
  Array.isArray(model.static_ipaddress) && model.static_ipaddress.some((one) => isDeviceless(one))

/** An address alone, or with options but `dev`. */
export const isDeviceless = (entry: unknown): boolean =>
  typeof entry === 'string' || (typeof entry === 'object' && entry !== null && !('dev' in entry))

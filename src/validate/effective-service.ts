import type { MutableBlock } from '../bind/model.ts'
import { sameAddress } from '../schema/addresses.ts'
import type { ServerGroup } from './groups.ts'
import { isWritten, numberOf, textOf } from './look.ts'
import { isMeant } from './service.ts'

export type AddressFamily = 'inet' | 'inet6'

/** A real server, or the sorry server, as its service has it when its block closes. */
export interface EffectiveServer {
  /** The block of the real server, the value of `sorry_server`. */
  readonly block: MutableBlock
  readonly address: string
  /** 0 without one. */
  readonly port: number
  readonly family: AddressFamily
  /** Its own forwarding method, or that of the service; undefined where neither is set, `?` where one cannot be read. */
  readonly method: string | undefined
}

/** A virtual server of keepalived or DPVS, with what its lines mean together. One whose header cannot be read is skipped, and is not here. */
export interface EffectiveService {
  readonly block: MutableBlock
  readonly kind: 'address' | 'fwmark' | 'group'
  /** Of an address; 0 without one. */
  readonly port: number
  readonly family: AddressFamily | undefined
  /** The group as it is kept; undefined for one that is not defined, and for other kinds. */
  readonly group: ServerGroup | undefined
  readonly method: string | undefined
  /** Servers that stay: those of a wrong family are gone. */
  readonly servers: readonly EffectiveServer[]
  /** Those of them that are no duplicates of earlier ones. */
  readonly distinct: readonly EffectiveServer[]
  /** The weights of distinct servers together; undefined where one of them cannot be read. */
  readonly weight: number | undefined
  readonly wrongFamily: readonly EffectiveServer[]
  readonly sorry: EffectiveServer | undefined
  /** The sorry server is dropped because of its family. */
  readonly wrongSorry: EffectiveServer | undefined
  /** Lines `ip_family` that contradict what is known by then. */
  readonly familyConflicts: readonly { readonly file: number; readonly row: number }[]
  /** Something in it cannot be read, so that what it lacks may be there. */
  readonly isOpen: boolean
  /** keepalived looks at it after reading: it has a server, and its group exists and has the right family. */
  readonly isValidated: boolean
}

/** How messages name a service: `10.0.0.1 80`. */
export function nameOf({ block: { group, fwmark, address, port } }: EffectiveService): string {
  if (group !== undefined) return `group ${group}`
  if (fwmark !== undefined) return `fwmark ${fwmark}`
  return port === undefined ? `${address}` : `${address} ${port}`
}

/** One server twice: the same address, however it is spelled, and the same port as written. An omitted one is not the port of the service yet. */
export const isSame = (a: EffectiveServer, b: EffectiveServer): boolean =>
  a.port === b.port &&
  (a.address === b.address ||
    (a.family === 'inet6' &&
      b.family === 'inet6' &&
      mayBeSame(a.address, b.address) &&
      sameAddress(a.address) === sameAddress(b.address)))

/** Addresses that end in different digits are different, but for those with a dotted ending. */
function mayBeSame(a: string, b: string): boolean {
  const last = a.charAt(a.length - 1)
  const other = b.charAt(b.length - 1)
  return last === other || !DIGIT.test(last) || !DIGIT.test(other) || a.includes('.') || b.includes('.')
}

/** Of the digits that have one spelling. */
const DIGIT = /[0-9]/

/** The same for the same server. */
export const serverKey = ({ address, port }: EffectiveServer): string => `${sameAddress(address)} ${port}`

/** Forwarding methods that write another address into the packet, so that ports and (with DPVS) families may differ. */
export const NAT_METHODS: ReadonlySet<string> = new Set(['NAT', 'FNAT', 'SNAT'])

export const familyOf = (address: string): AddressFamily => (address.includes(':') ? 'inet6' : 'inet')

/** The forwarding method that a keyword sets; `?` where the line is there but cannot be read. */
export function methodIn(block: MutableBlock, key: string): string | undefined {
  const value = block[key]
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) return textOf(value as MutableBlock, 'method')
  return isMeant(block, key) || (key === 'lb_kind' && isMeant(block, 'lvs_method')) ? '?' : undefined
}

/** The weights of servers of a service together; undefined when one of them cannot be read. */
export function totalWeight(service: MutableBlock, servers: readonly EffectiveServer[]): number | undefined {
  const own = numberOf(service, 'weight')
  if (own === undefined && isWritten(service, 'weight')) return undefined
  let total = 0
  for (const { block } of servers) {
    const weight = numberOf(block, 'weight')
    if (weight === undefined && isWritten(block, 'weight')) return undefined
    total += weight ?? own ?? 1
  }
  return total
}

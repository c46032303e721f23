import type { MutableBlock, UnknownStatement } from '../bind/model.ts'
import { isIpv6 } from '../schema/addresses.ts'
import type { Dialect } from '../schema/dialects.ts'
import { versionNumber } from '../schema/version.ts'
import { blockOf, blocks, isWritten, numberOf, textOf } from './look.ts'

export type Family = 4 | 6

/** A `vrrp_instance` as keepalived sees it once the whole file is read: defaults filled in, what is dropped left out. */
export interface Instance {
  readonly block: MutableBlock
  readonly name: string
  /** False when lines of it may or may not count: nothing is to be said about what they might set. */
  readonly isCertain: boolean
  readonly family: Family
  readonly version: number
  /** `version` as written, if it was not refused. */
  readonly acceptedVersion: number | undefined
  readonly strict: boolean
  readonly priority: number
  /** `state` as written. */
  readonly stated: string | undefined
  /** It wants to start as master; `isOwner`: its priority is 255. */
  readonly isMaster: boolean
  readonly isOwner: boolean
  /** Undefined also for a loopback interface, which counts as none. */
  readonly interface: string | undefined
  /** A unicast keyword is used; `isUnicast`: and there are peers. */
  readonly hasUnicastKeyword: boolean
  readonly isUnicast: boolean
  readonly peers: readonly MutableBlock[]
  /** Configured source address, of the right family. */
  readonly source: string | undefined
  readonly addresses: readonly MutableBlock[]
  readonly excluded: readonly MutableBlock[]
  readonly hasVmac: boolean
  readonly hasIpvlan: boolean
  /** Adverts leave on the interface below: asked for, or set because of unicast. */
  readonly sendsOnBase: boolean
  /** As written; `keepsNopreempt`: and nothing takes it away again. */
  readonly nopreempt: boolean
  readonly keepsNopreempt: boolean
  /** `accept` or `no_accept`, whichever comes last. */
  readonly accept: boolean | undefined
  /** Adverts that must fail to come before the master counts as gone. */
  readonly adverts: number
}

/** What instances take from outside of their block. */
export interface Surroundings {
  readonly dialect: Dialect
  readonly globals: MutableBlock | undefined
  readonly isLoopback: (name: string) => boolean
  /** Whether `BACKUP` stands behind a `MASTER` in this block, which then stays. */
  readonly staysMaster: (block: MutableBlock) => boolean
  /** Which of two opposite flags of a block comes last. */
  readonly comesLast: (block: MutableBlock, flag: string, opposite: string) => boolean
}

/** The addresses of an entry, or of a setting, by their first colon. */
export const familyOf = (address: string): Family => (isIpv6(address.replace(/[/-].*$/, '')) ? 6 : 4)

const UNICAST = ['unicast_peer', 'unicast_src_ip', 'unicast_fault_no_peer', 'check_unicast_src', 'old_unicast_checksum']

/** Follows the handlers of vrrp_parser.c, vrrp_end_handler and the first part of vrrp_complete_instance. */
export function instanceOf(block: MutableBlock, around: Surroundings): Instance {
  const { globals, dialect } = around
  const { family, version: fixedVersion } = familyAndVersion(block)
  const strict = (block.strict_mode ?? (globals?.vrrp_strict || false)) === true
  const version = effectiveVersion(numberOf(block, 'version'), fixedVersion, family, strict, globals)
  const stated = around.staysMaster(block)
    ? 'MASTER'
    : (textOf(block, 'state') ?? (isWritten(block, 'state') ? 'BACKUP' : undefined))
  const priority = numberOf(block, 'priority') ?? (isWritten(block, 'priority') ? 100 : stated === 'MASTER' ? 255 : 100)
  const isOwner = priority === 255
  const isMaster = stated === undefined || strict ? isOwner : stated === 'MASTER'
  const nopreempt = block.nopreempt === true && around.comesLast(block, 'nopreempt', 'preempt')
  const name = textOf(block, 'interface')
  const link = name === undefined || name.length > 15 || around.isLoopback(name) ? undefined : name
  const peers = entries(block, 'unicast_peer', family)
  const hasUnicastKeyword = UNICAST.some((key) => isWritten(block, key))
  const clearsVmac = hasUnicastKeyword && link === undefined
  const hasVmac = block.use_vmac !== undefined && !clearsVmac
  const hasIpvlan = block.use_ipvlan !== undefined && !clearsVmac
  return {
    block,
    name: textOf(block, 'name') ?? '',
    isCertain: !(block.unknown ?? []).some(isOpen),
    family,
    version,
    acceptedVersion: fixedVersion,
    strict,
    priority,
    stated,
    isOwner,
    isMaster,
    interface: link,
    hasUnicastKeyword,
    isUnicast: hasUnicastKeyword && peers.length > 0,
    peers,
    source: sourceOf(block, family),
    addresses: entries(block, 'virtual_ipaddress', family),
    excluded: blocks(block, 'virtual_ipaddress_excluded'),
    hasVmac,
    hasIpvlan,
    sendsOnBase:
      block.vmac_xmit_base === true || (hasUnicastKeyword && (hasVmac || hasIpvlan) && dialect.number >= versionNumber('2.2.0')),
    nopreempt,
    keepsNopreempt: nopreempt && !isOwner && !isMaster,
    accept:
      block.accept === true && around.comesLast(block, 'accept', 'no_accept')
        ? true
        : block.no_accept === true
          ? false
          : undefined,
    adverts: numberOf(block, 'down_timer_adverts') ?? numberOf(globals ?? {}, 'vrrp_down_timer_adverts') ?? 3,
  }
}

/** A line whose words, or whose being there at all, only the machine knows. */
const isOpen = ({ keyword, args, prefix }: UnknownStatement): boolean =>
  prefix !== undefined || keyword.startsWith('include') || keyword.includes('$') || args.some((word) => word.includes('$'))

/** The first address of any kind fixes the family; `version 2` behind an IPv6 address is refused. */
function familyAndVersion(block: MutableBlock): { readonly family: Family; readonly version: number | undefined } {
  let family: Family | undefined
  let version: number | undefined
  for (const key in block) {
    if (key === 'version') {
      const written = numberOf(block, key)
      if (!(written === 2 && family === 6)) version ??= written
    } else if (key === 'native_ipv6') {
      if (family !== 4) {
        family = 6
        version = 3
      }
    } else {
      const address = family === undefined && FAMILY_KEYS.has(key) ? addressIn(block[key]) : undefined
      if (address !== undefined) family = familyOf(address)
    }
  }
  return { family: family ?? 4, version }
}

const FAMILY_KEYS: ReadonlySet<string> = new Set([
  'virtual_ipaddress',
  'unicast_peer',
  'mcast_src_ip',
  'unicast_src_ip',
  'mcast_dst_ip',
  'use_ipvlan',
])

/** The address of a setting, or of the first entry of a list. */
function addressIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const holder = (Array.isArray(value) ? value[0] : value) as MutableBlock | undefined
  return typeof holder === 'object' && holder !== null ? textOf(holder, 'address') : undefined
}

function effectiveVersion(
  written: number | undefined,
  fixed: number | undefined,
  family: Family,
  strict: boolean,
  globals: MutableBlock | undefined,
): number {
  if (family === 6) return fixed === 2 && !strict ? 2 : 3
  return fixed ?? written ?? (globals === undefined ? undefined : numberOf(globals, 'vrrp_version')) ?? 2
}

/** Entries of the family of the instance; others are reported and left out. */
const entries = (block: MutableBlock, key: string, family: Family): readonly MutableBlock[] =>
  blocks(block, key).filter((entry) => {
    const address = textOf(entry, 'address')
    return address !== undefined && familyOf(address) === family
  })

/** The later of the two keywords counts, then the address of an ipvlan. */
function sourceOf(block: MutableBlock, family: Family): string | undefined {
  let source: string | undefined
  for (const key in block) {
    if (key === 'mcast_src_ip' || key === 'unicast_src_ip') source = textOf(block, key)
    else if (key === 'use_ipvlan') source ??= textOf(blockOf(block, key) ?? {}, 'address')?.replace(/\/.*$/, '')
  }
  return source === undefined || familyOf(source) !== family ? undefined : source
}

import type { Lineage } from '../schema/row.ts'
import { addCheckers } from './checkers.ts'
import { atoi, type Block, blockOf, lastUnknown, numberOf, straysOf, switchOf, textOf } from './settings.ts'
import type { JsonObject, JsonValue } from './value.ts'

/** What the parser of a lineage starts from where it differs. */
interface Defaults {
  readonly lb_algo: string
  readonly smtpPort: number | undefined
  readonly connectTimeout: number
  readonly delayBeforeRetry: number
}

/** How a configuration is read. */
export interface Reading extends Defaults {
  readonly hasStrays: boolean
}

const LVS: Defaults = { lb_algo: '', smtpPort: 25, connectTimeout: 0, delayBeforeRetry: 0 }
const NEWER: Defaults = { lb_algo: 'wlc', smtpPort: undefined, connectTimeout: 5, delayBeforeRetry: 3 }

/** @param hasStrays - some statement has no typed place, so servers are looked for among those as well. */
export const readingOf = (lineage: Lineage, hasStrays: boolean): Reading => ({
  ...(lineage === 'lvs' ? LVS : NEWER),
  hasStrays,
})

/** A virtual server with the keys of the original conf2json, all of them and in this order. One by group or mark says so behind an empty address. */
export function serviceOf(block: Block, reading: Reading): JsonObject {
  const delayLoop = numberOf(block, 'delay_loop', 60)
  // One literal: objects that are put together from parts take several times the memory, and there are 100,000 of them.
  const service: JsonObject = {
    vip: addressOf(block),
    vport: portOf(block),
    delay_loop: delayLoop,
    lb_algo: textOf(block, 'lb_algo', reading.lb_algo, 'lvs_sched'),
    lb_kind: methodOf(block),
    persistence_timeout: numberOf(block, 'persistence_timeout', 0),
    est_timeout: numberOf(block, 'est_timeout', 0),
    fin_timeout: numberOf(block, 'fin_timeout', 0),
    persistence_granularity: textOf(block, 'persistence_granularity'),
    protocol: protocolOf(block),
    ha_suspend: switchOf(block, 'ha_suspend'),
    virtualhost: textOf(block, 'virtualhost'),
    alpha: switchOf(block, 'alpha'),
    omega: switchOf(block, 'omega'),
    syn_proxy: switchOf(block, 'syn_proxy'),
    quorum: numberOf(block, 'quorum', 1),
    hysteresis: numberOf(block, 'hysteresis', 0),
    quorum_up: textOf(block, 'quorum_up'),
    quorum_down: textOf(block, 'quorum_down'),
    laddr_group_name: textOf(block, 'laddr_group_name'),
    vip_bind_dev: textOf(block, 'vip_bind_dev'),
    sorry_server: sorryServer(block),
    real_server: realServers(block, delayLoop, reading),
  }
  const { group, fwmark } = block
  if (typeof group !== 'string' && typeof fwmark !== 'number') return service
  const { vip, vport, ...rest } = service
  return { vip, vport, ...(typeof group === 'string' ? { group } : { fwmark: fwmark as number }), ...rest } as JsonObject
}

const addressOf = ({ address, invalid }: Block): string => (typeof address === 'string' ? address : (invalid?.address ?? ''))

const portOf = ({ port, invalid }: Block): number =>
  typeof port === 'number' ? port : invalid === undefined ? 0 : atoi(invalid.port ?? '')

/** The method without the options of a tunnel; `fnat` means FNAT. */
const methodOf = (block: Block): string => {
  const word = textOf(block, 'lb_kind', 'NAT', 'lvs_method')
  const end = word.indexOf(' ')
  return (end < 0 ? word : word.slice(0, end)).toUpperCase()
}

/** Anything but TCP is UDP to 1.2.2; the author of `tcp` meant TCP, and newer versions know SCTP. */
function protocolOf(block: Block): string {
  const word = textOf(block, 'protocol', 'UDP').toUpperCase()
  return word === 'TCP' || word === 'SCTP' ? word : 'UDP'
}

/** The last one counts. */
function sorryServer(block: Block): JsonValue {
  const value = block.sorry_server
  if (typeof value === 'string') return { rip: value, rport: 0 }
  const statement = value === undefined ? lastUnknown(block, 'sorry_server', 'sorry_server') : undefined
  const server = statement === undefined ? (value as Block | undefined) : blockOf(statement)
  return server === undefined ? null : { rip: addressOf(server), rport: portOf(server) }
}

function realServers(block: Block, delayLoop: number, reading: Reading): readonly JsonObject[] {
  const servers: JsonObject[] = []
  for (const server of (block.real_server ?? []) as readonly Block[]) servers.push(realServer(server, block, delayLoop, reading))
  if (!reading.hasStrays) return servers
  for (const statement of straysOf(block, 'real_server')) {
    servers.push(realServer(blockOf(statement), block, delayLoop, reading))
  }
  return servers
}

function realServer(block: Block, service: Block, delayLoop: number, reading: Reading): JsonObject {
  const rip = addressOf(block)
  const rport = portOf(block)
  const object: JsonObject = {
    rip,
    rport,
    weight: numberOf(block, 'weight', numberOf(service, 'weight', 1)),
    inhibit_on_failure: switchOf(block, 'inhibit_on_failure', switchOf(service, 'inhibit_on_failure')),
    notify_up: textOf(block, 'notify_up'),
    notify_down: textOf(block, 'notify_down'),
    uthreshold: numberOf(block, 'uthreshold', 0),
    lthreshold: numberOf(block, 'lthreshold', 0),
  }
  const inherited = (key: string, fallback: number): number => numberOf(block, key, numberOf(service, key, fallback))
  addCheckers(object, block, {
    rip,
    rport,
    delayLoop,
    smtpPort: reading.smtpPort ?? rport,
    connectTimeout: inherited('connect_timeout', reading.connectTimeout),
    retry: inherited('retry', 1),
    delayBeforeRetry: inherited('delay_before_retry', reading.delayBeforeRetry),
  })
  return object
}

import type { Dialect } from '../schema/dialects.ts'
import { schemaOf } from '../schema/registry.ts'
import { modelShape } from '../schema/shape.ts'
import { addCheckers, type CheckedServer } from './checkers.ts'
import { type Form, restore } from './restore.ts'
import { type Reading, readingOf, serviceOf } from './service.ts'
import { type Block, numberOf, textOf } from './settings.ts'
import type { Fault } from './tree-node.ts'
import type { JsonObject } from './value.ts'

type Values = Record<string, unknown>

const SERVICE = 'virtual_server'
const SERVER = 'virtual_server/real_server'

/** Keys that the form has other names for. */
const RENAMED: Form['renamed'] = {
  [SERVICE]: { vip: 'address', vport: 'port' },
  [SERVER]: { rip: 'address', rport: 'port' },
  'virtual_server/sorry_server': { rip: 'address', rport: 'port' },
  local_address_group: { address: 'entries' },
}

/** Settings that are said even where they are what the target would take anyway: a configuration without them reads as a mistake. */
const ALWAYS = ['protocol', 'lb_algo', 'lb_kind', 'weight']

/**
 * The shape of conf2json as far as it determines a configuration. It has every setting with its default filled in, so one that holds its default is
 * left out; what it never had (comments, order, repeated settings) does not come back.
 */
export function fromConf2json(json: Values, dialect: Dialect): { readonly value: Values; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const reading = readingOf(dialect.lineage, false)
  const shape = modelShape(schemaOf(dialect).root, dialect.number)
  const value = restore(shape, json, { renamed: RENAMED, defaultsOf: defaultsFor(reading) }, faults)
  return { value, faults }
}

function defaultsFor(reading: Reading): Form['defaultsOf'] {
  const [service, server] = serviceDefaults(reading)
  return (path, object, around) => {
    if (path === SERVICE) {
      // One by group or mark has an empty address.
      const isNamed = 'group' in object || 'fwmark' in object
      return isNamed ? { ...service, vip: '', vport: 0 } : service
    }
    if (path === SERVER) return server
    if (!path.startsWith(`${SERVER}/`)) return NONE
    const [, , checker = '', inner] = path.split('/')
    return checkerDefaults(checker, inner, checkedServer(reading, around))
  }
}

const NONE: Values = {}

function serviceDefaults(reading: Reading): readonly [Values, Values] {
  const { vip: _vip, vport: _vport, real_server: servers, ...service } = serviceOf({ real_server: [{}] }, reading)
  const [first] = servers as readonly JsonObject[]
  const { rip: _rip, rport: _rport, ...server } = first as JsonObject
  return [without(service), without(server)]
}

const without = (defaults: JsonObject): Values =>
  Object.fromEntries(Object.entries(defaults).filter(([key]) => !ALWAYS.includes(key)))

/** What conf2json fills in for a checker of this kind, or for a block in it. */
function checkerDefaults(kind: string, inner: string | undefined, server: CheckedServer): Values {
  const object: JsonObject = {}
  addCheckers(object, { [kind]: [inner === undefined ? {} : { [inner]: [{}] }] } as Block, server)
  const [checker] = (object[kind] ?? []) as readonly Values[]
  if (inner === undefined) return checker ?? NONE
  const blocks = checker?.[inner]
  return Array.isArray(blocks) ? (blocks[0] as Values) : NONE
}

/** The server and the service around a checker. */
function checkedServer(reading: Reading, around: readonly Values[]): CheckedServer {
  // The model is around the service.
  const [, service = NONE, server = NONE] = around as readonly Block[]
  const rport = numberOf(server, 'rport', 0)
  return {
    rip: textOf(server, 'rip'),
    rport,
    delayLoop: numberOf(service, 'delay_loop', 60),
    smtpPort: reading.smtpPort ?? rport,
    connectTimeout: reading.connectTimeout,
    retry: 1,
    delayBeforeRetry: reading.delayBeforeRetry,
  }
}

import type { Bound } from '../bind/bind.ts'
import type { Config } from '../config.ts'
import { onlyFor } from './conditions.ts'
import { byAddress } from './groups.ts'
import { createLayout } from './layout.ts'
import { redactModel } from './redact.ts'
import { type Reading, readingOf, serviceOf } from './service.ts'
import { type Block, blockOf, parsed, straysOf } from './settings.ts'
import type { JsonObject, JsonValue } from './value.ts'

export interface Conf2jsonOptions {
  /** One object an address of a service by group, instead of one with the name of the group. */
  readonly expandGroups?: boolean
  /** Secrets as `***`. */
  readonly redact?: boolean
}

/**
 * What the original `conf2json` prints of an LVS configuration: the parsed data, with includes in their place and defaults filled in. Comments, order of
 * keywords, repeated settings and unknown words are gone: not a form to edit and write back. Every virtual server and real server of the text is there,
 * whatever is wrong with it, and says what its author meant where 1.2.2 would misread it.
 *
 * Shape: reconstructed from what readers of the original rely on and from the fields of the 1.2.2 parser.
 *
 * @example conf2json(parse('virtual_server 10.0.0.1 80 {\n}\n')) // { virtual_server: [{ vip: '10.0.0.1', vport: 80, … }] }
 */
export function conf2json(config: Config, options: Conf2jsonOptions = {}): JsonObject {
  const { parts, services } = read(config, options)
  return { ...parts, virtual_server: [...services] }
}

/** The same as text: one key a line, `weight` never the last of its object, see `layout.ts`. */
export const conf2jsonText = (config: Config, options: Conf2jsonOptions = {}): string =>
  [...conf2jsonPieces(config, options)].join('')

/** The text in pieces, each made when it is asked for: neither all values nor the whole text need be held at once. */
export function* conf2jsonPieces(config: Config, options: Conf2jsonOptions = {}): Generator<string> {
  const { parts, services } = read(config, options)
  const layout = createLayout()
  yield '{\n'
  for (const [key, value] of Object.entries(parts)) yield `${layout.value(value, '\n  ', `  ${layout.key(key, value)}`)},\n`
  let separator = '  "virtual_server": [\n    '
  for (const service of services) {
    yield layout.value(service, '\n    ', separator)
    separator = ',\n    '
  }
  yield separator === ',\n    ' ? '\n  ]\n}\n' : '  "virtual_server": []\n}\n'
}

interface Read {
  readonly parts: JsonObject
  readonly services: Iterable<JsonObject>
}

function read(config: Config, { expandGroups = false, redact = false }: Conf2jsonOptions): Read {
  const { bound, dialect, configId } = config
  const whole = redact ? redactModel(config) : bound.model
  const model = (configId === undefined || !hasUnknown(bound) ? whole : onlyFor(configId, whole)) as Block
  const parts: JsonObject = {}
  for (const [key, value] of Object.entries(model)) {
    if (key !== 'virtual_server' && key !== 'unknown' && key !== 'invalid') parts[key] = part(key, value)
  }
  return { parts, services: services(model, readingOf(dialect.lineage, hasUnknown(bound)), expandGroups) }
}

/** Most configurations have no statement without a typed place, and nothing needs to be looked for. */
function hasUnknown({ model, origins }: Bound): boolean {
  if (model.unknown !== undefined) return true
  return origins.blocks.some((block) => 'unknown' in block)
}

function* services(model: Block, reading: Reading, expandGroups: boolean): Generator<JsonObject> {
  const groups = (model.virtual_server_group ?? []) as readonly Block[]
  for (const block of reading.hasStrays ? withStrays(model) : typedServices(model)) {
    const service = serviceOf(block, reading)
    const expanded = expandGroups && typeof service.group === 'string' ? byAddress(service, groups) : undefined
    if (expanded === undefined) yield service
    else yield* expanded
  }
}

const typedServices = (model: Block): readonly Block[] => (model.virtual_server ?? []) as readonly Block[]

/** The virtual servers, each with those that stand inside it by mistake, then those elsewhere. */
function withStrays(model: Block): readonly Block[] {
  const { virtual_server: _services, ...others } = model
  const strays = (value: unknown): readonly Block[] => straysOf(value, 'virtual_server').map(blockOf)
  return [...typedServices(model).flatMap((block) => [block, ...strays(block)]), ...strays(others)]
}

function part(key: string, value: unknown): JsonValue {
  if (key !== 'local_address_group' || !Array.isArray(value)) return parsed(value)
  return (value as readonly Block[]).map(({ entries, ...group }) => ({
    ...(parsed(group) as JsonObject),
    address: parsed(entries),
  }))
}

import type { MutableBlock } from '../bind/model.ts'
import { type Config, parse } from '../config.ts'
import { conf2json } from '../json/conf2json.ts'
import { fromJSON } from '../json/from-json.ts'
import { byAddress } from '../json/groups.ts'
import { readJson } from '../json/read-json.ts'
import type { JsonObject, JsonValue } from '../json/value.ts'
import type { Model } from '../model/types.ts'
import { type Dialect, dialectOf, LVS_122 } from '../schema/dialects.ts'
import type { DiffOptions } from './change.ts'
import { plainConf2json } from './conf2json-guide.ts'

/** What can be compared: a configuration, its model, or JSON of one of the three forms. */
export type DiffInput = Config | Model | JsonValue

export type Block = Readonly<Record<string, unknown>>

/** One of the two sides. */
export interface Side {
  /** What is compared. */
  readonly model: Block
  /** As it was given, without the map of addresses; places are looked for here. */
  readonly given: Block
  /** Undefined for JSON and models. */
  readonly config: Config | undefined
  readonly dialect: Dialect | undefined
  readonly form: 'model' | 'conf2json'
  /** Where groups are unrolled: the place of each service in the list as it was given. */
  readonly from?: readonly number[]
}

export const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const isConfig = (input: DiffInput): input is Config =>
  isBlock(input) && 'sources' in input && 'dialect' in input && 'document' in input

/** Keys of the model form beside its settings. */
const ENVELOPE = ['formatVersion', 'target']

/**
 * Both sides in one shape: that of conf2json as soon as one of them has it, else that of the model.
 *
 * @example sidesOf(parse('…'), JSON.parse(conf2jsonText(other)))[0].form // 'conf2json'
 */
export function sidesOf(
  a: DiffInput,
  b: DiffInput,
  { target, expandGroups = false }: Pick<DiffOptions, 'target' | 'expandGroups'>,
): readonly [Side, Side] {
  const form = expandGroups || isConf2json(a) || isConf2json(b) ? 'conf2json' : 'model'
  const sides = [sideOf(a, form, target), sideOf(b, form, target)] as const
  return expandGroups ? [unrolled(sides[0]), unrolled(sides[1])] : sides
}

/** One service an address of its group; the groups themselves are then nothing of their own. */
function unrolled(side: Side): Side {
  const { virtual_server_group: groups, virtual_server: services, ...rest } = side.model
  if (!Array.isArray(services)) return side
  const byName = new Map((Array.isArray(groups) ? groups.filter(isBlock) : []).map((group) => [group.name, group]))
  const list: unknown[] = []
  const from: number[] = []
  for (const [index, service] of services.entries()) {
    const group = isBlock(service) ? byName.get(service.group) : undefined
    const all = group === undefined ? [service] : (byAddress(service as JsonObject, [group]) ?? [service])
    for (const one of all) {
      list.push(one)
      from.push(index)
    }
  }
  return { ...side, model: { ...rest, virtual_server: list }, from }
}

function sideOf(input: DiffInput, form: Side['form'], target: string | undefined): Side {
  if (isConfig(input)) {
    const value = form === 'model' ? input.model : conf2json(input)
    return side(value, form, input, input.dialect)
  }
  if (Array.isArray(input)) return sideOf(modelOfTree(input, target), form, target)
  const own = isBlock(input) && typeof input.target === 'string' ? dialectOf(input.target) : undefined
  const dialect = own ?? (target === undefined ? undefined : dialectOf(target))
  if (form === 'model' || isConf2json(input)) return side(input, form, undefined, dialect)
  // Only what is a model can be turned into the other shape; anything else is compared as it stands.
  const model = fromJSON(input, { target: dialect?.id ?? LVS_122.id })
  return side(model.ok ? conf2json(configOf(model.value, dialect)) : input, form, undefined, dialect)
}

/** A tree is read as the text that it says; one that says none is an empty configuration. */
function modelOfTree(tree: JsonValue, target: string | undefined): JsonObject {
  const read = readJson(tree, { target, form: 'tree' })
  return read.ok ? ({ ...read.value.model, target: read.value.dialect.id } as unknown as JsonObject) : {}
}

function side(value: unknown, form: Side['form'], config: Config | undefined, dialect: Dialect | undefined): Side {
  const plain = form === 'conf2json' ? plainConf2json(value) : value
  const model = isBlock(plain) ? Object.fromEntries(Object.entries(plain).filter(([key]) => !ENVELOPE.includes(key))) : {}
  return { model, given: model, config, dialect, form }
}

/** Virtual servers of conf2json have a `vip`, those of the model an `address`. */
function isConf2json(input: DiffInput): boolean {
  if (!isBlock(input) || isConfig(input as DiffInput)) return false
  const services: unknown = input.virtual_server
  return Array.isArray(services) && services.some((one) => isBlock(one) && 'vip' in one)
}

/** A model that has no text, for what wants a configuration. */
function configOf(model: Model, dialect: Dialect | undefined): Config {
  const empty = parse('', { target: dialect?.id ?? LVS_122.id })
  return { ...empty, bound: { ...empty.bound, model: { ...model } as MutableBlock } }
}

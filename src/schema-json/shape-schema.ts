import { argumentFacts, availabilityFacts, defaultText } from '../schema/facts.ts'
import { type Arg, type Default, ENTRY, type Lineage } from '../schema/row.ts'
import type { Member, RecordShape, Shape } from '../schema/shape.ts'
import { typeName } from '../schema/type-name.ts'
import type { JsonSchema } from './types.ts'
import { wordSchema } from './word.ts'

/** `$defs` while they are made: what is equal stands there once. */
export interface Definitions {
  readonly add: (shape: RecordShape, lineage: Lineage, body: JsonSchema) => string
  readonly all: () => Readonly<Record<string, JsonSchema>>
}

export function definitions(fixed: Readonly<Record<string, JsonSchema>>): Definitions {
  const schemas = new Map(Object.entries(fixed))
  const byBody = new Map<string, string>()
  return {
    add({ path, row }, lineage, body) {
      const key = JSON.stringify(body)
      // Under one key an alias differs in what is said of it only.
      const bare = `${lineage} ${path} ${JSON.stringify(body, (name, value) => (ANNOTATIONS.has(name) && typeof value !== 'object' ? undefined : value))}`
      const known = byBody.get(key) ?? byBody.get(bare)
      if (known !== undefined) return known
      const name = typeName(path, lineage, (candidate) => schemas.has(candidate))
      byBody.set(key, name).set(bare, name)
      const title = path.split('/').findLast((part) => part !== ENTRY) ?? name
      schemas.set(name, { title, ...(row === undefined ? {} : { description: row.doc }), ...body })
      return name
    },
    all: () => Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

const ANNOTATIONS: ReadonlySet<string> = new Set(['description', 'default', 'deprecated'])

/** What a block may hold besides its settings. */
const KEPT: Readonly<Record<string, JsonSchema>> = {
  unknown: { $ref: '#/$defs/Unknown' },
  invalid: { $ref: '#/$defs/Invalid' },
}

/** Longest argument list that is written in place. */
const MOST_INLINE = 3

/** The schema of what a shape accepts; blocks and long argument lists go to the definitions. */
export function shapeSchema(shape: Shape, lineage: Lineage, defs: Definitions): JsonSchema {
  switch (shape.kind) {
    case 'word':
      return wordSchema(shape.arg)
    case 'on':
      return { const: true }
    case 'list':
      return { type: 'array', items: shapeSchema(shape.item, lineage, defs) }
    case 'any':
      return anySchema(shape.members, lineage, defs)
    case 'record': {
      const body = recordSchema(shape, lineage, defs)
      const inPlace = shape.role === 'value' && shape.keys.size <= MOST_INLINE
      return inPlace ? body : { $ref: `#/$defs/${defs.add(shape, lineage, body)}` }
    }
  }
}

function anySchema(shapes: readonly Shape[], lineage: Lineage, defs: Definitions): JsonSchema {
  const members = new Map<string, JsonSchema>()
  for (const shape of shapes) {
    const schema = shapeSchema(shape, lineage, defs)
    members.set(JSON.stringify(schema), schema)
  }
  const [only] = members.values()
  return only !== undefined && members.size === 1 ? only : { anyOf: [...members.values()] }
}

/** An object with the keys of a record and no others. */
export function recordSchema(shape: RecordShape, lineage: Lineage, defs: Definitions): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  for (const [key, member] of shape.keys) properties[key] = memberSchema(key, member, lineage, defs)
  return {
    type: 'object',
    properties: shape.role === 'block' ? { ...properties, ...KEPT } : properties,
    ...(shape.required.length === 0 ? {} : { required: shape.required }),
    additionalProperties: false,
  }
}

function memberSchema(key: string, { shape, fields, args }: Member, lineage: Lineage, defs: Definitions): JsonSchema {
  const field = fields.find(({ row }) => row.keyword === key) ?? fields[0]
  const arguments_ = [...new Set(args.map((arg) => [...typeFacts(arg), ...argumentFacts(arg)].join('; ')))].filter(isSaid)
  const inner = shapeSchema(shape, lineage, defs)
  if (field === undefined) return arguments_.length === 0 ? inner : { description: arguments_.join('; or '), ...inner }
  const { row, availability } = field
  const value = availability.default === undefined ? row.default : availability.default
  const only = row.form === 'value' && row.args.length === 1 ? row.args[0] : undefined
  const facts = [
    ...(only === undefined ? [] : [...typeFacts(only), ...argumentFacts(only, true)]),
    defaultText(value) === '' ? '' : `default: ${defaultText(value)}`,
    ...availabilityFacts(availability),
    row.deprecated === undefined ? '' : `deprecated: ${row.deprecated}`,
  ].filter(isSaid)
  return {
    description: [row.doc, facts.length === 0 ? '' : `(${facts.join('; ')})`, ...arguments_].filter(isSaid).join(' '),
    ...(fields.every((one) => one.row.deprecated !== undefined) ? { deprecated: true } : {}),
    ...(only !== undefined && isValueOf(only, value) ? { default: value } : {}),
    ...inner,
  }
}

const isSaid = (text: string): boolean => text !== ''

/** What the type of an argument means and no keyword of the schema says. */
const typeFacts = ({ unit, type, to }: Arg): readonly string[] =>
  [unit === undefined ? '' : `in ${unit}`, type === 'ref' ? `the name of a ${to}` : ''].filter(isSaid)

/** The default is a value of the argument, not a sentence about it, nor a number that cannot be written. */
function isValueOf(arg: Arg, value: Default): value is string | number | boolean {
  if (value === null || typeof value === 'object' || arg.variadic === true || arg.repeatable === true) return false
  const { type, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = wordSchema(arg)
  if (typeof value === 'string') return type === 'string' && (arg.enum === undefined || arg.enum.includes(value))
  if (typeof value === 'boolean') return type === 'boolean'
  return (type === 'integer' || type === 'number') && minimum <= value && value <= maximum
}

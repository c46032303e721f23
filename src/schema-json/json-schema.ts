import { type Dialect, dialectOf, keepalived, LATEST_KEEPALIVED } from '../schema/dialects.ts'
import { SCHEMAS, schemaOf } from '../schema/registry.ts'
import type { Lineage } from '../schema/row.ts'
import { modelShape } from '../schema/shape.ts'
import { pascal } from '../schema/type-name.ts'
import { type Definitions, definitions, recordSchema } from './shape-schema.ts'
import type { JsonSchema } from './types.ts'
import { WORD_DEFINITIONS } from './word.ts'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/**
 * The JSON Schema (draft 2020-12) of the model form of JSON, made from the keyword table: what `fromJSON` accepts for a target. With `all` that of every
 * lineage and all its versions, chosen by the `target` of the JSON. A name that is no target stands for the newest keepalived.
 *
 * Three things it cannot say: that a range of numbers written as a text (`200-299`) ascends and stays in its limits, which versions there are, and
 * how deep `unknown` blocks may nest for the validator at hand.
 *
 * @example jsonSchema('lvs-1.2.2').properties?.virtual_server // { description: …, type: 'array', items: { $ref: '#/$defs/VirtualServer' } }
 */
export function jsonSchema(target: string): JsonSchema {
  if (target === 'all') return allLineages()
  const dialect = dialectOf(target) ?? keepalived(LATEST_KEEPALIVED)
  const defs = definitions(FIXED)
  const model = modelSchema(dialect.lineage, dialect, defs)
  return { $schema: DIALECT, title: `Model of ${dialect.id}`, description: DESCRIPTION, ...model, $defs: defs.all() }
}

const DESCRIPTION =
  "A keepalived configuration as typed settings, by keepalived's own words: the `model` form of keepalived-conf. Every key may be absent; what has no typed place stands under `unknown`, header words that could not be read under `invalid`."

/** The lineages that have a table of their own. */
const lineages = (): readonly Lineage[] =>
  (Object.keys(SCHEMAS) as readonly Lineage[]).filter((lineage) => SCHEMAS[lineage].lineage === lineage)

/** Each lineage as a definition; the start of the target's name decides, as in `fromJSON` without one it is keepalived. */
function allLineages(): JsonSchema {
  const defs = definitions(FIXED)
  const models = new Map(lineages().map((lineage) => [lineage, modelSchema(lineage, undefined, defs)]))
  const nameOf = (lineage: Lineage): string => (lineage === 'keepalived' ? 'Model' : `${pascal(lineage)}Model`)
  const others = lineages().filter((lineage) => lineage !== 'keepalived')
  const choice = others.reduceRight<JsonSchema>(
    (otherwise, lineage) => ({
      if: {
        type: 'object',
        properties: { target: { type: 'string', pattern: `^${lineage}(?:-|$)` } },
        required: ['target'],
      },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: `#/$defs/${nameOf(lineage)}` },
      else: otherwise,
    }),
    { $ref: `#/$defs/${nameOf('keepalived')}` },
  )
  const named = [...models].map(([lineage, model]): [string, JsonSchema] => [nameOf(lineage), model])
  return {
    $schema: DIALECT,
    title: 'Model of keepalived configurations',
    description: DESCRIPTION,
    ...choice,
    $defs: { ...Object.fromEntries(named), ...defs.all() },
  }
}

function modelSchema(lineage: Lineage, dialect: Dialect | undefined, defs: Definitions): JsonSchema {
  const { root } = dialect === undefined ? SCHEMAS[lineage] : schemaOf(dialect)
  const body = recordSchema(modelShape(root, dialect?.number), lineage, defs)
  return { ...body, properties: { ...envelope(), ...body.properties } }
}

const envelope = (): Readonly<Record<string, JsonSchema>> => ({
  formatVersion: { description: 'Of the shape of this JSON.', const: 1 },
  target: {
    description: 'Whose keywords these are: `keepalived-2.4.3`, `lvs-1.2.2` …',
    type: 'string',
    pattern: targetPattern(),
  },
})

/** Names of targets: a lineage alone, or with a version. */
function targetPattern(): string {
  const names = ['keepalived', 'lvs', 'lvs-1.2.2', 'dpvs', 'dpvs-1.9'].filter((name) => dialectOf(name) !== undefined)
  return `^(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')}|(?:keepalived-)?v?[12]\\.\\d+\\.\\d+)$`
}

/** Definitions that every schema has. */
const FIXED: Readonly<Record<string, JsonSchema>> = {
  ...WORD_DEFINITIONS,
  Unknown: {
    description: 'Statements without a typed place, with their words: unknown keywords, values that could not be read.',
    type: 'array',
    items: { $ref: '#/$defs/UnknownStatement' },
  },
  UnknownStatement: {
    type: 'object',
    properties: {
      keyword: { type: 'string' },
      args: { type: 'array', items: { type: 'string' } },
      prefix: { description: '`@id`, `@^id`, `~SEQ(…)` in front of it, as written.', type: 'string' },
      block: { description: 'What stands inside its braces.', $ref: '#/$defs/Unknown' },
      in: { description: 'The list it stood in.', type: 'string' },
    },
    required: ['keyword', 'args'],
    additionalProperties: false,
  },
  Invalid: {
    description: 'Words of the header of the block that could not be read, by argument.',
    type: 'object',
    additionalProperties: { type: 'string' },
  },
}

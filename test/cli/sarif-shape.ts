// The part of SARIF 2.1.0 that we write, as a JSON Schema that takes nothing else: names, required properties and types are those of the
// specification (OASIS, sections 3.13 to 3.57).
const object = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})
const list = (items: object, minItems = 0) => ({ type: 'array', items, minItems })

const text = { type: 'string', minLength: 1 }
const count = { type: 'integer', minimum: 1 }
const index = { type: 'integer', minimum: 0 }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const properties = { type: 'object' }
/** A relative reference without `..` in front, or an absolute URI of a file; only characters that RFC 3986 has. */
const uri = { type: 'string', pattern: "^(?:file:///)?(?!/|\\.\\./)[\\w.~!$&'()*+,;=@%/-]+$" }

const message = object({ text }, { markdown: text })
const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count })
const artifactLocation = object({ uri })
const physicalLocation = object({ artifactLocation, region })

const rule = object({
  id: text,
  shortDescription: object({ text }),
  fullDescription: object({ text }),
  help: message,
  defaultConfiguration: object({ level }),
})

const fix = object({
  description: message,
  artifactChanges: list(
    object({ artifactLocation, replacements: list(object({ deletedRegion: region }, { insertedContent: object({ text }) }), 1) }),
    1,
  ),
  properties,
})

const result = object(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: list(object({ physicalLocation }, { logicalLocations: list(object({ fullyQualifiedName: text }), 1) }), 1),
    properties,
  },
  { relatedLocations: list(object({ id: index, physicalLocation, message }), 1), fixes: list(fix, 1) },
)

export const SARIF = object({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({ driver: object({ name: text, semanticVersion: text, rules: list(rule) }) }),
      invocations: list(object({ executionSuccessful: { type: 'boolean' } }), 1),
      columnKind: { const: 'utf16CodeUnits' },
      results: list(result),
      properties,
    }),
    1,
  ),
})

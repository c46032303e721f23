/**
 * The keyword table: where each keyword may stand, what it takes, since when, what a second one does. And the JSON Schema that is made from it.
 *
 * @packageDocumentation
 */

export type { Choice } from './schema/choose.ts'
export { chooseDialect } from './schema/choose.ts'
export type { Context, Field, Fields, Schema } from './schema/compile.ts'
export { SCHEMAS, schemaOf } from './schema/registry.ts'
export type {
  Arg,
  ArgType,
  Availability,
  Default,
  Form,
  Lineage,
  Missing,
  NumberReader,
  Placement,
  Repeat,
  Row,
} from './schema/row.ts'
export { ENTRY } from './schema/row.ts'
export { jsonSchema } from './schema-json/json-schema.ts'
export type { JsonSchema } from './schema-json/types.ts'

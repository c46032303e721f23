import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { dialectOf } from '../../src/schema/dialects.ts'
import { type JsonSchema, jsonSchema } from '../../src/schema.ts'

/** Targets whose schemas are tested. */
export const TARGETS = ['lvs-1.2.2', '2.4.3', '2.2.7', 'dpvs-1.9'].filter((target) => dialectOf(target) !== undefined)

/** An independent validator, in its strict mode: a keyword that says nothing, or is misplaced, is an error. */
export const compile = (schema: JsonSchema): ValidateFunction => new Ajv2020({ strict: true }).compile(schema)

export const validatorOf = (target: string): ValidateFunction => compile(jsonSchema(target))

/** The first thing that is wrong, in short; empty when nothing is. */
export function wrong(validate: ValidateFunction, value: unknown): string {
  if (validate(value)) return ''
  const [error] = validate.errors ?? []
  return `${error?.instancePath} ${error?.message}`
}

import * as t from 'io-ts'
import { dialectOf, keepalived, LATEST_KEEPALIVED } from '../schema/dialects.ts'
import { schemaOf } from '../schema/registry.ts'
import type { Arg, ArgType } from '../schema/row.ts'
import { SCALARS, type Scalar } from '../schema/scalars.ts'
import { codecOf } from './check.ts'
import { modelCheck } from './model-check.ts'
import { scalarCheck } from './scalar-check.ts'
import type { Model } from './types.ts'

/**
 * The codec of the model as one target reads it. It decodes to the very object it is given; unknown keys, values out of range and keywords that the
 * version lacks are errors, one a fault, each with a short message. The keys `unknown`, `invalid`, `formatVersion` and `target` are allowed. A name
 * that is no target stands for the newest keepalived.
 *
 * Made from the keyword table on every call (a few milliseconds): keep the result.
 *
 * @example modelCodec('lvs-1.2.2').is({ virtual_server: [{ address: '10.0.0.1', port: 80, lb_algo: 'rr' }] }) // true
 */
export function modelCodec(target: string): t.Type<Model> {
  const dialect = dialectOf(target) ?? keepalived(LATEST_KEEPALIVED)
  return codecOf<Model>(modelCheck(schemaOf(dialect).root, dialect))
}

/** What the word of an argument type stands for. */
export type ScalarOf<T extends ArgType> = T extends 'int' | 'decimal' | 'port'
  ? number
  : T extends 'bool'
    ? boolean
    : T extends 'flag'
      ? true
      : T extends 'enum'
        ? string | number
        : string

/**
 * The codec of one argument: word → value and back. Decoding a word that is none fails with `expected …`.
 *
 * @param arg - an argument of a row, with its range, or the name of a type without one.
 * @example scalarCodec({ name: 'weight', type: 'int', min: 0, max: 255 }).decode('300') // Left: expected an integer from 0 to 255
 */
export function scalarCodec<T extends ArgType>(arg: T | (Arg & { readonly type: T })): t.Type<ScalarOf<T>, string, string> {
  const spec: Arg = typeof arg === 'string' ? { name: arg, type: arg } : arg
  const { decode, encode, expected } = SCALARS[spec.type]
  const check = scalarCheck(spec)
  return new t.Type<ScalarOf<T>, string, string>(
    spec.name,
    (value): value is ScalarOf<T> => check.ok(value),
    (word, context) => {
      const value = decode(word, spec)
      return value === undefined ? t.failure(word, context, `expected ${expected(spec)}`) : t.success(value as ScalarOf<T>)
    },
    (value) => encode(value as Scalar),
  )
}

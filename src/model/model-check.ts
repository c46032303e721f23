import type { Context } from '../schema/compile.ts'
import { type Dialect, dialectOf } from '../schema/dialects.ts'
import { modelShape, type RecordShape, type Shape } from '../schema/shape.ts'
import { anyOf, type Check, leaf, listOf, recordOf } from './check.ts'
import { scalarCheck } from './scalar-check.ts'
import { INVALID, UNKNOWN } from './unknown-check.ts'

/** Two keys of the JSON form that are not settings. */
const ENVELOPE: readonly (readonly [string, Check])[] = [
  ['formatVersion', leaf('formatVersion', (value) => value === 1, '1')],
  ['target', leaf('target', (value) => typeof value === 'string' && dialectOf(value) !== undefined, 'the name of a target')],
]

/** The whole model as one version reads it. */
export function modelCheck(root: Context, dialect: Dialect): Check {
  const shape = modelShape(root, dialect.number)
  return recordOf(shape.name, new Map([...ENVELOPE, ...checksOf(shape)]))
}

function checkOf(shape: Shape): Check {
  switch (shape.kind) {
    case 'word':
      return scalarCheck(shape.arg)
    case 'on':
      return leaf(shape.name, (value) => value === true, shape.isFlag ? 'true (leave the key out to switch it off)' : 'true')
    case 'list':
      return listOf(checkOf(shape.item))
    case 'any':
      return anyOf(shape.name, shape.members.map(checkOf))
    case 'record':
      return recordOf(shape.name, checksOf(shape), shape.required)
  }
}

function checksOf({ keys, role }: RecordShape): ReadonlyMap<string, Check> {
  const checks = new Map<string, Check>()
  for (const [key, { shape }] of keys) checks.set(key, checkOf(shape))
  return role === 'block' ? checks.set('unknown', UNKNOWN).set('invalid', INVALID) : checks
}

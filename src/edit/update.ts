import { isRecord } from './equal.ts'
import type { Step } from './path.ts'

/** The value at a place, undefined where there is none. */
export function valueAt(model: unknown, steps: readonly Step[]): unknown {
  let value = model
  for (const step of steps) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined
    else if (isRecord(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** Replaces one value in a list or object by what `change` makes of it. What is not on the way is shared with the original, which stays as it is. */
export function updated(model: unknown, steps: readonly Step[], change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return change(model)
  if (Array.isArray(model) || typeof step === 'number') {
    const list: unknown[] = Array.isArray(model) ? [...model] : []
    list[Number(step)] = updated(list[Number(step)], rest, change)
    return list
  }
  const object = isRecord(model) ? model : {}
  const value = updated(Object.hasOwn(object, step) ? object[step] : undefined, rest, change)
  const { invalid, ...others } = object
  // A word that could not be read gives way to the one that is written in its place.
  const still = isRecord(invalid) && step in invalid ? without(invalid, step) : invalid
  const next = { ...others, ...(still === undefined ? {} : { invalid: still }) }
  return value === undefined ? withoutKey(next, step) : { ...next, [step]: value }
}

function without(object: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> | undefined {
  const rest = withoutKey(object, key)
  return Object.keys(rest).length === 0 ? undefined : rest
}

function withoutKey(object: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = object
  return rest
}

/** The model without what stands at a place: an element of a list makes room for the next. */
export function removedAt(model: unknown, steps: readonly Step[]): unknown {
  const last = steps.at(-1)
  return updated(model, steps.slice(0, -1), (holder) => {
    if (Array.isArray(holder)) return holder.filter((_, i) => i !== last)
    return isRecord(holder) ? withoutKey(holder, String(last)) : holder
  })
}

/** The model with one more element of a list, which is made where there is none. */
export function insertedAt(model: unknown, steps: readonly Step[], index: number, value: unknown): unknown {
  return updated(model, steps, (list) => (Array.isArray(list) ? [...list.slice(0, index), value, ...list.slice(index)] : [value]))
}

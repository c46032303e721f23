import type { UnknownStatement } from '../bind/model.ts'
import { copyJson, type JsonObject } from './value.ts'

/** A copy of a model without the statements that are for machines of another id (`@id`, `@^id`). */
export function onlyFor(configId: string, model: object): JsonObject {
  const copy = copyJson(model) as JsonObject
  const waiting: unknown[] = [copy]
  // A loop: what is below an unknown block nests without bound.
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      const isStatements = Array.isArray(inner) && (key === 'unknown' || key === 'block')
      const kept = isStatements ? (inner as UnknownStatement[]).filter(({ prefix }) => isFor(configId, prefix)) : inner
      if (isStatements) (value as Record<string, unknown>)[key] = kept
      waiting.push(kept)
    }
  }
  return copy
}

function isFor(configId: string, prefix: string | undefined): boolean {
  if (prefix?.startsWith('@') !== true) return true
  return prefix.startsWith('@^') ? prefix.slice(2) !== configId : prefix.slice(1) === configId
}

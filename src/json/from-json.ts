import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Result } from '../diagnostics/result.ts'
import { decodeModel, type Fault } from '../model/decode.ts'
import type { Model } from '../model/types.ts'
import { dialectOf, keepalived, LATEST_KEEPALIVED } from '../schema/dialects.ts'
import { copyJson, type JsonObject } from './value.ts'

export interface FromJsonOptions {
  /** The target whose keywords are allowed; without it the `target` of the JSON, without that the newest keepalived. */
  readonly target?: string
}

/**
 * The model form of JSON → model, checked against the keyword table: one finding a fault, with the path of the place. What is given is not changed and
 * nothing is shared with it. Anything that is not the model form is a finding, never an exception.
 *
 * @example fromJSON({ vrrp_instance: [{ name: 'A', priority: 300 }] }).diagnostics[0]?.path // 'vrrp_instance[0].priority'
 */
export function fromJSON(json: unknown, { target }: FromJsonOptions = {}): Result<Model> {
  const own = typeof json === 'object' && json !== null && 'target' in json ? json.target : undefined
  const name = target ?? (typeof own === 'string' && dialectOf(own) !== undefined ? own : keepalived(LATEST_KEEPALIVED).id)
  if (dialectOf(name) === undefined) return { ok: false, diagnostics: [finding('json/invalid', 'the target is not known', '')] }
  const decoded = decodeModel(name, json)
  if (!decoded.ok) return { ok: false, diagnostics: decoded.faults.map(describe) }
  const { formatVersion: _version, target: _target, ...model } = copyJson(decoded.value) as JsonObject
  return { ok: true, value: model as Model, diagnostics: [] }
}

const describe = ({ path, message }: Fault): Diagnostic =>
  finding(message.startsWith('unknown key') ? 'json/unknown-key' : 'json/invalid', message, path)

const START = { line: 1, column: 1, offset: 0 }

const finding = (code: string, message: string, path: string): Diagnostic => ({
  code,
  severity: 'error',
  message: path === '' ? message : `${path}: ${message}`,
  effect: 'rejected',
  consequence: 'there is no configuration for this JSON',
  reported: false,
  file: '',
  range: { start: START, end: START },
  path,
  related: [],
  fixes: [],
})

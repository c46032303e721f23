import type { Result } from '../diagnostics/result.ts'
import type { Model } from '../model/types.ts'
import { type JsonForm, readJson } from './read-json.ts'

export interface FromJsonOptions {
  /**
   * The target whose keywords are allowed. Without it: the `target` of a model form, then the newest keepalived; for a tree what its words show; for the
   * form of conf2json lvs-1.2.2.
   */
  readonly target?: string
  /** Without it the shape decides: a list is a tree, services with a `vip` are conf2json's, anything else is a model. */
  readonly form?: JsonForm
}

/**
 * JSON → model. The model form is checked against the keyword table; a tree is made text and read as such; the form of conf2json is read as far as it
 * determines a configuration, and a finding says what it does not. One finding a fault, with the path of the place. What is given is not changed and
 * nothing is shared with it. Anything that is no form is a finding, never an exception.
 *
 * @example fromJSON({ vrrp_instance: [{ name: 'A', priority: 300 }] }).diagnostics[0]?.path // 'vrrp_instance[0].priority'
 */
export function fromJSON(json: unknown, options: FromJsonOptions = {}): Result<Model> {
  const read = readJson(json, options)
  return read.ok ? { ok: true, value: read.value.model, diagnostics: read.diagnostics } : read
}

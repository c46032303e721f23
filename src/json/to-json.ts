import type { Config } from '../config.ts'
import { type Conf2jsonOptions, conf2json } from './conf2json.ts'
import { redactModel } from './redact.ts'
import { treeOf } from './tree.ts'
import { copyJson, type JsonValue } from './value.ts'

export interface ToJsonOptions extends Conf2jsonOptions {
  /**
   * - `model` (default): typed settings, complete
   * - `tree`: statements as written, with comments, files and lines
   * - `conf2json`: what the program of that name prints for an LVS configuration; lossy
   */
  readonly form?: 'model' | 'tree' | 'conf2json'
}

/** Of the shape of the model form. */
export const FORMAT_VERSION = 1

/**
 * A configuration as a plain JSON value of its own: nothing is shared with the configuration. `redact` masks passwords and keys in every form.
 *
 * A file of nested blocks without end gives a value that `JSON.stringify` cannot write; `stringify` says so instead of throwing.
 *
 * @example toJSON(parse('vrrp_instance A {\n  priority 100\n}\n'))
 * // { formatVersion: 1, target: 'keepalived-2.4.3', vrrp_instance: [{ name: 'A', priority: 100 }] }
 */
export function toJSON(config: Config, { form = 'model', ...options }: ToJsonOptions = {}): JsonValue {
  if (form === 'conf2json') return conf2json(config, options)
  if (form === 'tree') return treeOf(config, options.redact === true)
  const model = options.redact === true ? redactModel(config) : copyJson(config.bound.model)
  return { formatVersion: FORMAT_VERSION, target: config.dialect.id, ...(model as object) }
}

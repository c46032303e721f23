import type { MutableBlock } from '../bind/model.ts'
import type { Config } from '../config.ts'
import type { FileEdit } from '../diagnostics/diagnostic.ts'
import type { Result } from '../diagnostics/result.ts'
import type { Model } from '../model/types.ts'
import { changeBlock } from './block.ts'
import { rootSite } from './editing.ts'
import { isRecord } from './equal.ts'
import { proven } from './finish.ts'
import { problem } from './problems.ts'

/**
 * The smallest list of edits after which the text is read as `next`. Elements of lists are told apart by what identifies them (address and port of a
 * service, name of an instance), so that one more in the middle does not touch the rest; what only moves takes its text and comments along.
 * Empty for the model of the configuration itself. Where there is no such text (a value comes from a definition, a word cannot be written) there
 * is a finding and no edit.
 *
 * @example
 * const config = parse('vrrp_instance A {\n  priority 100 # main\n}\n')
 * const edits = reconcile(config, { vrrp_instance: [{ name: 'A', priority: 150 }] })
 * // one edit: `100` becomes `150`
 */
export function reconcile(config: Config, next: Model): Result<readonly FileEdit[]> {
  if (!isRecord(next)) return { ok: false, diagnostics: [problem(config, 'edit/no-such-place', 'model', '')] }
  return proven(config, '', (run) => {
    changeBlock(run, rootSite(run), run.model, next as MutableBlock)
    return next
  })
}

import type { MutableBlock } from '../bind/model.ts'
import { type Config, parse } from '../config.ts'
import type { Document } from '../cst/document.ts'
import type { FileEdit } from '../diagnostics/diagnostic.ts'
import type { SpanEdit } from '../diagnostics/finding.ts'
import type { Result } from '../diagnostics/result.ts'
import type { Model } from '../model/types.ts'
import { writeFor } from '../write/write.ts'
import { type Editing, editing } from './editing.ts'
import { isEqual, isRecord } from './equal.ts'
import { type Path, stepsOf, written } from './path.ts'
import { problem } from './problems.ts'
import { reread } from './reread.ts'

/**
 * Finds edits and tries them: the changed text must be read as the next model, otherwise there are none. So nothing that is handed out can surprise: a line
 * that is read twice, a brace that is read elsewhere, a comment sign in a word.
 *
 * @param find - leaves the edits in the run and gives the model that is wanted.
 */
export function proven(config: Config, path: Path, find: (run: Editing) => unknown): Result<readonly FileEdit[]> {
  const run = editing(config)
  const shown = typeof path === 'string' ? path : written(stepsOf(path) ?? [])
  const next = find(run)
  if (run.problems.length > 0) {
    return { ok: false, diagnostics: run.problems.map((one) => (one.path === '' ? { ...one, path: shown } : one)) }
  }
  const edits = run.changes.done()
  if (edits === undefined || !saysSame(config, edits.length === 0 ? run.model : reread(config, edits).bound.model, next)) {
    return { ok: false, diagnostics: [problem(config, 'edit/not-read-back', '', shown, edits?.[0])] }
  }
  return { ok: true, value: fileEdits(run, edits), diagnostics: [] }
}

/** The model is the one that is wanted, or what its plainest text is read as: `{ script: 'a' }` is read as `'a'`. */
function saysSame({ dialect, configId }: Config, model: MutableBlock, next: unknown): boolean {
  if (isEqual(model, next, true)) return true
  const plain = isRecord(next) ? writeFor(next as Model, dialect) : undefined
  if (plain?.ok !== true) return false
  const again = parse(plain.value, { target: dialect.id, ...(configId === undefined ? {} : { configId }) })
  return isEqual(model, again.bound.model, true)
}

function fileEdits({ config, rangeOf }: Editing, edits: readonly SpanEdit[]): readonly FileEdit[] {
  const { documents } = config.sources
  const all = edits.map((edit) => ({
    file: (documents[edit.file] as Document).file,
    range: rangeOf(edit),
    newText: edit.newText,
  }))
  // A file that is included twice is changed once.
  const keys = new Set<string>()
  return all.filter(({ file, range: { start, end }, newText }) => {
    const key = JSON.stringify([file, start.offset, end.offset, newText])
    return !keys.has(key) && keys.add(key)
  })
}

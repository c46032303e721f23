import type { FileEdit } from '../diagnostics/diagnostic.ts'

/**
 * The text with its edits made. Order does not matter; of two edits that overlap the first one in the text wins, places outside of the text are moved to
 * its ends. Edits count by `offset`; lines and columns are for others.
 *
 * @example applyEdits('weight 1\n', [{ file: '', range: rangeOf(7, 8), newText: '2' }]) // 'weight 2\n'
 */
export function applyEdits(text: string, edits: readonly FileEdit[]): string {
  const sorted = edits
    .map(({ range: { start, end }, newText }, i) => ({ start: start.offset, end: end.offset, newText, i }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.i - b.i)
  const chunks: string[] = []
  let at = 0
  for (const { start, end, newText } of sorted) {
    if (start < at || end < start) continue
    chunks.push(text.slice(at, start), newText)
    at = Math.min(end, text.length)
  }
  chunks.push(text.slice(at))
  return chunks.join('')
}

/**
 * The same over the files of a configuration: name → text. What no edit names is not in the result.
 *
 * @example applyToFiles({ 'a.conf': 'weight 1\n' }, edits) // { 'a.conf': 'weight 2\n' }
 */
export function applyToFiles(
  files: Readonly<Record<string, string>>,
  edits: readonly FileEdit[],
): Readonly<Record<string, string>> {
  const byFile = new Map<string, FileEdit[]>()
  for (const edit of edits) {
    const known = byFile.get(edit.file)
    if (known === undefined) byFile.set(edit.file, [edit])
    else known.push(edit)
  }
  const changed = [...byFile].filter(([file]) => Object.hasOwn(files, file))
  return Object.fromEntries(changed.map(([file, own]) => [file, applyEdits(files[file] as string, own)]))
}

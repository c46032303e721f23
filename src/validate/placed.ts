import type { Finding, Span, SpanEdit } from '../diagnostics/finding.ts'
import type { Expanded } from '../expand/expand.ts'

/** A finding at the place where it is written. */
export interface Placed extends Finding {
  /** Where the model was bound from, when that is the effective text. */
  readonly inner?: Span
}

/**
 * Findings of the effective text at the line of use, with the definition beside it. What a sequence or a definition says at one place several times
 * is one finding; the others go to `drop`.
 */
export function placed(
  findings: readonly Finding[],
  expanded: Expanded | undefined,
  drop: (finding: Finding) => void,
): readonly Placed[] {
  if (expanded === undefined) return findings
  const seen = new Set<string>()
  const result: Placed[] = []
  for (const finding of findings) {
    const one = finding.file === expanded.file ? place(finding, expanded) : finding
    const key = `${one.code.code} ${one.file}:${one.start}:${one.end}`
    if (one !== finding && seen.has(key)) drop(finding)
    else result.push(one)
    seen.add(key)
  }
  return result
}

function place(finding: Finding, expanded: Expanded): Placed {
  const { file, start, end, related = [], fix, late } = finding
  const { use, definition } = expanded.originOf(finding)
  const places = related.map((span) => ({ ...expanded.originOf(span).use, message: span.message }))
  if (definition !== undefined) places.push({ ...definition, message: 'it comes from here' })
  const { fix: _fix, late: _late, ...rest } = finding
  return {
    ...rest,
    ...use,
    inner: { file, start, end },
    related: places,
    ...mapFix(fix, expanded),
    ...(late === undefined ? {} : { late: () => mapLate(late(), expanded) }),
  }
}

/** An edit is one of the file only where the text stands in the file as it is. */
function mapFix(fix: Finding['fix'], expanded: Expanded): Pick<Finding, 'fix'> {
  if (fix === undefined || !fix.edits.every(expanded.isExact)) return {}
  const edits = fix.edits.map((edit): SpanEdit => ({ ...expanded.originOf(edit).use, newText: edit.newText }))
  return { fix: { ...fix, edits } }
}

function mapLate({ fix, ...rest }: Pick<Finding, 'help' | 'fix'>, expanded: Expanded): Pick<Finding, 'help' | 'fix'> {
  return { ...rest, ...mapFix(fix, expanded) }
}

import type { Bound } from '../bind/bind.ts'
import { collector } from '../diagnostics/collect.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { describe } from './describe.ts'
import type { Rule, Subject } from './rule.ts'

/** What a check found. `omitted` findings are counted but not described. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[]
  readonly omitted: number
}

/** Runs the rules of the subject's lineage and puts everything that was found into words, in the order of the files. */
export function check(subject: Subject, bound: Bound, rules: readonly Rule[], limit: number): Checked {
  const found = collector()
  for (const finding of subject.sources.findings) found.add(finding)
  for (const finding of bound.findings) found.add(finding)
  for (const rule of rules) {
    if (rule.lineages.includes(subject.dialect.lineage)) rule.check(subject, (place) => found.add({ ...place, code: rule }))
  }
  const sorted = [...found.findings].sort((a, b) => a.file - b.file || a.start - b.start || a.end - b.end)
  const shown = sorted.slice(0, limit)
  return {
    diagnostics: describe(shown, subject),
    omitted: sorted.length - shown.length + found.omitted() + bound.omitted,
  }
}

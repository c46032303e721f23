import type { Severity } from './diagnostic.ts'
import type { CodeRow, Finding } from './finding.ts'

/** Findings of one run. A file of junk has millions: beyond `most` of one code they are counted only. */
export interface Collector {
  readonly add: (finding: Finding) => void
  readonly findings: readonly Finding[]
  /** How many were counted only. */
  readonly omitted: () => number
  /** All of them by severity. */
  readonly counts: Readonly<Record<Severity, number>>
}

const MOST_OF_ONE_CODE = 10_000

export function collector(most = MOST_OF_ONE_CODE): Collector {
  const findings: Finding[] = []
  const ofCode = new Map<CodeRow, number>()
  const counts = { error: 0, warning: 0, info: 0 }
  let omitted = 0
  return {
    findings,
    omitted: () => omitted,
    counts,
    add(finding) {
      const count = (ofCode.get(finding.code) ?? 0) + 1
      ofCode.set(finding.code, count)
      counts[finding.severity ?? finding.code.severity]++
      if (count <= most) findings.push(finding)
      else omitted++
    },
  }
}

/** What the collector counted beyond what it kept. */
export function omittedOf({ findings, counts }: Collector): Readonly<Record<Severity, number>> {
  const omitted = { ...counts }
  for (const { severity, code } of findings) omitted[severity ?? code.severity]--
  return omitted
}

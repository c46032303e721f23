import type { CodeRow, Finding } from './finding.ts'

/** Findings of one run. A file of junk has millions: beyond `most` of one code they are counted only. */
export interface Collector {
  readonly add: (finding: Finding) => void
  readonly findings: readonly Finding[]
  /** How many were counted only. */
  readonly omitted: () => number
}

const MOST_OF_ONE_CODE = 10_000

export function collector(most = MOST_OF_ONE_CODE): Collector {
  const findings: Finding[] = []
  const counts = new Map<CodeRow, number>()
  let omitted = 0
  return {
    findings,
    omitted: () => omitted,
    add(finding) {
      const count = (counts.get(finding.code) ?? 0) + 1
      counts.set(finding.code, count)
      if (count <= most) findings.push(finding)
      else omitted++
    },
  }
}

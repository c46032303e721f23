import type { Bound } from '../bind/bind.ts'
import { collector } from '../diagnostics/collect.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import type { Finding } from '../diagnostics/finding.ts'
import { isAtLeast } from '../diagnostics/severity.ts'
import { isWithin } from '../schema/version.ts'
import { type ConfigTest, configTest } from './config-test.ts'
import { describe } from './describe.ts'
import { type Placed, placed } from './placed.ts'
import { asReached } from './reached.ts'
import type { Rule, Subject } from './rule.ts'
import { withStumbles } from './stumbles.ts'
import { withTrace } from './traced.ts'

/** What a check found. `omitted` findings are counted but not described. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[]
  readonly omitted: number
  /** All findings by severity, shown or not; what is less severe than asked for may not have been looked for. */
  readonly counts: Readonly<Record<Severity, number>>
  /** What the target's own check would answer, as far as everything was looked for. */
  readonly configTest: ConfigTest
}

export interface Shown {
  /** Most findings that are described. */
  readonly limit: number
  /** The least severity that is described. */
  readonly severity: Severity
}

/** Everything that was found, at the places where it is written, before it is put into words. */
export interface Found {
  readonly findings: readonly Placed[]
  readonly counts: Readonly<Record<Severity, number>>
  readonly configTest: ConfigTest
}

/** Runs the rules of the subject's lineage, and asks what the target would say of everything that is found. */
export function look(subject: Subject, bound: Bound, rules: readonly Rule[], severity: Severity): Found {
  const found = collector()
  for (const finding of subject.sources.findings) found.add(onThisMachine(finding, subject))
  for (const finding of subject.expanded?.findings ?? []) found.add(finding)
  for (const finding of bound.findings) found.add(finding)
  for (const rule of rules) {
    // The severity of a rule is the highest it reports.
    // What the target reports counts for the answer of its configuration test, whatever is shown.
    const wantsIt = isAtLeast(rule.severity, severity) || (rule.reported && subject.dialect.reports)
    if (wantsIt && isAbout(rule, subject)) rule.check(subject, (place) => found.add({ ...place, code: rule }))
  }
  const counts = { ...found.counts }
  const traced = withTrace(withStumbles(found.findings, subject), subject)
  for (const { severity: own, code } of traced.slice(found.findings.length)) counts[own ?? code.severity]++
  const reached = asReached(traced, subject)
  const findings = placed(reached, subject.expanded, (double) => counts[double.severity ?? double.code.severity]--)
  for (const one of Object.keys(counts) as Severity[]) counts[one] += bound.omitted[one]
  return { findings, counts, configTest: configTest(reached, subject.dialect) }
}

/** Puts what was found into words, in the order of the files. */
export function check(
  { findings, counts, configTest }: Found,
  subject: Subject,
  bound: Bound,
  { limit, severity }: Shown,
): Checked {
  const wanted = findings.filter((one) => isAtLeast(one.severity ?? one.code.severity, severity))
  wanted.sort((a, b) => a.file - b.file || a.start - b.start || a.end - b.end)
  const shown = wanted.slice(0, limit)
  const wantedInAll = (Object.keys(counts) as Severity[]).reduce(
    (sum, one) => sum + (isAtLeast(one, severity) ? counts[one] : 0),
    0,
  )
  return { diagnostics: describe(shown, subject, bound.secrets), omitted: wantedInAll - shown.length, counts, configTest }
}

/** Whether a file is missing on the machine that will read the configuration is known with its facts only. */
const onThisMachine = (finding: Finding, { facts }: Subject): Finding =>
  facts === undefined && finding.exit === 'none' ? { ...finding, reported: false } : finding

/** The rule is about the lineage and the version. */
const isAbout = (rule: Rule, { dialect: { lineage, number } }: Subject): boolean =>
  rule.lineages.includes(lineage) && (lineage !== 'keepalived' || isWithin(rule, number))

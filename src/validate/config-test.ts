import type { ExitClass, Finding } from '../diagnostics/finding.ts'
import type { Dialect } from '../schema/dialects.ts'
import { versionNumber } from '../schema/version.ts'

/** What `keepalived -t` of the target would do with the configuration. */
export interface ConfigTest {
  /** 0, 2, 4, 5 or 6; null where the target has no such check, and where its check never ends by itself. */
  readonly exitStatus: number | null
  /** The check would not end: it dies, or runs for ever. */
  readonly ends?: 'crash' | 'hang'
}

/** The first version with `-t` (parse_cmdline of main.c). */
const FIRST_WITH_TEST = versionNumber('2.0.4')

const hasTest = ({ lineage, number }: Dialect): boolean => lineage === 'keepalived' && number >= FIRST_WITH_TEST

/** Whether the configuration test of this target speaks of a finding. */
export const isReported = ({ reported, code }: Finding, { lineage, number }: Dialect): boolean => {
  if (reported !== undefined || lineage !== 'keepalived') return reported ?? code.reported
  return code.reported && (code.reportedSince === undefined || versionNumber(code.reportedSince) <= number)
}

/**
 * The exit status, from the findings that the target reports. A missing word, a crash and a strict include end the run; of the others the security class
 * counts most and the class of what cannot run least (`report_config_error`, `get_config_status`).
 */
export function configTest(findings: readonly Finding[], dialect: Dialect): ConfigTest {
  if (!hasTest(dialect)) return { exitStatus: null }
  const classes = new Set<ExitClass>()
  for (const finding of findings) {
    const exit = exitOf(finding)
    if (DEADLY.has(exit) || isReported(finding, dialect)) classes.add(exit)
  }
  for (const { name, test } of ORDER) if (classes.has(name)) return test
  return { exitStatus: 0 }
}

/** What a finding does to the exit status, if the target says it. */
export const exitOf = ({ exit, code }: Finding): ExitClass => exit ?? code.exit ?? 'error'

/** A finding as one that the target does not say: it is told, and counts for nothing. */
export const unsaid = <A extends Finding>(finding: A): A => ({ ...finding, reported: false, exit: 'error' })

/** Counts whether or not anything is said about it: without facts scripts are taken to exist, which is why no place is named for their security. */
const DEADLY: ReadonlySet<ExitClass> = new Set(['crash', 'hang', 'unseen', 'unread', 'security'])

const ORDER: readonly { readonly name: ExitClass; readonly test: ConfigTest }[] = [
  { name: 'unread', test: { exitStatus: 0 } },
  // Both end the run after its first pass: a missing word of any other part is not met.
  { name: 'include-fault', test: { exitStatus: 6 } },
  { name: 'unseen', test: { exitStatus: 0 } },
  { name: 'missing-word', test: { exitStatus: 2 } },
  { name: 'crash', test: { exitStatus: null, ends: 'crash' } },
  { name: 'hang', test: { exitStatus: null, ends: 'hang' } },
  { name: 'security', test: { exitStatus: 6 } },
  { name: 'error', test: { exitStatus: 5 } },
  { name: 'cannot-run', test: { exitStatus: 4 } },
]

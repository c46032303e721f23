import type { Severity } from '../../../diagnostics/diagnostic.ts'
import type { Finding } from '../../../diagnostics/finding.ts'
import { isWithin, versionNumber } from '../../../schema/version.ts'
import { settingSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import type { Vrrp } from '../../vrrp.ts'
import type { Instance } from '../../vrrp-instance.ts'

type Report = (found: Omit<Finding, 'code'>) => void

/** What instances and groups share with every other rule, and how one is looked at. */
interface InstanceRule extends Omit<Rule, 'lineages' | 'check'> {
  readonly each: (instance: Instance, report: Report, vrrp: Vrrp, subject: Subject) => void
}

/** A rule about what is found out behind the last line: `-t` says it only when it gets that far. */
export const instanceRule = ({ each, ...rest }: InstanceRule): Rule => ({
  lineages: ['keepalived'],
  ...rest,
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    for (const instance of vrrp.instances) if (instance.isCertain) each(instance, say, vrrp, subject)
  },
})

/** Findings that `-t` tells only if it goes on to the checks behind the last line. */
export const afterParsing = ({ isValidated }: Vrrp, report: Report): Report =>
  isValidated ? report : (found) => report({ ...found, reported: false })

/** Two settings of an instance that do not go together, and what becomes of them. */
export interface Case {
  /** The settings that are shown, the last one that is written; without any the header of the instance. */
  readonly at: readonly string[]
  readonly holds: (instance: Instance, vrrp: Vrrp, subject: Subject) => boolean
  /** Why, in one sentence; what keepalived does; what to write. */
  readonly fact: string
  readonly outcome: string
  readonly help?: string
  /** First and last version, both included. */
  readonly since?: string
  readonly until?: string
  readonly severity?: Severity
  readonly reported?: boolean
  readonly effect?: Finding['effect']
  /** A setting that is missing: quiet where it is only misspelt, for that has its finding. */
  readonly lacks?: string
}

interface CaseRule extends Omit<Rule, 'lineages' | 'check' | 'message' | 'consequence'> {
  readonly cases: readonly Case[]
}

/** A rule that is a table: the first case of each setting is told. */
export const caseRule = ({ cases, ...rest }: CaseRule): Rule => ({
  lineages: ['keepalived'],
  message: (fact) => fact as string,
  consequence: () => 'one of the two settings is dropped',
  ...rest,
  check(subject, report) {
    const vrrp = subject.vrrp()
    const known = cases.filter((one) => isWithin(one, subject.dialect.number))
    for (const instance of vrrp.instances) {
      if (!instance.isCertain) continue
      const told = new Set<string>()
      for (const one of known) {
        if (!one.holds(instance, vrrp, subject) || told.has(one.at[0] ?? '')) continue
        if (one.lacks !== undefined && isMeant(instance.block, one.lacks)) continue
        told.add(one.at[0] ?? '')
        report({
          ...settingSpan(subject, instance.block, ...one.at),
          data: [one.fact],
          consequence: one.outcome,
          ...(one.help === undefined ? {} : { help: one.help }),
          ...(one.severity === undefined ? {} : { severity: one.severity }),
          ...(one.effect === undefined ? {} : { effect: one.effect }),
          ...(one.reported === undefined && vrrp.isValidated ? {} : { reported: one.reported ?? false }),
        })
      }
    }
  },
})

/** The version checked for is this one or a later one. */
export const isFrom = ({ dialect: { number } }: Pick<Subject, 'dialect'>, version: string): boolean =>
  number >= versionNumber(version)

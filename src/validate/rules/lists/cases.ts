import type { MutableBlock } from '../../../bind/model.ts'
import type { Effect, Severity } from '../../../diagnostics/diagnostic.ts'
import { isWithin, versionNumber } from '../../../schema/version.ts'
import { entriesEverywhere, optionSpan } from '../../entries.ts'
import { lineSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'

/** Words of one line that do not go together, and what becomes of them. */
export interface EntryCase {
  /** The option that is shown, by all its names; without it the whole line. */
  readonly at?: readonly string[]
  readonly holds: (entry: MutableBlock) => boolean
  /** Why, in one sentence; what keepalived does; what to write. */
  readonly fact: string
  readonly outcome: string
  readonly help: string
  /** First and last version, both included. */
  readonly since?: string
  readonly until?: string
  /** First version whose `-t` says it. */
  readonly reportedSince?: string
  readonly reported?: boolean
  readonly severity?: Severity
  readonly effect?: Effect
}

interface EntryRule extends Omit<Rule, 'lineages' | 'check' | 'message' | 'consequence'> {
  readonly lists: Parameters<typeof entriesEverywhere>[1]
  readonly cases: readonly EntryCase[]
}

/** A rule that is a table: the first case of a line is told, unless it goes on behind it. */
export const entryRule = ({ lists, cases, ...rest }: EntryRule): Rule => ({
  lineages: ['keepalived'],
  ...rest,
  message: (fact) => fact as string,
  consequence: (_fact, outcome) => outcome as string,
  help: (_fact, _outcome, help) => help as string,
  check(subject, report) {
    const { number, lineage } = subject.dialect
    const known = cases.filter((one) => isWithin(one, number))
    for (const { entry, place } of entriesEverywhere(subject, lists)) {
      const found = known.find(({ holds }) => holds(entry))
      if (found === undefined) continue
      const { at, fact, outcome, help, severity, effect, reported, reportedSince } = found
      const isSaid = reported !== false && (reportedSince === undefined || versionNumber(reportedSince) <= number)
      report({
        ...(at === undefined ? lineSpan(subject, place) : optionSpan(subject, place, at)),
        data: [fact, outcome, help],
        reported: isSaid && lineage === 'keepalived',
        ...(severity === undefined ? {} : { severity }),
        ...(effect === undefined ? {} : { effect }),
      })
    }
  },
})

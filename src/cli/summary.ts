import { SEVERITIES } from '../diagnostics/severity.ts'
import type { Outcome, Report } from './report.ts'

/** The last lines of the pretty report: how much was found, for which target, and why that one. */
export function summary({ shown, omitted, files, outcomes }: Report): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: shown.filter((one) => one.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'info' ? `${count} info` : plural(count, severity)))
  const found = counts.length === 0 ? 'no findings' : counts.join(', ')
  const more = omitted === 0 ? '' : `, and ${omitted} more not shown (--max-findings)`
  return `${found}${more} in ${plural(files.length, 'file')}\n${targets(outcomes)}`
}

/** One line a target. */
function targets(outcomes: readonly Outcome[]): string {
  const byTarget = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    const same = byTarget.get(outcome.dialect.id)
    if (same === undefined) byTarget.set(outcome.dialect.id, [outcome])
    else same.push(outcome)
  }
  let text = ''
  for (const [id, same] of byTarget) {
    const { chosen } = same[0] as Outcome
    const which = byTarget.size === 1 ? '' : `${plural(same.length, 'main file')} `
    text += `${which}checked as ${id}${chosen === 'named' ? '' : `: ${chosen}; choose with --for`}\n`
  }
  return text
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

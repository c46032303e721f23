import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { concise, type Paint, pretty } from './pretty.ts'
import type { Report } from './report.ts'
import type { SourceOf } from './sources.ts'
import { summary } from './summary.ts'

/** What a finding is written with. */
export interface Setting {
  readonly sourceOf: SourceOf
  readonly paint: Paint
  readonly directory: string | undefined
}

/** How `check` writes what it finds. */
export interface Format {
  /** The text of a finding, which is made when it is found. */
  readonly finding?: (diagnostic: Diagnostic, setting: Setting) => string
  /** What stands behind them, or in their place. */
  readonly end?: (report: Report) => string
  /** The report itself says how many findings the limit has left out. */
  readonly saysOmitted?: true
}

/** For readers: all that a plain check has. */
export const PLAIN_FORMATS: Readonly<Record<'pretty' | 'concise', Format>> = {
  pretty: {
    finding: (diagnostic, { sourceOf, paint }) => `${pretty(diagnostic, sourceOf, paint)}\n`,
    end: (report) => (report.quiet ? '' : summary(report)),
    saysOmitted: true,
  },
  concise: { finding: concise },
}

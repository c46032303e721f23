import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FormatName } from './options/check.ts'
import { concise, type Paint, pretty } from './pretty.ts'
import type { Report } from './report.ts'
import { reportJson } from './report-json.ts'
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

/** Formats for other programs are loaded when they are asked for: the start of a plain check stays as it is. */
export const FORMATS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  pretty: async () => ({
    finding: (diagnostic, { sourceOf, paint }) => `${pretty(diagnostic, sourceOf, paint)}\n`,
    end: (report) => (report.quiet ? '' : summary(report)),
    saysOmitted: true,
  }),
  concise: async () => ({ finding: concise }),
  json: async () => ({ end: reportJson, saysOmitted: true }),
  sarif: async () => ({ end: (await import('./report-sarif.ts')).reportSarif, saysOmitted: true }),
  github: async () => {
    const { githubCommand } = await import('./report-github.ts')
    return { finding: (diagnostic, { directory }) => githubCommand(diagnostic, directory) }
  },
  junit: async () => ({ end: (await import('./report-junit.ts')).reportJunit }),
}

import type { FormatName } from './options/check.ts'
import { type Format, PLAIN_FORMATS } from './plain-formats.ts'
import { reportJson } from './report-json.ts'

/** Formats for other programs are loaded when they are asked for. */
export const FORMATS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  pretty: async () => PLAIN_FORMATS.pretty,
  concise: async () => PLAIN_FORMATS.concise,
  json: async () => ({ end: reportJson, saysOmitted: true }),
  sarif: async () => ({ end: (await import('./report-sarif.ts')).reportSarif, saysOmitted: true }),
  github: async () => {
    const { githubCommand } = await import('./report-github.ts')
    return { finding: (diagnostic, { directory }) => githubCommand(diagnostic, directory) }
  },
  junit: async () => ({ end: (await import('./report-junit.ts')).reportJunit }),
}

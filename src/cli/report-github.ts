import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { advice, plainLines, shown, surroundings } from './details.ts'
import { reportedFile } from './file-uri.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * A finding as a workflow command of GitHub Actions, which shows it beside the changed line:
 * `::error file=lvs.conf,line=5,col=18,endLine=5,endColumn=18,title=lvs/brace-glued::there is no blank …`.
 */
export function githubCommand(diagnostic: Diagnostic, directory: string | undefined): string {
  const { severity, code, message, file, range } = diagnostic
  const properties = [`file=${property(shown(reportedFile(directory, file)))}`, ...places(range), `title=${property(code)}`]
  const text = `${shown(message)}\n${plainLines([...advice(diagnostic), ...surroundings(diagnostic)])}`
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}\n`
}

/** Columns are for a range within one line only: the runner drops both otherwise. The last column is the last one marked. */
function places({ start, end }: Diagnostic['range']): readonly string[] {
  if (end.line !== start.line) return [`line=${start.line}`, `endLine=${end.line}`]
  const last = Math.max(start.column, end.column - 1)
  return [`line=${start.line}`, `col=${start.column}`, `endLine=${end.line}`, `endColumn=${last}`]
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

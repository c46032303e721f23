import type { Diagnostic, Fix, Severity } from '../diagnostics/diagnostic.ts'
import type { CodeRow } from '../diagnostics/finding.ts'
import { grouped } from '../text/grouped.ts'
import type { Range } from '../text/position.ts'
import { FINDING_CODES } from '../validate/catalog.ts'
import { advice, plainLines, shown } from './details.ts'
import { uriOf } from './file-uri.ts'
import type { Report } from './report.ts'
import { VERSION_NUMBER } from './version.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * SARIF 2.1.0, one run. No text of a file is in it beyond the words of the messages.
 *
 * The specification wants braces in messages doubled; programs that show SARIF undo it only where a message has arguments, and these have none:
 * braces stand as they are, as other programs write them.
 */
export function reportSarif({ shown: diagnostics, omitted, outcomes, unreadable, directory }: Report): string {
  const codes = new Set(diagnostics.map(({ code }) => code))
  const rows = FINDING_CODES.filter(({ code }) => codes.has(code))
  const indexOf = new Map(rows.map(({ code }, i) => [code, i]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'keepalived-conf', semanticVersion: VERSION_NUMBER, rules: rows.map(ruleOf) } },
        invocations: [{ executionSuccessful: !unreadable }],
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((one) => resultOf(one, indexOf.get(one.code) ?? -1, directory)),
        properties: { targets: [...new Set(outcomes.map(({ dialect }) => dialect.id))], ...(omitted === 0 ? {} : { omitted }) },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(row: CodeRow) {
  const example = row.bad === '' ? '' : `\n\nBad:\n\n${fenced(row.bad)}\n\nGood:\n\n${fenced(row.good)}`
  return {
    id: row.code,
    shortDescription: { text: titleOf(row) },
    fullDescription: { text: row.explanation },
    help: { text: row.explanation, markdown: `${row.explanation}${example}` },
    defaultConfiguration: { level: LEVELS[row.severity] },
  }
}

/** The message with `…` for the words of a finding; of messages that are nothing but such a word, the first sentence of the explanation. */
function titleOf({ message, explanation }: CodeRow): string {
  const words = Array.from({ length: 6 }, () => '…')
  const title = message(...words)
  return /\p{L}/u.test(title) ? title : explanation.replace(/(?<=[.!?])\s.*$/s, '')
}

/** Some examples are of the length of a line that is too long. */
const WIDEST = 110

const fenced = (text: string): string => {
  const lines = text.replace(/\n$/, '').split('\n')
  return `\`\`\`\n${lines.map((line) => shown(line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line)).join('\n')}\n\`\`\``
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, directory: string | undefined) {
  const { code, severity, message, effect, reported, path, related, fixes } = diagnostic
  const placeOf = ({ file, range }: Pick<Diagnostic, 'file' | 'range'>) => ({
    physicalLocation: { artifactLocation: { uri: uriOf(directory, file) }, region: regionOf(range) },
  })
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${shown(message)}\n${plainLines(advice(diagnostic))}` },
    locations: [{ ...placeOf(diagnostic), ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }) }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((one, id) => ({ id, ...placeOf(one), message: { text: shown(one.message) } })) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, directory)) }),
    properties: { effect, reported },
  }
}

function fixOf({ title, safe, edits }: Fix, directory: string | undefined) {
  return {
    description: { text: shown(title) },
    artifactChanges: [...grouped(edits, ({ file }) => file)].map(([file, changes]) => ({
      artifactLocation: { uri: uriOf(directory, file) },
      replacements: changes.map(({ range, newText }) => ({
        deletedRegion: regionOf(range),
        ...(newText === '' ? {} : { insertedContent: { text: newText } }),
      })),
    })),
    properties: { safe },
  }
}

/** Columns count from 1, the last one is the first behind the range, as in SARIF. */
const regionOf = ({ start, end }: Range) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

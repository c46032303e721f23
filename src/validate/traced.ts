import type { Document } from '../cst/document.ts'
import { rowAt } from '../cst/row-at.ts'
import type { Finding } from '../diagnostics/finding.ts'
import { type Emission, trace } from '../trace/trace.ts'
import { exitOf, isReported, unsaid } from './config-test.ts'
import { fieldAt } from './field-at.ts'
import { type At, firstOf, type LineOf, lineKeys } from './line-keys.ts'
import { misreadLine, namedLine, readerDies } from './reader-codes.ts'
import type { Subject } from './rule.ts'

/**
 * Findings about braces, quotes and unknown words, with what the reader of the target says of them. Its lines are asked for only where the text is not what it
 * looks like: there the tree is what the author meant, and the lines that the target names may be others.
 */
export function withTrace(findings: readonly Finding[], subject: Subject): readonly Finding[] {
  const { sources, schema, dialect } = subject
  if (dialect.lineage !== 'keepalived' || dialect.unknownKeywords === 'silent') return findings
  if (!findings.some(({ code }) => code.byReader === 'text') && !looksOdd(subject)) return findings
  if (isUncertain(subject)) return findings
  const emissions = trace(sources, schema, dialect)
  const said = emissions.length > 0
  const lineOf = lineKeys(sources.documents)
  const isNamed = onLineOf(placesOf(emissions), lineOf)
  const isNoKeyword = onLineOf(placesOf(emissions.filter(({ remark }) => remark === 'unknown-keyword')), lineOf)
  const isOnOddLine = oddLines(subject, lineOf)
  const endsRun = emissions.some(({ remark }) => remark === 'missing-word')
  const isUnsaid = (one: Finding): boolean => {
    const { code, file } = one
    return (
      (!endsRun && exitOf(one) === 'missing-word' && isSetting(subject, one)) ||
      // A command behind the end of its block, as keepalived sees it, is no command.
      (exitOf(one) === 'security' && isNoKeyword(one)) ||
      (code.byReader === 'text' && !said && (subject.expanded === undefined || file === subject.expanded.file)) ||
      (code.byReader === 'line' && isOnOddLine(one) && !isNamed(one))
    )
  }
  const result = findings.map((one) => (isUnsaid(one) ? unsaid(one) : one))
  return said ? [...result, ...uncovered(result, emissions, subject, lineOf)] : result
}

const placesOf = (emissions: readonly Emission[]): readonly At[] => emissions.flatMap(({ at }) => at ?? [])

/** A line of a block that the trace looks for missing words in: not one of a list. */
function isSetting({ sources, schema }: Subject, { file, start }: At): boolean {
  const document = sources.documents[file] as Document
  const row = rowAt(document, start)
  const form = row < 0 ? undefined : fieldAt(schema.root, document, row)?.row.form
  return form === 'value' || form === 'flag'
}

/** Characters that the scanners of the reader see differently. */
const isOdd = (text: string): boolean =>
  text.includes('\\') ||
  text.includes('\0') ||
  /"[{}]"|'/.test(text) ||
  (text.includes('include') && /(?:^|[\n{}])[ \t\r\v\f]*include[rmwba]?[ \t][^\n#!]*[{}]/.test(text))

/** A reference that stays has braces, which are structure. */
const looksOdd = ({ sources, expanded }: Subject): boolean =>
  sources.documents.some(({ text }) => isOdd(text)) || expanded?.document.text.includes('${') === true

/** Lines under a condition, or with references, that nobody can decide: what the reader sees is not known. */
const isUncertain = ({ sources, expanded }: Subject): boolean =>
  (expanded?.uncertain.size ?? 0) > 0 || /(?:^|[\n{}])[ \t]*@/.test(sources.documents[sources.root ?? 0]?.text ?? '')

/** The first line that is named and has no finding, and what ends the run. */
function uncovered(
  findings: readonly Finding[],
  emissions: readonly Emission[],
  { dialect }: Subject,
  lineOf: LineOf,
): readonly Finding[] {
  const reported = findings.filter((one) => isReported(one, dialect))
  const isFound = onLineOf(reported, lineOf)
  const located = emissions.flatMap(({ remark, at }) => (at === undefined ? [] : [{ remark, at }]))
  const isConsequence = reported.some(({ severity, code }) => (severity ?? code.severity) === 'error')
  const first = firstOf(located, ({ at }) => at)
  const last = located.at(-1)
  const result: Finding[] = []
  if (first !== undefined && first.remark !== 'crash' && !isFound(first.at)) {
    result.push({ code: isConsequence ? namedLine : misreadLine, data: [first.remark], ...first.at })
  }
  if (last?.remark === 'crash') result.push({ code: readerDies, data: [], ...last.at })
  if (last?.remark === 'missing-word' && !reported.some((one) => exitOf(one) === 'missing-word')) {
    result.push({ code: namedLine, data: [last.remark], ...last.at, exit: 'missing-word' })
  }
  return result
}

/** Whether a place is on the line of one of others. */
function onLineOf(places: readonly At[], lineOf: LineOf): (at: At) => boolean {
  const lines = new Set(places.map(lineOf))
  return (at) => lines.has(lineOf(at))
}

/** Whether the line of a place is an odd one; each line is looked at once. */
function oddLines({ sources }: Subject, lineOf: LineOf): (at: At) => boolean {
  const known = new Map<string, boolean>()
  return (at) => {
    const line = lineOf(at)
    const found = known.get(line)
    if (found !== undefined) return found
    const { text } = sources.documents[at.file] as Document
    const newline = text.indexOf('\n', at.start)
    const odd = isOdd(text.slice(text.lastIndexOf('\n', at.start - 1) + 1, newline < 0 ? undefined : newline))
    known.set(line, odd)
    return odd
  }
}

import type { Document } from '../cst/document.ts'
import type { Finding, Span } from '../diagnostics/finding.ts'
import { type Emission, trace } from '../trace/trace.ts'
import { isReported } from './config-test.ts'
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
  const isNamed = lineLookUp(
    subject,
    emissions.flatMap(({ at }) => at ?? []),
  )
  const isUnsaid = ({ code, file, start }: Finding): boolean =>
    (code.byReader === 'text' && !said && (subject.expanded === undefined || file === subject.expanded.file)) ||
    (code.byReader === 'line' && isOdd(lineAt(subject, file, start)) && !isNamed({ file, start }))
  const result = findings.map((one) => (one.reported !== false && isUnsaid(one) ? { ...one, reported: false } : one))
  return said ? [...result, ...uncovered(result, emissions, subject)] : result
}

/** Characters that the scanners of the reader see differently. */
const isOdd = (text: string): boolean =>
  text.includes('\\') || text.includes('\0') || /"[{}]"|'/.test(text) || /include[rmwba]?[ \t][^\n#!]*[{}]/.test(text)

const looksOdd = ({ sources }: Subject): boolean => sources.documents.some(({ text }) => isOdd(text))

/** Lines under a condition, or with references, that nobody can decide: what the reader sees is not known. */
const isUncertain = ({ sources, expanded }: Subject): boolean =>
  (expanded?.uncertain.size ?? 0) > 0 ||
  /(?:^|[\n{}])[ \t]*@/.test(sources.documents[sources.root ?? 0]?.text ?? '') ||
  expanded?.document.text.includes('${') === true

function lineAt({ sources }: Subject, file: number, offset: number): string {
  const { text } = sources.documents[file] as Document
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end)
}

/** The first line that is named and has no finding, and what ends the run. */
function uncovered(findings: readonly Finding[], emissions: readonly Emission[], subject: Subject): readonly Finding[] {
  const reported = findings.filter((one) => isReported(one, subject.dialect))
  const isFound = lineLookUp(subject, reported)
  const located = emissions.flatMap(({ remark, at }) => (at === undefined ? [] : [{ remark, at }]))
  const isConsequence = reported.some(({ severity, code }) => (severity ?? code.severity) === 'error')
  const first = located.reduce<Located | undefined>(
    (one, other) => (one === undefined || isBefore(other, one) ? other : one),
    undefined,
  )
  const last = located.at(-1)
  const result: Finding[] = []
  if (first !== undefined && first.remark !== 'crash' && !isFound(first.at)) {
    result.push({ code: isConsequence ? namedLine : misreadLine, data: [first.remark], ...first.at })
  }
  if (last?.remark === 'crash') result.push({ code: readerDies, data: [], ...last.at })
  if (last?.remark === 'missing-word' && !reported.some(({ exit, code }) => (exit ?? code.exit) === 'missing-word')) {
    result.push({ code: namedLine, data: [last.remark], ...last.at, exit: 'missing-word' })
  }
  return result
}

type At = Pick<Span, 'file' | 'start'>

type Located = Pick<Emission, 'remark'> & { readonly at: Span }

const isBefore = ({ at: a }: Located, { at: b }: Located): boolean => a.file < b.file || (a.file === b.file && a.start < b.start)

/** Whether one of the places is on the line of another. */
function lineLookUp(subject: Subject, places: readonly At[]): (at: At) => boolean {
  const lines = new Set<string>()
  const lineOf = ({ file, start }: At): string => {
    const { text } = subject.sources.documents[file] as Document
    return `${file}:${text.lastIndexOf('\n', start - 1)}`
  }
  for (const place of places) lines.add(lineOf(place))
  return (at) => lines.has(lineOf(at))
}

import { type Document, hasBlock, parentOf } from '../cst/document.ts'
import { rowAt, topRowAt } from '../cst/row-at.ts'
import { keywordOf } from '../cst/words.ts'
import type { ExitClass, Finding } from '../diagnostics/finding.ts'
import { PASSES, passesOf } from '../trace/passes.ts'
import { exitOf, isReported, unsaid } from './config-test.ts'
import { fieldAt } from './field-at.ts'
import type { Subject } from './rule.ts'

/** A moment of a run: the pass that reads, and how far it has come. */
interface Moment {
  readonly pass: number
  readonly file: number
  readonly offset: number
}

/** What ends a run before everything has been read, and whether it is at once or when the first pass is through. */
const ENDS: Readonly<Partial<Record<ExitClass, 'at-once' | 'after-global'>>> = {
  'missing-word': 'at-once',
  'include-fault': 'after-global',
  unseen: 'after-global',
}

/**
 * Findings that the target's test does not come to, because something before them ends it or because the block around them is skipped for its header, are
 * not reported by it and do not count for its status. They are told all the same.
 */
export function asReached(findings: readonly Finding[], subject: Subject): readonly Finding[] {
  if (subject.dialect.lineage !== 'keepalived') return findings
  const read = withoutSkipped(withoutUnread(findings, subject), subject)
  const end = endOf(read, subject)
  if (end === undefined) return read
  return read.map((finding) => {
    const moment = momentOf(finding, subject)
    return moment !== undefined && isBefore(end, moment) ? unsaid(finding) : finding
  })
}

/** The first moment at which the run ends. */
function endOf(findings: readonly Finding[], subject: Subject): Moment | undefined {
  let end: Moment | undefined
  for (const finding of findings) {
    const how = ENDS[exitOf(finding)]
    if (how === undefined || (how === 'at-once' && !isReported(finding, subject.dialect))) continue
    const moment = momentOf(finding, subject)
    const own = how === 'at-once' ? moment : { pass: 0, file: finding.file, offset: Number.POSITIVE_INFINITY }
    if (own !== undefined && (end === undefined || isBefore(own, end))) end = own
  }
  return end
}

/** Nothing is said of the words of a line that is refused before they are read. */
function withoutUnread(findings: readonly Finding[], { sources }: Subject): readonly Finding[] {
  const lineOf = ({ file, start }: Finding): string => `${file}:${rowAt(sources.documents[file] as Document, start)}`
  const unread = new Set(findings.filter(({ code }) => code.unread === true).map(lineOf))
  if (unread.size === 0) return findings
  return findings.map((one) => (OF_WORDS.test(one.code.code) && unread.has(lineOf(one)) ? unsaid(one) : one))
}

/** Nothing inside a block is read whose header is no good (skip_block). */
function withoutSkipped(findings: readonly Finding[], subject: Subject): readonly Finding[] {
  const skipped = new Set<string>()
  for (const { code, file, start, reported } of findings) {
    if (code.byReader !== 'line' || reported === false) continue
    const document = subject.sources.documents[file] as Document
    const row = rowAt(document, start)
    if (row >= 0 && hasBlock(document, row) && fieldAt(subject.schema.root, document, row)?.row.skipped === true)
      skipped.add(`${file}:${row}`)
  }
  if (skipped.size === 0) return findings
  return findings.map((finding) => {
    const document = subject.sources.documents[finding.file] as Document
    for (let row = parentOf(document, rowAt(document, finding.start)); row >= 0; row = parentOf(document, row)) {
      if (skipped.has(`${finding.file}:${row}`)) return READ_ANYWAY.test(finding.code.code) ? finding : unsaid(finding)
    }
    return finding
  })
}

/** Stages whose findings every pass meets, the first one first, whatever block they are in. */
const EVERY_PASS = /^(?:lex|block)\//

/** What the keyword tables say of a line. */
const OF_WORDS = /^schema\//

/** The same, and files: the first pass opens them, whatever block they are included in. */
const READ_ANYWAY = /^(?:lex|block|include)\//

/** Places of different files have no order here but by their passes. */
const isBefore = (a: Moment, b: Moment): boolean =>
  a.pass < b.pass || (a.pass === b.pass && a.file === b.file && a.offset < b.offset)

/** When the target comes to the place of a finding; undefined in an included file, whose place in the whole is not looked up. */
function momentOf(finding: Finding, { sources }: Subject): Moment | undefined {
  const { file, start, code } = finding
  if (file !== 0 && file !== sources.root) return undefined
  // The first pass opens every file, in whatever block it is included.
  if (exitOf(finding) === 'include-fault') return { pass: 0, file, offset: start }
  const document = sources.documents[file] as Document
  const row = EVERY_PASS.test(code.code) ? -1 : topRowAt(document, start)
  const passes = row < 0 ? PASSES.slice(0, 1) : passesOf(keywordOf(document, row))
  return { pass: PASSES.indexOf(passes[0] as (typeof PASSES)[number]), file, offset: start }
}

import type { Origin } from '../bind/model.ts'
import { type Document, parentOf } from '../cst/document.ts'
import { FIRST, field } from '../cst/statements.ts'
import type { Diagnostic, FileEdit } from '../diagnostics/diagnostic.ts'
import type { Finding, Span } from '../diagnostics/finding.ts'
import type { Sources } from '../expand/sources.ts'
import { tokenIndexAt } from '../lex/tokens.ts'
import { lineStarts, positionAt, type Range } from '../text/position.ts'

/** Puts findings into words and places: the only stage that counts lines. */
export function describe(
  findings: readonly Finding[],
  sources: Sources,
  origins: ReadonlyMap<object, Origin>,
): readonly Diagnostic[] {
  const starts = new Map<number, readonly number[]>()
  const paths = pathFinder(sources, origins)
  const document = (file: number): Document => sources.documents[file] as Document
  const rangeOf = ({ file, start, end }: Span): Range => {
    const known = starts.get(file) ?? lineStarts(document(file).text)
    starts.set(file, known)
    return { start: positionAt(known, start), end: positionAt(known, end) }
  }
  return findings.map((found) => {
    const finding = { ...found, ...found.late?.() }
    const { code, file } = finding
    const data = finding.data.map(String)
    const help = finding.help ?? code.help?.(...data)
    return {
      code: code.code,
      severity: finding.severity ?? code.severity,
      message: code.message(...data),
      effect: finding.effect ?? code.effect,
      consequence: finding.consequence ?? code.consequence(...data),
      reported: finding.reported ?? code.reported,
      file: document(file).file,
      range: rangeOf(finding),
      path: paths(finding),
      ...(help === undefined || help === '' ? {} : { help }),
      related: (finding.related ?? []).map((span) => ({
        message: span.message,
        file: document(span.file).file,
        range: rangeOf(span),
      })),
      fixes:
        finding.fix === undefined
          ? []
          : [
              {
                title: finding.fix.title,
                safe: finding.fix.safe,
                edits: finding.fix.edits.map(
                  (edit): FileEdit => ({ file: document(edit.file).file, range: rangeOf(edit), newText: edit.newText }),
                ),
              },
            ],
    }
  })
}

/** Offset → the path of the innermost block of the model around it. */
function pathFinder(sources: Sources, origins: ReadonlyMap<object, Origin>): (span: Span) => string {
  let byRow: Map<number, Origin> | undefined
  const key = (file: number, row: number): number => file * 2 ** 32 + row
  const pathOf = (origin: Origin): string => {
    const outer = origin.parent === undefined ? undefined : origins.get(origin.parent)
    const own = origin.index < 0 ? origin.key : `${origin.key}[${origin.index}]`
    return outer === undefined ? own : `${pathOf(outer)}.${own}`
  }
  return ({ file, start }) => {
    if (byRow === undefined) {
      byRow = new Map()
      for (const origin of origins.values()) byRow.set(key(origin.file, origin.row), origin)
    }
    const document = sources.documents[file] as Document
    for (let row = statementAt(document, start); row >= 0; row = parentOf(document, row)) {
      const origin = byRow.get(key(file, row))
      if (origin !== undefined) return pathOf(origin)
    }
    return ''
  }
}

/** The last statement that starts at or before an offset; -1 before the first. */
function statementAt({ tokens, statements }: Document, offset: number): number {
  const token = tokenIndexAt(tokens, offset)
  let low = -1
  let high = statements.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (field(statements, middle, FIRST) <= token) low = middle
    else high = middle - 1
  }
  return low
}

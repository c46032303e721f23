import { packOrigin } from '../bind/origins.ts'
import { type Document, parentOf } from '../cst/document.ts'
import { rangesOf } from '../cst/ranges.ts'
import { rowAt } from '../cst/row-at.ts'
import type { Diagnostic, FileEdit } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/finding.ts'
import { isReported } from './config-test.ts'
import type { Placed } from './placed.ts'
import type { Subject } from './rule.ts'

/** Puts findings into words and places: the only stage that counts lines. */
export function describe(findings: readonly Placed[], subject: Subject, secrets: readonly Span[] = []): readonly Diagnostic[] {
  const { sources } = subject
  const paths = pathFinder(findings, subject)
  const document = (file: number): Document => sources.documents[file] as Document
  const rangeOf = rangesOf(sources.documents)
  const hidden = secretHider(secrets, document)
  return findings.map((found) => {
    const finding = { ...found, ...found.late?.() }
    const { code, file } = finding
    const data = finding.data.map((word) => (typeof word === 'number' ? String(word) : clip(hidden(word))))
    const help = finding.help ?? code.help?.(...data)
    return {
      code: code.code,
      severity: finding.severity ?? code.severity,
      message: code.message(...data),
      effect: finding.effect ?? code.effect,
      consequence: finding.consequence ?? code.consequence(...data),
      reported: isReported(finding, subject.dialect),
      file: document(file).file,
      range: rangeOf(finding),
      path: paths(found.inner ?? found),
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

/** Longest word that stands in a message; a line may have millions of characters. */
const LONGEST = 120

const clip = (word: string): string => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)

/** Takes passwords out of the words of a message, also where they are part of a longer word. */
function secretHider(secrets: readonly Span[], document: (file: number) => Document): (word: string) => string {
  const texts = new Set<string>()
  for (const { file, start, end } of secrets) {
    const text = document(file)
      .text.slice(start, Math.min(end, start + 1000))
      .replace(/^"|"$/g, '')
    if (text !== '') texts.add(text)
  }
  return (word) => {
    let result = word
    for (const text of texts) {
      // A short secret is hidden where it is the whole word: `1` must not blank every number with a 1 in it.
      if (result === text || (text.length > 2 && result.includes(text))) result = result.replaceAll(text, '…')
    }
    return result
  }
}

/** Offset → the path of the innermost block of the model around it. The model is searched once, for the blocks that are needed. */
function pathFinder(findings: readonly Placed[], { sources, model, origins }: Subject): (span: Span) => string {
  const documents = sources.documents as readonly Document[]
  const rows = new Set<number>()
  for (const { inner, ...outer } of findings) {
    const { file, start } = inner ?? outer
    const document = documents[file] as Document
    for (let row = rowAt(document, start); row >= 0; row = parentOf(document, row)) rows.add(packOrigin(file, row))
  }
  const paths = new Map<number, string>()
  const path: (string | number)[] = []
  const visit = (value: object): void => {
    const origin = origins.get(value)
    if (origin !== undefined && rows.has(origin)) paths.set(origin, written(path))
    // Only blocks with an origin hold blocks; entries of lists and compound values do not.
    if (origin === undefined && path.length > 0) return
    for (const [key, one] of Object.entries(value)) {
      if (key === 'unknown' || typeof one !== 'object' || one === null) continue
      path.push(key)
      if (!Array.isArray(one)) visit(one)
      else {
        for (let i = 0; i < one.length && typeof one[i] === 'object'; i++) {
          path.push(i)
          visit(one[i])
          path.pop()
        }
      }
      path.pop()
    }
  }
  if (findings.length > 0) visit(model)
  return ({ file, start }) => {
    const document = documents[file] as Document
    for (let row = rowAt(document, start); row >= 0; row = parentOf(document, row)) {
      const path = paths.get(packOrigin(file, row))
      if (path !== undefined) return path
    }
    return ''
  }
}

/** `virtual_server[0].real_server[1]` */
const written = (path: readonly (string | number)[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')

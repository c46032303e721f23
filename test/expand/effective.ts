import { parseDocument } from '../../src/cst/document.ts'
import { type Expanded, expand } from '../../src/expand/expand.ts'
import type { ExpandOptions } from '../../src/expand/options.ts'
import { single } from '../../src/expand/sources.ts'
import { UPSTREAM } from '../../src/lex/profile.ts'
import { versionNumber } from '../../src/schema/version.ts'
import { lineStarts, positionAt } from '../../src/text/position.ts'

export const OLD = versionNumber('2.2.7')
export const NEW = versionNumber('2.4.3')

export const expandText = (text: string, options: ExpandOptions = {}): Expanded =>
  expand(single(parseDocument(text, '', UPSTREAM)), { version: NEW, configId: 'box1', ...options })

/** What is left of a text, line by line without margins, with the lines of use. */
export function effectiveLines(text: string, options: ExpandOptions = {}): readonly string[] {
  const { document, file, originOf } = expandText(text, options)
  const starts = lineStarts(text)
  let at = 0
  const lines: string[] = []
  for (const line of document.text.split('\n')) {
    const { use } = originOf({ file, start: at + line.length - line.trimStart().length, end: at + line.length })
    if (line.trim() !== '') lines.push(`${positionAt(starts, use.start).line} ${line.trim()}`)
    at += line.length + 1
  }
  return lines
}

/** Codes of the findings with their lines. */
export function findings(text: string, options: ExpandOptions = {}): readonly string[] {
  const starts = lineStarts(text)
  return expandText(text, options).findings.map(({ code, start }) => `${code.code} ${positionAt(starts, start).line}`)
}

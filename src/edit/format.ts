import type { Config } from '../config.ts'
import type { Document } from '../cst/document.ts'
import type { RootKeywords } from '../cst/recover.ts'
import type { FileEdit } from '../diagnostics/diagnostic.ts'
import { type Expanded, expand, hasDirectives } from '../expand/expand.ts'
import { single } from '../expand/sources.ts'
import type { Schema } from '../schema/compile.ts'
import { type Dialect, DPVS_19, keepalived, LATEST_KEEPALIVED, LVS_122 } from '../schema/dialects.ts'
import { schemaOf } from '../schema/registry.ts'
import type { Lineage } from '../schema/row.ts'
import { versionNumber } from '../schema/version.ts'
import { lazy } from '../text/lazy.ts'
import { lineStarts, positionAt } from '../text/position.ts'
import { alignComments } from './format-comments.ts'
import { type Laid, layOut } from './format-layout.ts'
import { type Braces, MOST_LEVELS, piecesOf } from './format-pieces.ts'
import { isSameTree } from './format-same.ts'

export interface FormatOptions {
  /** Blanks a level (4 by default, at most 16), or a tab. */
  readonly indent?: number | 'tab'
}

const DEFAULT_INDENT = 4
const MOST_BLANKS = 16

/** Room that aligning a comment may take. */
const COMMENT_ROOM = 128

/** First versions that cut a line at braces wherever they stand (read_line); before, a block on one line is misread. */
const CUTS_SINCE: Readonly<Record<Lineage, number>> = {
  keepalived: versionNumber('2.0.0'),
  dpvs: versionNumber('1.8.2'),
  lvs: Number.POSITIVE_INFINITY,
}

/**
 * Edits that lay a file out in one way: margins by blocks, one blank between words and before a `{`, which stands behind its header, each `}` on a
 * line of its own, comments of neighbouring lines in one column, no two blank lines together, no blanks at line ends, a line end at the end.
 *
 * Only blanks and line ends change, so that the model stays the same and no finding appears. What the target would read differently stays as it
 * is: definitions of several lines, the words behind `@id` and `~SEQ`, open quotes, over-long lines, blocks on one line for a reader that does not
 * cut there, margins of a file whose braces do not pair up,
 * a file with a byte order mark inside. No edit where there is nothing to do; formatting again gives no edit.
 *
 * @param source - a configuration, of which the main file is formatted, or the tree of any file; a tree is read as the newest version does.
 *
 * @example format(parse('global_defs{\nrouter_id   A\n}\n')).length // 3 edits: ' ' before the brace, a margin, a blank less
 */
export function format(source: Config | Document, options: FormatOptions = {}): readonly FileEdit[] {
  const document = 'document' in source ? source.document : source
  const dialect = 'document' in source ? source.dialect : NEWEST[document.profile.id]
  const cuts = dialect.number >= CUTS_SINCE[dialect.lineage]
  const schema = schemaOf(dialect)
  const { rootOnly } = schema
  // Blanks in front of it decide whether a byte order mark is one.
  if (document.text.includes('\uFEFF', 1)) return []
  const unit = unitOf(options)
  const counts = lazy(() => headerWords(schema))
  const wordsOf = (keyword: string): number => counts().get(keyword) ?? 0
  // Where braces do not pair up the tree depends on the margins; so does that of the effective text, where sequences and definitions have braces.
  const isPaired = document.problems.count === 0 && (expandedOf(source, rootOnly)?.document.problems.count ?? 0) === 0
  for (const move of isPaired ? [true, false] : [false]) {
    const edits = editsFor(document, { move, cuts, wordsOf }, unit)
    if (isSameTree(document, edits, rootOnly)) return edits
  }
  return []
}

/** For each block keyword the words of its header, those that may be absent included. */
function headerWords({ rows }: Schema): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { keyword, form, args } of rows) {
    if (form !== 'block' && form !== 'lines') continue
    counts.set(keyword, Math.max(counts.get(keyword) ?? 0, args.filter(({ literal }) => literal === undefined).length))
  }
  return counts
}

/** The effective text; undefined where it is the text itself. Includes of a tree are not followed. */
function expandedOf(source: Config | Document, rootOnly: RootKeywords): Expanded | undefined {
  if ('document' in source) return source.expanded
  return hasDirectives(source) ? expand(single(source), {}, rootOnly) : undefined
}

/** How a tree is read whose dialect is not known. */
const NEWEST: Readonly<Record<Document['profile']['id'], Dialect>> = {
  upstream: keepalived(LATEST_KEEPALIVED),
  dpvs: DPVS_19,
  'lvs-1.2.2': LVS_122,
}

function editsFor(document: Document, braces: Braces, unit: string): readonly FileEdit[] {
  const growth = MOST_LEVELS * unit.length + COMMENT_ROOM
  const pieces = piecesOf(document, braces, { lineLimit: document.profile.lineLimit, growth })
  const lines = pieces.map((piece) => layOut(document, piece, braces, unit))
  alignComments(document, lines)
  return editsOf(document, lines)
}

function unitOf({ indent = DEFAULT_INDENT }: FormatOptions): string {
  if (indent === 'tab') return '\t'
  return Number.isFinite(indent) ? ' '.repeat(Math.min(MOST_BLANKS, Math.max(0, Math.trunc(indent)))) : unitOf({})
}

/** One edit for each gap that is not what it should be. */
function editsOf(document: Document, lines: readonly Laid[]): readonly FileEdit[] {
  const { text, file } = document
  const starts = lineStarts(text)
  const eol = lines.find(({ piece }) => piece.eol !== '')?.piece.eol ?? '\n'
  const edits: FileEdit[] = []
  let at = 0
  const put = (start: number, newText: string): void => {
    if (text.slice(at, start) === newText) return
    edits.push({ file, range: { start: positionAt(starts, at), end: positionAt(starts, start) }, newText })
  }
  let before = ''
  for (const { piece, chunks } of lines) {
    if (before !== '' && piece.blank !== undefined) before += piece.blank
    for (const { start, end, gap } of chunks) {
      put(start, before + gap)
      before = ''
      at = end
    }
    before = piece.eol === '' ? eol : piece.eol
  }
  const last = lines.at(-1)
  // A last line that is left alone keeps its end as well.
  const isKept = last?.piece.line.freedom === 'frozen' && last.piece.eol === ''
  put(text.length, isKept || last === undefined ? '' : before)
  return edits
}

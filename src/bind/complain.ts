import { hasBlock, headSpan } from '../cst/document.ts'
import { FIRST, NEXT, PARENT, field as rowField } from '../cst/statements.ts'
import { keywordOf } from '../cst/words.ts'
import type { Span } from '../diagnostics/finding.ts'
import type { Field } from '../schema/compile.ts'
import { SCALARS } from '../schema/scalars.ts'
import * as codes from './codes.ts'
import { contextName, hide, keywordSpan, type Place, pushUnknown, report, tokenSpan } from './place.ts'
import type { Complaint } from './read.ts'
import { suggest } from './suggest.ts'
import { wordsFrom } from './words.ts'

export function checkUse(place: Place, field: Field): void {
  if (field.row.deprecated !== undefined) {
    report(place, codes.deprecated, [field.row.keyword, field.row.deprecated], keywordSpan(place))
  }
  const { variant } = field.availability
  if (variant !== undefined && variant !== 'sina')
    report(place, codes.forkKeyword, [field.row.keyword, variant], keywordSpan(place))
}

export function reportUnknown(place: Place, keyword: string): void {
  const { run, document, row, context } = place
  pushUnknown(place.block, document, row)
  if (keyword === '') return // a brace without a keyword has its own finding
  const suggestion = suggest(keyword, context, run.schema, run.dialect)
  const secret = suggestion.field !== undefined && suggestion.field.row.args.some((arg) => arg.secret === true)
  if (secret) hide(place, wordsFrom(place, rowField(document.statements, row, FIRST) + 1).tokens)
  const code = suggestion.code ?? (hasBlock(document, row) ? codes.unknownBlock : codes.unknownKeyword)
  report(place, code, [keyword, contextName(context), suggestion.text], {
    ...keywordSpan(place),
    ...(run.dialect.unknownKeywords === 'silent' ? {} : { reported: true }),
    ...(suggestion.replacement === undefined
      ? {}
      : {
          fix: {
            title: `write ${suggestion.replacement}`,
            safe: false,
            edits: [{ file: place.file, ...keywordSpan(place), newText: suggestion.replacement }],
          },
        }),
  })
}

export function complain(
  place: Place,
  field: Field,
  complaint: Complaint,
  tokens: readonly number[],
  texts: readonly string[],
): void {
  const { document, run } = place
  const { keyword, missing } = field.row
  if (complaint.kind === 'extra') {
    extraWords(place, field, tokens, complaint.word)
    return
  }
  const { arg } = complaint
  const expected = SCALARS[arg.type].expected(arg)
  if (complaint.kind === 'missing') {
    const [effect, consequence] = codes.missingOutcome(missing, run.dialect.name)
    report(place, codes.missingValue, [keyword, expected], {
      effect,
      consequence,
      reported: missing !== 'crash' && missing !== 'logged',
    })
    return
  }
  const word = arg.secret === true ? '…' : (texts[complaint.word] as string)
  const span = tokenSpan(document, tokens[complaint.word] as number)
  if (complaint.kind === 'too-long') report(place, codes.tooLong, [keyword, word, arg.maxLength as number], span)
  else {
    report(place, codes.badValue, [keyword, word, expected, field.row.bad], {
      ...span,
      reported: run.dialect.reports && arg.unchecked !== true,
      effect: field.row.lineage === 'lvs' ? 'misread' : 'ignored',
    })
  }
}

export function extraWords(place: Place, field: Field, tokens: readonly number[], from: number): void {
  const { document } = place
  const first = tokens[from] as number
  const span = { start: tokenSpan(document, first).start, end: tokenSpan(document, tokens.at(-1) as number).end }
  const text = document.text.slice(span.start, span.end)
  const isComment = text.startsWith('//') || text.startsWith('/*')
  const words = field.row.args.some((arg) => arg.secret === true) ? '…' : text
  if (isComment) report(place, codes.slashComment, [words], span)
  else {
    report(place, codes.extraWords, [field.row.keyword, words], {
      ...span,
      ...(field.row.extra === 'error' ? { severity: 'error', reported: true, effect: 'rejected' } : {}),
    })
  }
}

export function repeated(place: Place, field: Field): void {
  const { row } = field
  const previous = findPrevious(place, row.keyword)
  const overlay = row.repeat === 'overlay'
  report(place, overlay ? codes.overlaid : codes.repeated, [row.keyword, row.repeat], {
    reported: row.repeatReported === true || row.repeat === 'warn-and-ignore' || row.repeat === 'error',
    ...(previous === undefined ? {} : { related: [{ ...previous, message: 'the one before' }] }),
  })
}

/** How many statements back the earlier use is looked for. */
const FARTHEST = 1000

/** The nearest earlier statement of the same keyword in the same block of this file. */
function findPrevious({ file, document, row }: Place, keyword: string): Span | undefined {
  const { statements } = document
  const parent = rowField(statements, row, PARENT)
  let at = row - 1
  for (let steps = 0; at > parent && steps < FARTHEST; steps++, at--) {
    while (rowField(statements, at, PARENT) !== parent) at = rowField(statements, at, PARENT)
    if (keywordOf(document, at) === keyword) return { file, ...headSpan(document, at) }
  }
  return undefined
}

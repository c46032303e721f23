import { hasBlock, headSpan } from '../cst/document.ts'
import { FIRST, LAST, OPEN_BRACE, PARENT, field as rowField } from '../cst/statements.ts'
import { keywordOf } from '../cst/words.ts'
import type { Finding, Span } from '../diagnostics/finding.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import type { Field } from '../schema/compile.ts'
import { ENTRY } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'
import * as codes from './codes.ts'
import { contextName, hide, keywordSpan, type Place, pushUnknown, report, tokenSpan } from './place.ts'
import type { Complaint } from './read.ts'
import { didYouMean, explainUnknown, looksSecret } from './suggest.ts'
import { wordsFrom } from './words.ts'

export function checkUse(place: Place, field: Field): void {
  if (field.row.deprecated !== undefined) {
    report(place, codes.deprecated, [field.row.keyword, field.row.deprecated], {
      ...keywordSpan(place),
      ...(field.row.deprecationLogged === true ? { reported: false, consequence: 'it still works; only the log says so' } : {}),
    })
  }
  const { variant } = field.availability
  if (variant !== undefined && variant !== 'sina')
    report(place, codes.forkKeyword, [field.row.keyword, variant], keywordSpan(place))
}

export function reportUnknown(shared: Place, keyword: string): void {
  const place = { ...shared } // kept for later, and the shared one moves on
  const { run, document, row, context } = place
  pushUnknown(place.block, document, row)
  if (keyword === '') return // a brace without a keyword has its own finding
  if (looksSecret(keyword, context)) hide(place, wordsFrom(place, rowField(document.statements, row, FIRST) + 1).tokens)
  const known = explainUnknown(keyword, context, run.schema, run.dialect)
  const code = known?.code ?? (hasBlock(document, row) ? codes.unknownBlock : codes.unknownKeyword)
  report(place, code, [keyword, contextName(context), known?.text ?? ''], {
    ...keywordSpan(place),
    ...(run.dialect.unknownKeywords === 'silent' ? {} : { reported: true }),
    ...(known === undefined ? { late: () => typingError(place, keyword) } : {}),
  })
}

function typingError(place: Place, keyword: string): Pick<Finding, 'help' | 'fix'> {
  const word = didYouMean(keyword, place.context, place.run.dialect)
  if (word === undefined) return {}
  const edits = [{ file: place.file, ...keywordSpan(place), newText: word }]
  return { help: `Did you mean \`${word}\`?`, fix: { title: `write ${word}`, safe: false, edits } }
}

export function complain(
  place: Place,
  field: Field,
  complaint: Complaint,
  tokens: readonly number[],
  texts: readonly string[],
): void {
  const { document, run } = place
  const { missing } = field.row
  const keyword = label(place, field)
  if (complaint.kind === 'extra') {
    extraWords(place, field, tokens, complaint.word)
    return
  }
  const { arg } = complaint
  const expected = SCALARS[arg.type].expected(arg)
  if (complaint.kind === 'missing') {
    if (braceIsRead(place, field)) {
      report(place, codes.braceForValue, [keyword, expected])
      return
    }
    const [effect, consequence] = codes.missingOutcome(missing, run.dialect.name)
    const reported = missing !== 'crash' && missing !== 'logged'
    report(place, codes.missingValue, [keyword, expected], { effect, consequence, reported, ...codes.missingExit(missing) })
    return
  }
  const word = arg.secret === true ? '…' : (texts[complaint.word] as string)
  const span = tokenSpan(document, tokens[complaint.word] as number)
  if (complaint.kind === 'tail') report(place, codes.addressTail, [keyword, word], span)
  else if (complaint.kind === 'too-long') report(place, codes.tooLong, [keyword, word, arg.maxLength as number], span)
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
    report(place, codes.extraWords, [label(place, field), words], {
      ...span,
      ...(field.row.extra === 'error' ? { severity: 'error', reported: true, effect: 'rejected' } : {}),
    })
  }
}

/** An entry of a list has no keyword of its own: its list gives the name. */
const label = ({ context }: Place, { row }: Field): string => (row.keyword === ENTRY ? contextName(context) : row.keyword)

/** In 1.2.2 a brace behind a blank on the same line is one more word, and so stands in for a value that is missing. */
function braceIsRead({ document, row }: Place, { row: { form } }: Field): boolean {
  const { statements, tokens, profile } = document
  const open = rowField(statements, row, OPEN_BRACE)
  if (form === 'value' || profile.bracesAnywhere || open < 0) return false
  return (
    startOf(tokens, open) > endOf(tokens, rowField(statements, row, LAST)) &&
    !document.text.slice(endOf(tokens, rowField(statements, row, LAST)), startOf(tokens, open)).includes('\n')
  )
}

export function repeated(place: Place, field: Field): void {
  const { row } = field
  if (row.repeatHasRule === true) return
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

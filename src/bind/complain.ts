import { hasBlock, headSpan } from '../cst/document.ts'
import { CLOSE_BRACE, FIRST, LAST, OPEN_BRACE, PARENT, field as rowField } from '../cst/statements.ts'
import { keywordOf } from '../cst/words.ts'
import type { Finding, Span } from '../diagnostics/finding.ts'
import { endOf, startOf } from '../lex/tokens.ts'
import { argsAt, type Field } from '../schema/compile.ts'
import { ENTRY, hasSecret, type Row } from '../schema/row.ts'
import { SCALARS } from '../schema/scalars.ts'
import { versionNumber } from '../schema/version.ts'
import * as codes from './codes.ts'
import { contextName, hide, keywordSpan, type Place, pushUnknown, report, tokenSpan } from './place.ts'
import type { Complaint } from './read.ts'
import { didYouMean, explainUnknown, looksSecret } from './suggest.ts'
import * as wordCodes from './word-codes.ts'
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
  const keyword = label(place, field)
  if (complaint.kind === 'extra') {
    extraWords(place, field, tokens, complaint.word, complaint.unread)
    return
  }
  const { arg } = complaint
  if (complaint.kind !== 'missing' && complaint.kind in REMARKS) {
    remark(place, complaint as Remark, keyword, tokens, texts)
    return
  }
  const expected = SCALARS[arg.type].expected(arg)
  if (complaint.kind === 'missing') {
    if (braceIsRead(place, field)) {
      report(place, codes.braceForValue, [keyword, expected])
      return
    }
    const missing = arg.missing ?? field.row.missing
    const isSilent = missing === 'none' && arg.variadic === true
    const [effect, consequence] = codes.missingOutcome(isSilent ? 'silent' : missing, run.dialect.name)
    const reported = missing !== 'crash' && missing !== 'logged' && missing !== 'silent' && !isSilent
    report(place, codes.missingValue, [keyword, expected], {
      ...(missing === 'error-at-end' ? closeOfParent(place) : {}),
      ...{ effect, consequence, reported, ...codes.missingExit(missing) },
    })
    return
  }
  const word = arg.secret === true ? '…' : (texts[(complaint as { readonly word: number }).word] as string)
  const span = tokenSpan(document, tokens[(complaint as { readonly word: number }).word] as number)
  if (complaint.kind === 'tail') report(place, wordCodes.addressTail, [keyword, word], span)
  else if (complaint.kind === 'too-long') report(place, wordCodes.tooLong, [keyword, word, arg.maxLength as number], span)
  else {
    report(place, codes.badValue, [keyword, word, expected, field.row.bad], {
      ...span,
      reported: run.dialect.reports && arg.badLogged !== true && (arg.unchecked !== true || /^[-+]?\d/.test(word)),
      effect: field.row.lineage === 'lvs' ? 'misread' : 'ignored',
    })
  }
}

/** The brace that closes the block around, where keepalived notices what is missing in it. */
function closeOfParent({ document, row }: Place): { readonly start: number; readonly end: number } | undefined {
  const parent = rowField(document.statements, row, PARENT)
  const close = parent < 0 ? -1 : rowField(document.statements, parent, CLOSE_BRACE)
  return close < 0 ? undefined : tokenSpan(document, close)
}

type Remark = Extract<Complaint, { readonly kind: keyof typeof REMARKS }>

/** What can be said of a word besides that it is wrong. */
const REMARKS = {
  places: wordCodes.tooManyPlaces,
  again: wordCodes.repeatedOption,
  swallowed: wordCodes.swallowedWord,
  dated: wordCodes.outOfDateOption,
  unsupported: wordCodes.unsupportedOption,
} as const

function remark(place: Place, found: Remark, keyword: string, tokens: readonly number[], texts: readonly string[]): void {
  const { arg, kind } = found
  // DPVS and older versions read times as floating point numbers.
  if (kind === 'places' && (place.run.dialect.lineage !== 'keepalived' || place.run.dialect.number < FIRST_TIMERS)) return
  const word = arg.secret === true ? '…' : (texts[found.word] as string)
  const more = kind === 'dated' ? found.instead : kind === 'places' ? (arg.scale ?? 0) : (arg.literal?.[0] ?? '')
  report(place, REMARKS[kind], [keyword, word, more], tokenSpan(place.document, tokens[found.word] as number))
}

/** The first version that reads times digit by digit. */
const FIRST_TIMERS = versionNumber('2.2.0')

/** A switch that a word behind it does not turn off: a flag, or one that takes no value yet. */
const staysOn = (text: string, { form, args }: Row, version: number): boolean =>
  SCALARS.bool.decode(text, { name: '', type: 'bool' }) === false &&
  (form === 'flag' || (args.length === 1 && args[0]?.type === 'bool' && argsAt(args, version).length === 0))

export function extraWords(place: Place, field: Field, tokens: readonly number[], from: number, unread?: true): void {
  const { document } = place
  const first = tokens[from] as number
  const span = { start: tokenSpan(document, first).start, end: tokenSpan(document, tokens.at(-1) as number).end }
  const text = document.text.slice(span.start, span.end)
  const isComment = text.startsWith('//') || text.startsWith('/*')
  const words = hasSecret(field.row) ? '…' : text
  const { lineage, number } = place.run.dialect
  const isReported =
    field.row.extra === 'error' &&
    unread !== true &&
    (field.row.extraSince === undefined || lineage !== 'keepalived' || versionNumber(field.row.extraSince) <= number)
  if (staysOn(text, field.row, number)) report(place, wordCodes.staysOn, [label(place, field), text], span)
  else if (isComment) report(place, wordCodes.slashComment, [words], span)
  else if (field.row.form === 'lines' && field.row.args.length > 0 && lineage === 'keepalived') {
    // alloc_value_block wants to name the block in its complaint, and has lost the word for it.
    const [effect, consequence] = codes.missingOutcome('fatal', place.run.dialect.name)
    report(place, wordCodes.extraWords, [label(place, field), words], {
      ...span,
      ...{ severity: 'error', reported: true, effect, consequence, exit: 'missing-word' },
    })
  } else {
    report(place, wordCodes.extraWords, [label(place, field), words], {
      ...span,
      ...(isReported ? { severity: 'error', reported: true, effect: 'rejected' } : {}),
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
  const { run } = place
  if (row.repeatHasRule === true) return
  const previous = findPrevious(place, row.keyword)
  const overlay = row.repeat === 'overlay'
  report(place, overlay ? codes.overlaid : codes.repeated, [row.keyword, row.repeat], {
    reported: isRepeatReported(row, run.dialect.number),
    ...(previous === undefined ? {} : { related: [{ ...previous, message: 'the one before' }] }),
  })
}

const isRepeatReported = ({ repeat, repeatReported, repeatReportedSince: since }: Row, version: number): boolean =>
  repeat === 'warn-and-ignore' ||
  repeat === 'error' ||
  (repeatReported === true && (since === undefined || versionNumber(since) <= version))

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

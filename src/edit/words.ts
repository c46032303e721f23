import { type Mark, readArguments } from '../bind/read.ts'
import { type Written, wordsWritten } from '../bind/written.ts'
import type { Document } from '../cst/document.ts'
import { FIRST, LAST, field as rowField } from '../cst/statements.ts'
import { wordText } from '../cst/words.ts'
import type { Span } from '../diagnostics/finding.ts'
import { QUOTED } from '../lex/kinds.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import type { Context, Field } from '../schema/compile.ts'
import { statementWords } from '../write/statement.ts'
import { type Editing, fail, fileSpan, spotOf } from './editing.ts'
import { type Splice, spliced } from './splice.ts'

/**
 * Changes the words of a statement (of a block: of its header) so that they say something else. Words whose value stays are left as they are, however
 * they are spelled; so are the blanks between words, and quotes.
 */
export function changeWords(editing: Editing, item: Written, value: unknown, context: Context): void {
  const field = item.field as Field
  const { reading } = editing
  const { dialect } = reading
  const written = statementWords(field, value, dialect, context)
  if (!written.ok) {
    editing.problems.push(...written.diagnostics)
    return
  }
  if (isConditional(editing, item)) return
  const old = wordsWritten(reading, item)
  const document = reading.sources.documents[item.file] as Document
  const isEntry = field.row.keyword === '(entry)'
  const fresh = isEntry ? written.value : written.value.slice(1)
  const words: Words = { editing, item, document, old: old.tokens, texts: old.texts, fresh }
  if (isCutAgain(document, item, field)) {
    replaceAll(words)
    return
  }
  const unquoted = fresh.map((word) => plainText(word))
  const before = marksOf(field, old.texts)
  const after = marksOf(field, unquoted)
  if (before === undefined || after === undefined) replaceAll(words)
  else for (const splice of spliced(before, after, old.texts, unquoted)) apply(words, splice)
}

interface Words {
  readonly editing: Editing
  readonly item: Written
  readonly document: Document
  /** Tokens and texts of the words behind the keyword. */
  readonly old: readonly number[]
  readonly texts: readonly string[]
  /** The new words, in their quotes. */
  readonly fresh: readonly string[]
}

/** Where a line begins with what a definition gives, the words behind it can still be changed. */
function isConditional(editing: Editing, item: Written): boolean {
  const { problems } = editing
  const before = problems.length
  if (spotOf(editing, item) !== undefined || problems.at(-1)?.code === 'edit/conditional') return problems.length > before
  problems.length = before
  return false
}

/** What a word in quotes says. The writer quotes whole words with one kind of quote, or a command with both. */
const plainText = (word: string): string => (/^"[^"]*"$/.test(word) ? word.slice(1, -1) : word)

/** A command is cut at other places than its tokens when it has single quotes. */
export function isCutAgain(document: Document, { row }: Written, { row: { args } }: Field): boolean {
  const { statements, tokens, text } = document
  const start = startOf(tokens, rowField(statements, row, FIRST))
  return args[0]?.type === 'command' && text.slice(start, endOf(tokens, rowField(statements, row, LAST))).includes("'")
}

/** Undefined where a word is missing, so that the others may have got into the wrong places. */
function marksOf(field: Field, texts: readonly string[]): readonly Mark[] | undefined {
  const marks: Mark[] = []
  if (field.row.form === 'flag') return marks
  const { complaints } = readArguments(field, texts, undefined, marks)
  return complaints.some(({ kind }) => kind === 'missing') ? undefined : marks
}

function replaceAll({ editing, item, document, old, fresh }: Words): void {
  const { statements, tokens } = document
  const keyword = rowField(statements, item.row, FIRST)
  const first = old[0]
  const last = rowField(statements, item.row, LAST)
  const span: Span =
    first === undefined
      ? { file: item.file, start: endOf(tokens, keyword), end: endOf(tokens, keyword) }
      : { file: item.file, start: startOf(tokens, first), end: endOf(tokens, last) }
  put(editing, span, first === undefined ? ` ${fresh.join(' ')}` : fresh.join(' '))
}

function apply(words: Words, { from, to, texts }: Splice): void {
  const { editing, item, document, old, fresh } = words
  const { tokens, statements } = document
  const { file } = item
  const text = texts.map((i) => fresh[i] as string)
  for (let i = from; i < to; i++) if (!isWrittenHere(words, i)) return
  const isEntry = old[0] === rowField(statements, item.row, FIRST)
  if (from === to && from === 0 && isEntry) {
    const at = startOf(tokens, old[0] as number)
    put(editing, { file, start: at, end: at }, `${text.join(' ')} `)
    return
  }
  if (from === to) {
    // Behind the word before, or behind the keyword.
    const at = endOf(tokens, from > 0 ? (old[from - 1] as number) : rowField(statements, item.row, FIRST))
    put(editing, { file, start: at, end: at }, ` ${text.join(' ')}`)
    return
  }
  const start = startOf(tokens, old[from] as number)
  const end = endOf(tokens, old[to - 1] as number)
  if (text.length > 0) {
    if (to - from === 1 && text.length === 1)
      put(editing, { file, start, end }, requoted(document, old[from] as number, text[0] as string))
    else put(editing, { file, start, end }, text.join(' '))
    return
  }
  // The blanks in front of words go with them, so that none are left at the end of a line.
  const front =
    from > 0 ? endOf(tokens, old[from - 1] as number) : isEntry ? -1 : endOf(tokens, rowField(statements, item.row, FIRST))
  const behind = old[to]
  if (front >= 0) put(editing, { file, start: front, end }, '')
  else put(editing, { file, start, end: behind === undefined ? end : startOf(tokens, behind) }, '')
}

/** A word that a definition gives is not changed where it is used. */
function isWrittenHere({ editing, item, document, old, texts }: Words, index: number): boolean {
  const token = old[index] as number
  if (editing.config.boundTo !== undefined || wordText(document, token) === texts[index]) return true
  fail(editing, 'edit/from-definition', '', {
    file: item.file,
    start: startOf(document.tokens, token),
    end: endOf(document.tokens, token),
  })
  return false
}

/** A word that stood in quotes keeps them. */
function requoted({ tokens }: Document, token: number, text: string): string {
  return kindOf(tokens, token) === QUOTED && /^[\w.:/ +,=%*-]*$/.test(text) ? `"${text}"` : text
}

function put(editing: Editing, span: Span, text: string): void {
  const place = fileSpan(editing, span)
  if (place !== undefined) editing.changes.replace(place, text)
}

import { type Complaint, readArguments } from '../bind/read.ts'
import { scriptWords } from '../bind/script-words.ts'
import type { Span } from '../diagnostics/finding.ts'
import { NEW_READER } from '../expand/options.ts'
import type { Sources } from '../expand/sources.ts'
import { type Context, type Field, isKeyword, type Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import { hasSecret } from '../schema/row.ts'
import { type LogicalLine, logicalLines, wordsOf } from './logical.ts'
import { PASSES, type Pass, passesOf } from './passes.ts'
import { type PhysicalLine, physicalLines } from './physical.ts'

/** What the reader of the target says of a line, or (`open-at-end`) of the whole. */
export type Remark =
  | 'unknown-keyword'
  | 'unexpected-open'
  | 'missing-open'
  | 'extra-close'
  | 'unclosed-quote'
  | 'line-dropped'
  | 'extra-words'
  | 'bad-value'
  | 'bad-entry'
  | 'missing-word'
  | 'crash'
  | 'open-at-end'

/** A remark and the line that the target names for it. */
export interface Emission {
  readonly remark: Remark
  /** Undefined where it names no line. */
  readonly at: Span | undefined
}

const ENDS: ReadonlySet<Remark> = new Set(['missing-word', 'crash'])

/** More says nothing new. */
const MOST = 1000

interface Run {
  readonly dialect: Dialect
  readonly pass: Pass
  readonly lines: Iterator<LogicalLine>
  readonly say: (remark: Remark, line: Pick<LogicalLine, 'at' | 'named'>) => void
  readonly names: Set<string>
  /** As skip_sublevel: 0 reads, -1 waits for the `{` of what is skipped, else the depth inside it. */
  skip: number
  depth: number
  ended: boolean
}

/**
 * Reads a configuration as process_stream of lib/parser.c does: line by line, four times, without a tree. It answers which lines the configuration test
 * names where braces, quotes or blocks are not what they look like. Values are looked at only on lines that its scanners see differently from ours.
 */
export function trace(sources: Sources, schema: Schema, dialect: Dialect): readonly Emission[] {
  const emissions: Emission[] = []
  for (const pass of PASSES) {
    const run = startRun(sources, dialect, pass, emissions)
    readBlock(run, schema.root, 0, false)
    if (run.depth > 0 && !run.ended) emissions.push({ remark: 'open-at-end', at: undefined })
    if (run.ended || emissions.length > MOST) break
  }
  return emissions
}

function startRun(sources: Sources, dialect: Dialect, pass: Pass, emissions: Emission[]): Run {
  const say: Run['say'] = (remark, { at, named }) => {
    // What ends the run has a place even where the target names none.
    const place = pass === 'global' || remark === 'line-dropped' ? (named ?? (ENDS.has(remark) ? at : undefined)) : at
    emissions.push({ remark, at: place && { file: place.file, start: place.start, end: place.end } })
    if (emissions.length > MOST) run.ended = true
  }
  const place = (line: PhysicalLine) => ({ at: line, named: line.named })
  const options = {
    passes: pass === 'global' ? (1 as const) : (2 as const),
    keepsCommentBackslash: dialect.number < NEW_READER,
    onQuote: (line: PhysicalLine) => say('unclosed-quote', place(line)),
    onDropped: (line: PhysicalLine) => say('line-dropped', place(line)),
    onFileEnd(line: PhysicalLine) {
      say('crash', place(line))
      run.ended = true
    },
  }
  function* all(): Generator<LogicalLine> {
    for (const physical of physicalLines(sources, dialect.number)) yield* logicalLines(physical, options)
  }
  const run: Run = { dialect, pass, lines: all(), say, names: new Set(), skip: 0, depth: 0, ended: false }
  return run
}

/** read_line: counts braces that are lines of their own. */
function next(run: Run): LogicalLine | undefined {
  if (run.ended) return undefined
  const { value, done } = run.lines.next()
  if (done === true || run.ended) return undefined
  const line = value as LogicalLine
  if (line.text === '{') run.depth++
  else if (line.text === '}') {
    if (run.depth === 0) run.say('extra-close', line)
    else run.depth--
  }
  return line
}

/** process_stream. True when the block was skipped. Depth is that of the keyword table. */
function readBlock(run: Run, context: Context, level: number, wantOpen: boolean): boolean {
  let needOpen = wantOpen
  for (let line = next(run); line !== undefined; line = next(run)) {
    const word = line.words[0] as string
    if (run.skip === -1) {
      if (word === '{') {
        run.skip = 1
        needOpen = false
        continue
      }
      run.skip = 0
    }
    if (run.skip > 0) {
      if (skipWords(run, line) && level > 0) return true
      continue
    }
    if (needOpen) {
      needOpen = false
      if (word === '{' && level > 0) continue
      run.say('missing-open', line)
    } else if (word === '{') {
      run.say('unexpected-open', line)
      continue
    }
    if (word === '}' && level > 0) return false
    const field = context.fields.get(word)
    if (field === undefined || !isKeyword(field, run.dialect.number)) {
      run.say('unknown-keyword', line)
    } else readKeyword(run, field, line, level)
  }
  return false
}

/** Counts the braces of a skipped line; true when the skipped block ends. */
function skipWords(run: Run, { words }: LogicalLine): boolean {
  for (const word of words) {
    if (word === '{') run.skip++
    else if (word === '}' && --run.skip === 0) return true
  }
  return false
}

function readKeyword(run: Run, field: Field, line: LogicalLine, level: number): void {
  const { form } = field.row
  const opens = line.words.length > 1 && line.words.at(-1) === '{'
  if (level === 0 && !passesOf(field.row.keyword).includes(run.pass)) {
    run.skip = opens ? 1 : -1
    return
  }
  const words = line.words.slice(1, opens && form === 'block' ? -1 : undefined)
  if (form === 'block') {
    if (isUnusable(run, field, words)) {
      if (line.odd) run.say('bad-value', line)
      run.skip = -1
    } else missingWord(run, field, line, words)
    readBlock(run, field.context as Context, level + 1, !opens)
  } else if (form === 'lines') readList(run, field, line, words)
  else if (isOpenCommand(field, line) || !missingWord(run, field, line, words)) {
    if (line.odd) readOddLine(run, field, line, words)
  }
}

/** The line of a command is read once more from its text: a quote without its end is no missing word there. */
const isOpenCommand = ({ row }: Field, { text, odd }: LogicalLine): boolean =>
  odd && row.args[0]?.type === 'command' && wordsOf(text).unclosed

/** skip_block(true): the header is no good, or its name is taken. */
function isUnusable(run: Run, field: Field, words: readonly string[]): boolean {
  const { row } = field
  if (row.skipped !== true) return false
  if (row.extra === 'error' && words.length !== row.args.length) return true
  if (readArguments(field, words, run.dialect.number).complaints.some(({ kind }) => kind === 'bad')) return true
  if (row.extra !== 'error') return false
  const name = `${row.keyword} ${words[0]}`
  if (run.names.has(name)) return true
  run.names.add(name)
  return false
}

/** A handler that takes a word without looking ends the run. */
function missingWord(run: Run, { row, positional }: Field, line: LogicalLine, words: readonly string[]): boolean {
  if (words.length > 0 || positional[0]?.optional === true || row.args.length === 0) return false
  if (row.missing !== 'fatal' && row.missing !== 'crash') return false
  // A command is read once more from the line, and with an open quote there is nothing to look at (set_script_params_array).
  if (row.args[0]?.type === 'command' && scriptWords(line.text) === undefined) return false
  run.say(row.missing === 'fatal' ? 'missing-word' : 'crash', line)
  run.ended = true
  return true
}

/** alloc_value_block: entries up to the next `}`, whatever they hold. */
function readList(run: Run, field: Field, line: LogicalLine, words: readonly string[]): void {
  if (missingWord(run, field, line, words)) return
  const beyond = words.slice(field.row.args.length)
  let needOpen = beyond[0] !== '{'
  if (needOpen && beyond.length > 0) run.say('extra-words', line)
  for (let entry = next(run); entry !== undefined; entry = next(run)) {
    let { words: rest } = entry
    if (needOpen) {
      needOpen = false
      if (rest[0] === '{') rest = rest.slice(1)
      if (rest.length === 0) continue
    }
    const ends = rest.at(-1) === '}'
    if (ends) rest = rest.slice(0, -1)
    if (rest.length > 0) readEntry(run, field, entry, rest)
    if (ends) return
  }
}

/** Entries are looked at only where a brace stands in their place, or where the line is an odd one. */
function readEntry(run: Run, field: Field, line: LogicalLine, words: readonly string[]): void {
  const entry = field.context?.fields.get(words[0] as string) ?? field.context?.entry
  if (entry === undefined || (words[0] !== '{' && !line.odd)) return
  const given = entry.row.keyword === words[0] ? words.slice(1) : words
  if (readArguments(entry, given, run.dialect.number).complaints.some(({ kind }) => kind === 'bad')) run.say('bad-entry', line)
}

const isSaid = (complaint: Complaint): boolean => complaint.kind === 'bad' && complaint.arg.badLogged !== true

function readOddLine(run: Run, field: Field, line: LogicalLine, words: readonly string[]): void {
  const { row } = field
  // The line is read once more; without a partner for a quote the handler goes on with nothing.
  if (row.unclosed === 'crash' && (scriptWords(line.text) === undefined || /(^|[^\\])(\\\\)*\\$/.test(line.text))) {
    run.say('crash', line)
    run.ended = true
    return
  }
  if (row.args[0]?.type === 'command') {
    // The command is cut once more into the program and its parameters.
    const cut = scriptWords(line.text)
    const command = cut?.[1]?.text
    if (cut === undefined || (command !== undefined && scriptWords(command) === undefined)) run.say('unclosed-quote', line)
    return
  }
  if (row.form === 'flag' || hasSecret(row)) return
  if (readArguments(field, words, run.dialect.number).complaints.some(isSaid)) run.say('bad-value', line)
}

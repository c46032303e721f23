import { type Document, headSpan, parseDocument } from '../cst/document.ts'
import type { RootKeywords } from '../cst/recover.ts'
import { FIRST, field } from '../cst/statements.ts'
import { argumentsOf, argumentTokens, keywordOf, prefixOf, wordText } from '../cst/words.ts'
import type { CodeRow, Finding, Span } from '../diagnostics/finding.ts'
import { WORD } from '../lex/kinds.ts'
import type { LexicalProfile } from '../lex/profile.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import * as codes from './codes.ts'
import { type Expanded, expand, needsExpansion } from './expand.ts'
import { directoryOf, expandBraces, glob, hasPattern, join } from './glob.ts'
import type { ExpandOptions } from './options.ts'
import { isSimple } from './simple.ts'
import type { Sources } from './sources.ts'
import { ALL_FAULTS, afterCheck, isStrict, outcomeOf } from './strictness.ts'
import { strip } from './strip.ts'

/** What a loader says of one file. */
export type Loaded =
  | {
      readonly ok: true
      readonly text: string
      /** The file has an execute bit: newer versions then refuse to read it. */
      readonly executable?: boolean
    }
  /** `why` ends the sentence "cannot be included: …". */
  | {
      readonly ok: false
      readonly why: string
      /** There is nothing of that name, as opposed to something that cannot be read: stricter include words tell the two apart. */
      readonly absent?: boolean
    }

/** Where files come from: a disk, an archive, a test. Answers may be promises. Nothing may throw. */
export interface Loader {
  readonly read: (path: string) => Loaded | Promise<Loaded>
  /** Names in a directory, undefined when there is none. */
  readonly list: (directory: string) => readonly string[] | undefined | Promise<readonly string[] | undefined>
}

export interface LoadLimits {
  /** Levels of includes, 32 by default. */
  readonly depth: number
  /** Files in all, 10,000 by default. */
  readonly files: number
}

export const LOAD_LIMITS: LoadLimits = { depth: 32, files: 10_000 }

interface Run {
  readonly profile: LexicalProfile
  readonly rootKeywords: RootKeywords
  readonly loader: Loader
  readonly limits: LoadLimits
  readonly documents: Document[]
  readonly includes: Map<number, readonly number[]>[]
  readonly findings: Finding[]
  readonly found: Map<string, readonly number[]>
}

/** A main file with what it includes. */
export interface Followed {
  readonly sources: Sources
  /** The effective configuration, where there was anything to expand. */
  readonly expanded: Expanded | undefined
  /** There was something to expand, but nothing that needs the effective text (`isSimple`). */
  readonly simple: boolean
}

/**
 * Follows the includes of a main file. Each file is parsed by itself; a file that is included twice is read twice, as keepalived does. Includes
 * that stand behind a directive, or have a reference in their name, are known after an expansion only, which is repeated until none is left.
 */
export async function follow(
  main: Document,
  loader: Loader,
  rootKeywords: RootKeywords,
  limits: LoadLimits = LOAD_LIMITS,
  options: ExpandOptions = {},
): Promise<Followed> {
  const { profile } = main
  const run: Run = {
    profile,
    rootKeywords,
    loader,
    limits,
    documents: [main],
    includes: [new Map()],
    findings: [],
    found: new Map(),
  }
  await followFile(run, 0, [main.file], options.allConfig === true ? ALL_FAULTS : '')
  for (let round = 0; needsExpansion(run); round++) {
    if (isSimple(run, options.configId)) return { sources: run, expanded: undefined, simple: true }
    const sources = { ...run, documents: [...run.documents], includes: [...run.includes], found: new Map(run.found) }
    const expanded = expand(sources, options, rootKeywords)
    if (expanded.wanted.length === 0 || round > limits.depth) return { sources, expanded, simple: false }
    for (const wanted of expanded.wanted)
      run.found.set(wanted.key, await filesOf(run, { ...wanted, strict: options.allConfig === true ? ALL_FAULTS : '' }))
  }
  return { sources: run, expanded: undefined, simple: false }
}

async function followFile(run: Run, file: number, above: readonly string[], inherited: string): Promise<void> {
  const document = run.documents[file] as Document
  const directory = directoryOf(document.file)
  // What include_check sets ends with its file.
  let strict = inherited
  const { includeCheck } = document.profile
  const mayCheck = includeCheck !== undefined && document.text.includes(includeCheck)
  if (!document.text.includes('include')) return
  for (let row = 0; row < document.statements.count; row++) {
    if (mayCheck && keywordOf(document, row) === includeCheck) strict = afterCheck(strict, argumentsOf(document, row))
    const word = includeWord(document, row)
    if (word === undefined) continue
    const pattern = patternOf(document, row)
    if (pattern === undefined) continue
    const files = await filesOf(run, { file, ...headSpan(document, row), word, pattern, strict, directory, above })
    ;(run.includes[file] as Map<number, readonly number[]>).set(row, files)
  }
}

function includeWord(document: Document, row: number): string | undefined {
  const { tokens, statements, profile } = document
  const first = field(statements, row, FIRST)
  if (kindOf(tokens, first) !== WORD) return undefined
  const start = startOf(tokens, first)
  if (!tokens.text.startsWith('include', start)) return undefined
  const word = tokens.text.slice(start, endOf(tokens, first))
  return profile.includeWords.includes(word) ? word : undefined
}

/** The one name of an include line. A quoted name is followed in every profile: what the author meant is clear. */
function patternOf(document: Document, row: number): string | undefined {
  const { directives } = document.profile
  const args = argumentTokens(document, row)
  if (args.length !== 1 && !directives) return undefined
  const pattern =
    args[0] === undefined ? undefined : directives ? restOfLine(document, args[0]) : wordText(document, args[0]).trimEnd()
  const isKnown = !directives || (!/\$[A-Za-z_{]/.test(pattern ?? '') && prefixOf(document, row) === undefined)
  return isKnown ? pattern : undefined
}

/** All of the line is one name, with blanks and braces; a name in quotes is followed as it is meant. */
function restOfLine(document: Document, token: number): string {
  const { text } = document
  const start = startOf(document.tokens, token)
  const newline = text.indexOf('\n', start)
  const { end } = strip(text, start, newline < 0 ? text.length : newline)
  const rest = text.slice(start, end).replace(/[ \t\r]+$/, '')
  return rest.startsWith('"') ? wordText(document, token) : rest
}

/** An include line that is followed. */
interface Request extends Span {
  readonly word: string
  readonly pattern: string
  /** What counts as a failure besides what its word says. */
  readonly strict: string
  readonly directory: string
  /** Names of the files around it, outermost first. */
  readonly above: readonly string[]
}

async function filesOf(run: Run, request: Request): Promise<readonly number[]> {
  const files: number[] = []
  for (const path of await pathsOf(run, request)) {
    const index = await loadOne(run, request, path)
    if (index !== undefined) files.push(index)
  }
  return files
}

async function pathsOf(run: Run, request: Request): Promise<readonly string[]> {
  const { pattern, directory } = request
  const { list } = run.loader
  const { directives } = run.profile
  const path = join(directory, pattern)
  if (!hasPattern(pattern, directives)) return [path]
  const alternatives = directives ? expandBraces(path) : [path]
  const found: string[] = []
  let absent = false
  for (const one of alternatives) {
    const paths = await glob(one, list, false)
    found.push(...paths)
    if (paths.length > 0 || alternatives.length === 1 || hasPattern(one, false)) continue
    absent = true
    report(run, codes.includeMissing, request, [one, 'there is no such file'], outcomeOf(request, 'b', directives))
  }
  if (absent && isStrict(request, 'b')) return []
  if (found.length === 0 && !absent) {
    const above = directoryOf(path)
    const noDirectory = !hasPattern(above, directives) && (await list(above === '' ? '.' : above)) === undefined
    report(run, codes.includeNoMatch, request, [pattern], outcomeOf(request, noDirectory ? 'm' : 'w', directives))
  }
  return found
}

async function loadOne(run: Run, request: Request, path: string): Promise<number | undefined> {
  const { above } = request
  const refuse = (code: CodeRow, data: readonly (string | number)[], more: Partial<Finding> = {}): undefined => {
    report(run, code, request, [path, ...data], more)
  }
  if (above.includes(path)) return refuse(codes.includeCycle, [])
  if (above.length > run.limits.depth) return refuse(codes.includeTooDeep, [run.limits.depth])
  if (run.documents.length >= run.limits.files) return refuse(codes.includeTooMany, [run.limits.files])
  const loaded = await run.loader.read(path)
  if (!loaded.ok)
    return refuse(
      codes.includeMissing,
      [loaded.why],
      outcomeOf(request, loaded.absent === false ? 'r' : 'm', run.profile.directives),
    )
  if (loaded.executable === true && run.profile.directives) {
    return refuse(codes.includeMissing, ['it is executable'], outcomeOf(request, 'r', true))
  }
  const index = run.documents.push(parseDocument(loaded.text, path, run.profile, run.rootKeywords)) - 1
  run.includes.push(new Map())
  await followFile(run, index, [...above, path], request.strict)
  return index
}

function report(
  run: Run,
  code: CodeRow,
  { file, start, end }: Request,
  data: Finding['data'],
  more: Partial<Finding> = {},
): void {
  run.findings.push({ code, data, file, start, end, ...more })
}
